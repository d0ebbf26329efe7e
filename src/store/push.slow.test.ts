import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGitServer, type GitServer } from '../fixtures/git-server.ts';
import { pushAddress, pushBranch } from './push.ts';

let home = '';
let root = '';
let server: GitServer;
const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
const gitIn = (folder: string, ...args: string[]): string => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: ENV }).trimEnd();
const git = (...args: string[]): string => gitIn(root, ...args);
const commit = (name: string): void => {
  writeFileSync(join(root, `${name}.yml`), `${name}\n`);
  git('add', '-A');
  git('commit', '-q', '-m', name);
};
const there = (branch = 'work'): string => gitIn(server.folder, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
const push = (options: { token?: string; patience?: number; branch?: string } = {}): Promise<string> =>
  pushBranch(root, { branch: 'work', token: 'good-token', ...options }).then(() => 'pushed', (error: Error) => error.message.replaceAll(new URL(server.url).host, '<host>'));

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hire-push-'));
  server = await startGitServer(join(home, 'server'), 'good-token');
  root = join(home, 'clone');
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  git('config', 'user.name', 'Dana Example');
  git('config', 'user.email', 'dana@mail.example');
  commit('a');
  git('push', '-q', server.folder, 'main');
  git('remote', 'add', 'origin', server.url);
  git('switch', '-q', '-c', 'work');
  commit('b');
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a branch', () => {
  it('gets to the remote, whole, and may be pushed again', async () => {
    expect(await push()).toBe('pushed');
    expect(there()).toBe(git('rev-parse', 'HEAD'));
    expect(await push()).toBe('pushed');
    commit('c');
    expect(await push()).toBe('pushed');
    expect([there(), gitIn(server.folder, 'fsck', '--full', '--strict')]).toEqual([git('rev-parse', 'HEAD'), '']);
    expect(git('rev-parse', 'refs/remotes/origin/work')).toBe(there());
  });

  it('is never forced over what others pushed', async () => {
    await push();
    const before = there();
    git('commit', '-q', '--amend', '-m', 'Another b');
    expect(await push()).toBe('The branch work has commits at <host> that are not here. Take them in first: git pull --rebase origin work; then: git push origin work');
    expect(there()).toBe(before);
  });

  it('is not pushed, for a reason that is named', async () => {
    const at = async (manner: GitServer['manner'], patience?: number): Promise<string> => {
      server.manner = manner;
      const words = await push(patience === undefined ? {} : { patience });
      server.manner = 'serve';
      return words;
    };
    expect([await push({ token: 'bad-token' }), await at('forbid'), await at('break'), await at('hang', 700), await at('drop')]).toMatchInlineSnapshot(`
      [
        "<host> does not accept the token (401): it has expired, was revoked, or is for somewhere else. With a good one in GITHUB_TOKEN, or by git itself: git push -u origin work",
        "<host> does not let this token push (403). It needs “Contents: write” on the repository, or push by git itself: git push -u origin work",
        "<host> is out of order (500). Later: git push -u origin work",
        "<host> did not answer within 1 s. It may have taken work or not; pushing again does no harm. Once more: git push -u origin work",
        "The connection to <host> failed (ECONNRESET). It may have taken work or not; pushing again does no harm. Once more: git push -u origin work",
      ]
    `);
    expect(there()).toBe('');
    git('remote', 'set-url', 'origin', server.url.replace('hiring.git', 'other.git'));
    expect(await push()).toContain('does not know the repository, or does not show it to this token (404)');
    git('remote', 'set-url', 'origin', 'http://127.0.0.1:1/miniature/hiring.git');
    expect(await push()).toContain('The connection to 127.0.0.1:1 failed (ECONNREFUSED)');
    git('remote', 'set-url', 'origin', server.url);
    // The control: the same push goes through when nothing is in its way.
    expect(await push()).toBe('pushed');
  });

  it('that arrived without an answer is found there the next time', async () => {
    server.manner = 'lost';
    expect(await push()).toMatch(/^The connection to <host> failed \(.+\)\. It may have taken work or not; pushing again does no harm\. Once more: git push -u origin work$/);
    expect(there()).toBe(git('rev-parse', 'HEAD'));
    server.manner = 'serve';
    expect(await push()).toBe('pushed');
  });

  it('is declined by the remote’s own rules, in its words', async () => {
    server.decline('No pushes on Fridays');
    expect(await push()).toBe('<host> did not take work: pre-receive hook declined.');
    expect(there()).toBe('');
  });
});

describe('the remote', () => {
  it.each([
    ['git@github.com:tiny/hiring.git', 'The remote “origin” is reached by ssh, with keys that git has and hire has not. Leave out --push and --pull-request, and then: git push -u origin HEAD'],
    ['ssh://git@github.com/tiny/hiring.git', 'The remote “origin” is reached by ssh, with keys that git has and hire has not. Leave out --push and --pull-request, and then: git push -u origin HEAD'],
    ['http://git.example/tiny/hiring.git', 'The remote “origin” is reached in the open (http), where a token would be read on its way. Leave out --push and --pull-request, and then: git push -u origin HEAD'],
    ['../elsewhere', 'The remote “origin” is reached by other means than https. Leave out --push and --pull-request, and then: git push -u origin HEAD'],
  ])('%s is for git itself', async (url, expected) => {
    git('remote', 'set-url', 'origin', url);
    await expect(pushAddress(root)).rejects.toThrow(expected);
  });

  it('may be missing', async () => {
    expect(await pushAddress(root)).toBe(server.url);
    git('remote', 'remove', 'origin');
    await expect(pushAddress(root)).rejects.toThrow('This repository has no remote “origin” to push to.');
  });
});
