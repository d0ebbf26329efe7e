import { remoteAddress, workTreeOf } from './commit-changes-where.ts';

/** A branch did not get to the remote; the commit stays where it is, and the message says what to do. */
export class NotPushed extends Error {}

/** How a branch is pushed. */
export interface PushOptions {
  readonly branch: string;
  /** Sent as the password of `x-access-token`, and only when the remote asks for one. */
  readonly token: string;
  /** Milliseconds after which nobody waits any more. */
  readonly patience?: number;
}

/**
 * Whether there is a remote `origin` that a token opens. To be asked before anything is written.
 * @returns its address
 * @throws NotPushed when there is none, or it is reached by other means than https
 */
export async function pushAddress(root: string): Promise<string> {
  const address = await remoteAddress(root);
  if (address === undefined) throw new NotPushed('This repository has no remote “origin” to push to. “git remote add origin <address>” names one.');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || isHere) return address;
  const how = url?.protocol === 'http:' ? 'in the open (http), where a token would be read on its way' : url?.protocol === 'ssh:' || /^[\w.-]+@[\w.-]+:/.test(address) ? 'by ssh, with keys that git has and hire has not' : 'by other means than https';
  throw new NotPushed(`The remote “origin” is reached ${how}. Leave out --push and --pull-request, and then: git push -u origin HEAD`);
}

/**
 * Pushes a branch to the remote `origin`, never by force. What the remote has already is no error, so it may be repeated.
 * @throws NotPushed with the reason and what to do; it holds neither the token nor the address
 */
export async function pushBranch(root: string, { branch, token, patience = 120_000 }: PushOptions): Promise<void> {
  const url = await pushAddress(root);
  const place = await workTreeOf(root);
  if (!place) throw new NotPushed('This is no git repository, so there is nothing to push.');
  const [git, { default: http }, fs] = await Promise.all([import('isomorphic-git'), import('isomorphic-git/http/node'), import('node:fs')]);
  const signal = AbortSignal.timeout(patience);
  try {
    const { ok, error } = await git.push({
      fs, http, dir: place.top, gitdir: place.gitdir, remote: 'origin', url, ref: branch, remoteRef: `refs/heads/${branch}`, signal,
      onAuth: () => ({ username: 'x-access-token', password: token }),
      onAuthFailure: () => ({ cancel: true }),
    });
    if (!ok) throw new NotPushed(`The remote did not take ${branch}: ${error ?? 'no reason given'}.`);
  } catch (error) {
    throw error instanceof NotPushed ? error : notPushed(error, branch, new URL(url).host, signal.aborted ? patience : undefined);
  }
}

interface Refusal extends Error {
  readonly code?: string;
  readonly data?: { readonly statusCode?: number; readonly reason?: string; readonly prettyDetails?: string };
}

function notPushed(error: unknown, branch: string, host: string, silence: number | undefined): NotPushed {
  const { code, data, message } = error as Refusal;
  const because = (words: string): NotPushed => new NotPushed(words, { cause: error });
  const again = `Once more: git push -u origin ${branch}`;
  if (silence !== undefined) return because(`${host} did not answer within ${Math.ceil(silence / 1000)} s. It may have taken ${branch} or not; pushing again does no harm. ${again}`);
  if (code === 'UserCanceledError' || data?.statusCode === 401) return because(`${host} does not accept the token (401): it has expired, was revoked, or is for somewhere else. With a good one in GITHUB_TOKEN, or by git itself: git push -u origin ${branch}`);
  if (data?.statusCode === 403) return because(`${host} does not let this token push (403). It needs “Contents: write” on the repository, or push by git itself: git push -u origin ${branch}`);
  if (data?.statusCode === 404) return because(`${host} does not know the repository, or does not show it to this token (404). “git remote -v” shows its address.`);
  if (data?.statusCode !== undefined) return because(`${host} is out of order (${data.statusCode}). Later: git push -u origin ${branch}`);
  if (code === 'PushRejectedError') return because(`The branch ${branch} has commits at ${host} that are not here. Take them in first: git pull --rebase origin ${branch}; then: git push origin ${branch}`);
  if (code === 'GitPushError') return because(`${host} did not take ${branch}: ${reasonIn(data?.prettyDetails)}.`);
  return because(`The connection to ${host} failed (${code ?? message}). It may have taken ${branch} or not; pushing again does no harm. ${again}`);
}

/** `\n  - refs/heads/main: pre-receive hook declined` → its words. */
function reasonIn(details = 'no reason given'): string {
  return details.replaceAll(/\s*\n\s*-\s*(?:refs\/\S+: )?/g, ' ').trim().slice(0, 300);
}
