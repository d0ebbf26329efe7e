import { Octokit } from '@octokit/core';
import { faultOf } from './faults.ts';
import { ForgeError, type PullRequest } from './forge.ts';
import { isSafeAddress, type Place } from './repository.ts';

export { ForgeError } from './forge.ts';

/** One new file, and the request to take it. */
export interface FileProposal {
  /** The branch it is made on; used again when it is there. */
  readonly branch: string;
  /** The branch it is to be merged into. */
  readonly base: string;
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly body: string;
  /** Told before each step, so that a person sees what takes time. */
  readonly step?: (step: 'looking' | 'branch' | 'file' | 'pull-request') => void;
}

/** What came of it. */
export interface Proposed extends PullRequest {
  /** False when everything was there already, from an earlier try. */
  readonly changed: boolean;
}

/** The file is on the base branch already: nothing was written. */
export class FileExists extends Error {
  override readonly name = 'FileExists';
  readonly path: string;

  constructor(path: string) {
    super(`${path} exists already.`);
    this.path = path;
  }
}

/** Longest that one answer may take, in milliseconds. */
const SILENCE = 30_000;

/**
 * Proposes one file by a pull request: branch, file, request. Small enough for a page: octokit's core and nothing around it. Each step
 * looks before it makes, so that after any failure the whole is simply done again and makes nothing twice.
 * @throws ForgeError when GitHub refuses or nobody answers; FileExists when the base branch has the file
 */
export async function proposeFile({ owner, name: repo, api, token }: Place & { readonly token: string }, proposal: FileProposal): Promise<Proposed> {
  if (!isSafeAddress(api)) throw new ForgeError('unreachable', `The token is not sent to ${api}: only https is safe.`);
  const silent = () => undefined;
  const octokit = new Octokit({
    auth: token, baseUrl: api, log: { debug: silent, info: silent, warn: silent, error: silent },
    // A browser would answer a second look from what it kept of the first.
    request: { fetch: (url: string, options: RequestInit) => fetch(url, { ...options, cache: 'no-store', signal: AbortSignal.timeout(SILENCE) }) },
  });
  const where = { owner, repo };
  const ask = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw faultOf(error, what, `${owner}/${repo}`, api);
    }
  };
  const orMissing = <T>(call: Promise<T>): Promise<T | undefined> => call.catch((error: unknown) => {
    if (error instanceof ForgeError && error.fault === 'missing') return undefined;
    throw error;
  });
  const refused = (error: unknown): boolean => error instanceof ForgeError && error.fault === 'refused';
  const { branch, base, path, text, title, body, step = silent } = proposal;

  const fileOn = async (ref: string): Promise<{ sha: string; text: string } | undefined> => {
    const found = await orMissing(ask('the file', () => octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...where, path, ref })));
    const file = found?.data;
    if (file === undefined || Array.isArray(file) || file.type !== 'file') return undefined;
    return { sha: file.sha, text: fromBase64(file.content) };
  };
  const headOf = async (ref: string): Promise<string | undefined> =>
    (await orMissing(ask('the branch', () => octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...where, ref: `heads/${ref}` }))))?.data.object.sha;
  const openRequest = async () => (await ask('the pull requests', () => octokit.request('GET /repos/{owner}/{repo}/pulls', { ...where, state: 'open', head: `${owner}:${branch}` }))).data[0];
  let changed = false;

  step('looking');
  // First of all, so that a wrong name or a blind token is told as that.
  await ask('the repository', () => octokit.request('GET /repos/{owner}/{repo}', where));
  if ((await fileOn(base)) !== undefined) throw new FileExists(path);

  step('branch');
  if ((await headOf(branch)) === undefined) {
    const sha = await headOf(base);
    if (sha === undefined) throw new ForgeError('missing', `The branch ${base} is not there.`);
    await ask('a new branch', () => octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...where, ref: `refs/heads/${branch}`, sha })).catch(async (error: unknown) => {
      // Made in the meantime, or by the try before this one.
      if (!refused(error) || (await headOf(branch)) === undefined) throw error;
    });
    changed = true;
  }

  step('file');
  const put = async (): Promise<void> => {
    const there = await fileOn(branch);
    if (there?.text === text) return;
    await ask('the file', () => octokit.request('PUT /repos/{owner}/{repo}/contents/{path}', { ...where, path, branch, message: title, content: toBase64(text), ...(there && { sha: there.sha }) }));
    changed = true;
  };
  // Two writers at the same moment: look again, once.
  await put().catch((error: unknown) => (refused(error) ? put() : Promise.reject(error)));

  step('pull-request');
  const open = await openRequest();
  if (open) return { number: open.number, url: open.html_url, changed };
  try {
    const { data } = await ask('a new pull request', () => octokit.request('POST /repos/{owner}/{repo}/pulls', { ...where, head: branch, base, title, body }));
    return { number: data.number, url: data.html_url, changed: true };
  } catch (error) {
    const meanwhile = refused(error) ? await openRequest() : undefined;
    if (meanwhile) return { number: meanwhile.number, url: meanwhile.html_url, changed };
    throw error;
  }
}

function toBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

function fromBase64(content: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(content.replace(/\s/g, '')), (sign) => sign.charCodeAt(0)));
}
