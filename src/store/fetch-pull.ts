import { execFile } from 'node:child_process';
import { remoteAddress } from './commit-changes-where.ts';
import { gitEnvironment, runGit } from './git-command.ts';

/** How long git may take, in milliseconds. */
const PATIENCE = 120_000;

/** Whether the repository has a commit. */
export async function hasCommit(root: string, commit: string): Promise<boolean> {
  return (await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`])) !== undefined;
}

/**
 * Fetches the objects of a pull request from the remote `origin`: nothing is checked out, no branch of ours moves, no submodule follows.
 * The token goes through the environment, so that no list of processes shows it, and only to the remote’s own address.
 * @returns whether git did it
 */
export async function fetchPull(root: string, number: number, token: string): Promise<boolean> {
  const address = await remoteAddress(root);
  if (address === undefined) return false;
  const { protocol, origin } = URL.canParse(address) ? new URL(address) : { protocol: '', origin: '' };
  const isSafe = protocol === 'https:' || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|$)/.test(origin);
  const secret = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const env = { ...gitEnvironment(), ...(isSafe && { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.${origin}/.extraheader`, GIT_CONFIG_VALUE_0: secret }) };
  return new Promise((resolve) => {
    const words = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', 'origin', `+refs/pull/${number}/head:refs/hire/pull/${number}`];
    execFile('git', ['-C', root, ...words], { env, timeout: PATIENCE }, (error) => resolve(!error));
  });
}
