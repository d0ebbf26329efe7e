import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGitServer, type GitServer } from '../fixtures/git-server.ts';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { smallWorld } from '../fixtures/github/world.ts';
import type { Change } from '../model/change.ts';
import { applyPlan, readyToWrite, type Written } from './apply.ts';
import type { Context, Input } from './command.ts';

const TOKEN = 'person-token';
let home = '';
let root = '';
let server: GitServer;
let fake: FakeGitHub;
let err = '';
const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hire-plan-'));
  root = join(home, 'clone');
  server = await startGitServer(join(home, 'server'), TOKEN);
  fake = await startFakeGitHub(smallWorld());
  mkdirSync(join(root, 'content'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dana Example');
  git('config', 'user.email', 'dana@mail.example');
  writeFileSync(join(root, '.gitignore'), '.hire/\n');
  writeFileSync(join(root, 'content/a.yml'), 'a: 1\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  git('push', '-q', server.folder, 'main');
  git('remote', 'add', 'origin', server.url);
  err = '';
});
afterEach(async () => {
  await server.close();
  await fake.close();
  rmSync(home, { recursive: true, force: true });
});

const contextWith = (env: Context['env']): Context => ({
  cwd: root, env, stdout: () => undefined, stderr: (text) => void (err += text), terminal: { input: false, output: false, errors: false, columns: 80 },
  machineNow: () => 0, stdin: () => Promise.resolve(''), random: { below: () => 0 }, ask: () => Promise.reject(new Error('Nobody answers')), keys: () => { throw new Error('nobody takes the screen'); }, interrupted: new AbortController().signal,
});
const CHANGES: Change[] = [{ path: 'content/a.yml', before: 'a: 1\n', after: 'a: 2\n' }];
const PLAN = { message: 'Advance teal-otter-7f\n\nTo the technical challenge.', branch: 'hire/advance-teal-otter-7f' };

function apply(options: Input['options'], env: Context['env'] = { GITHUB_TOKEN: TOKEN, GITHUB_API_URL: fake.url }): Promise<Written | string> {
  return applyPlan(contextWith(env), { options, words: [] }, root, CHANGES, PLAN).catch((error: Error) => error.message);
}
const nothing = (): void => expect([git('status', '--porcelain'), git('rev-list', '--all', '--count')]).toEqual(['', '1']);

describe('a plan', () => {
  it('is committed on a new branch, and the person is told where they are', async () => {
    expect(await apply({})).toMatchObject({ paths: ['content/a.yml'], commit: { branch: PLAN.branch, created: true } });
    expect(err).toBe('Committed on the new branch hire/advance-teal-otter-7f. “git switch main” goes back; --pull-request would propose it.\n');
  });

  it('is written alone with --no-commit, and not at all with --dry-run', async () => {
    expect(await apply({ 'dry-run': true })).toEqual({ paths: ['content/a.yml'] });
    nothing();
    await apply({ 'no-commit': true });
    expect(err).toBe('Nothing was changed (--dry-run).\nWrote 1 file and committed nothing.\n');
    expect([git('status', '--porcelain'), readFileSync(join(root, 'content/a.yml'), 'utf8')]).toEqual([' M content/a.yml', 'a: 2\n']);
  });

  it('is pushed and proposed, once', async () => {
    // Where a real one learns of a push by itself, the fake is told.
    fake.world.repositories[0]?.refs.set(`heads/${PLAN.branch}`, '2'.repeat(40));
    expect(await apply({ 'pull-request': true })).toMatchObject({ pushed: true, pullRequest: 'https://github.example/miniature/hiring/pull/1' });
    expect(err).toBe('Committed on the new branch hire/advance-teal-otter-7f. “git switch main” goes back.\nProposed: https://github.example/miniature/hiring/pull/1\n');
    expect(execFileSync('git', ['-C', server.folder, 'rev-parse', PLAN.branch], { encoding: 'utf8' }).trim()).toBe(git('rev-parse', 'HEAD'));
    expect(fake.world.repositories[0]?.issues.map(({ title, body, pull }) => ({ title, body, pull }))).toEqual([{ title: 'Advance teal-otter-7f', body: 'To the technical challenge.', pull: { head: PLAN.branch, base: 'main' } }]);
  });

  it('is refused before anything is written where it can be known that it will not get through', async () => {
    expect([
      await apply({ 'no-commit': true, push: true }),
      await apply({ 'no-commit': true, branch: 'x' }),
      await apply({ branch: 'two words' }),
      await apply({ push: true }, {}),
    ]).toMatchInlineSnapshot(`
      [
        "Give --no-commit or --push, not both: without a commit there is nothing to push.",
        "Give --no-commit or --branch, not both: without a commit there is no branch.",
        "--branch: “two words” is no name for a branch; letters, digits, “-”, “_”, “.” and “/” between them will do.",
        "This needs a token for GitHub in GITHUB_TOKEN (or GH_TOKEN): a fine-grained one for this repository alone, with “Contents”, “Pull requests” or “Issues” as the task needs. “gh auth token” prints one where the GitHub command line is set up.
      Nothing was written.",
      ]
    `);
    git('remote', 'set-url', 'origin', 'git@github.com:tiny/hiring.git');
    expect(await apply({ push: true })).toBe('The remote “origin” is reached by ssh, with keys that git has and hire has not. Leave out --push and --pull-request, and then: git push -u origin HEAD\nNothing was written.');
    nothing();
  });

  it('keeps its commit where the remote or GitHub refuses, and says how to go on', async () => {
    server.manner = 'forbid';
    const written = await apply({ push: true });
    expect(written).toMatchObject({ commit: { branch: PLAN.branch }, pushed: false });
    expect(err.replaceAll(new URL(server.url).host, '<host>')).toBe(`Committed on the new branch ${PLAN.branch}. “git switch main” goes back.\nThe commit is on ${PLAN.branch} here, and nothing is lost; it was not pushed.\n<host> does not let this token push (403). It needs “Contents: write” on the repository, or push by git itself: git push -u origin ${PLAN.branch}\n`);
    expect((written as Written).failed).toContain('it was not pushed');
    server.manner = 'serve';
    git('switch', '-q', 'main');
    err = '';
    expect(await apply({ 'pull-request': true })).toMatchObject({ pushed: true, commit: { branch: `${PLAN.branch}-2` } });
    expect(err).toContain(`The commit is on ${PLAN.branch}-2 and pushed; it was not proposed.\nGitHub refuses a new pull request of miniature/hiring (422: Validation Failed: head invalid).\n`);
    expect(`${err}${JSON.stringify(written)}`).not.toContain(TOKEN);
  });
});

describe('before a plan is made', () => {
  it('what a killed run left is cleared up, and said', async () => {
    writeFileSync(join(root, 'content/a.yml'), 'a: 2\n');
    mkdirSync(join(root, '.hire'));
    writeFileSync(join(root, '.hire/journal.json'), JSON.stringify({ format: 1, changes: CHANGES, folders: [] }));
    await readyToWrite(contextWith({}), root, { dryRun: true });
    expect(err).toBe('');
    await readyToWrite(contextWith({}), root);
    await readyToWrite(contextWith({}), root);
    expect(err).toBe('The run before this one was interrupted; what it had written was undone (1 file).\n');
    nothing();
  });
});
