import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGitServer, type GitServer } from '../fixtures/git-server.ts';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { smallWorld } from '../fixtures/github/world.ts';
import { benchOf, HEALTHY, type Bench, type Ran } from './test-context.ts';

const TOKEN = 'person-token';
const BRANCH = 'scores/noa';
const HERON = 'content/candidates/builder-2026/plum-heron-2k';
const CRANE = 'content/candidates/builder-2026/lime-crane-4d';
const DRAFT = '.hire/drafts/builder-2026/plum-heron-2k/small-task/noa.json';
const EVIDENCE = 'Three lines add up to the cent.';
const KEYS = ['m', `3${EVIDENCE}`, '<enter>', `4${EVIDENCE}`, '<enter>', '3', '1', '<enter>', '<enter>', 'y'];
const GIVEN = ['--mark', 'correctness=3', '--evidence', `correctness: ${EVIDENCE}`, '--mark', 'explanation=2', '--evidence', `explanation: ${EVIDENCE}`, '--recommendation', 'yes', '--bar', 'unsure'];

let home = '';
let bench: Bench;
let server: GitServer;
let fake: FakeGitHub;
const gitIn = (folder: string, ...words: string[]): string => execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const git = (...words: string[]): string => gitIn(bench.root, ...words);
const there = (): string => gitIn(server.folder, 'for-each-ref', '--format=%(objectname)', `refs/heads/${BRANCH}`);
const env = (token = TOKEN): Record<string, string> => ({ GITHUB_TOKEN: token, GITHUB_API_URL: fake.url });
const score = (words: readonly string[], token = TOKEN): Promise<Ran> => bench.hire(['score', 'plum-heron-2k', ...words], { env: env(token), keys: KEYS });
const said = ({ err }: Ran): string => err.replaceAll(new URL(server.url).host, '<host>').replaceAll(/\([0-9a-f]{7}\)/g, '(<commit>)');
/** Where a real one learns of a push by itself, the fake is told. */
const tell = (): void => void fake.world.repositories[0]?.refs.set(`heads/${BRANCH}`, git('rev-parse', BRANCH));

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hire-score-'));
  server = await startGitServer(join(home, 'server'), TOKEN);
  fake = await startFakeGitHub(smallWorld());
  bench = benchOf(HEALTHY);
  bench.write('.hire/local.yml', 'me: noa\n');
  bench.write('.gitignore', '.hire/\n');
  for (const part of ['candidate.yml', 'submissions/small-task.yml']) bench.write(`${CRANE}/${part}`, readFileSync(join(bench.root, HERON, part), 'utf8'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Noa Sample');
  git('config', 'user.email', 'noa@sample.example');
  git('add', '.');
  git('commit', '-qm', 'Begin');
  git('push', '-q', server.folder, 'main');
  git('remote', 'add', 'origin', server.url);
});
afterEach(async () => {
  await server.close();
  await fake.close();
  bench.remove();
  rmSync(home, { recursive: true, force: true });
});

describe('a score that is pushed', () => {
  it('is proposed, and the next travels in the same pull request', async () => {
    // The pull request is refused while the fake does not know the branch; said again, it is opened.
    expect(await score(['--pull-request'])).toMatchObject({ code: 1 });
    expect(existsSync(join(bench.root, DRAFT))).toBe(true);
    tell();
    const again = await score(['--pull-request']);
    expect(said(again)).toBe(`Your score stands in ${HERON}/scores/small-task/noa.yml already; nothing was written.\nProposed: https://github.example/miniature/hiring/pull/1\n`);
    expect([again.code, there(), existsSync(join(bench.root, DRAFT))]).toEqual([0, git('rev-parse', BRANCH), false]);
    git('switch', '-q', 'main');
    const second = await bench.hire(['score', 'lime-crane-4d', '--pull-request', ...GIVEN], { env: env() });
    expect(said(second)).toBe(`On ${BRANCH} now, where your scores are collected.\nCommitted on ${BRANCH} (<commit>).\nAdded to the pull request: https://github.example/miniature/hiring/pull/1\n`);
    expect([second.code, there(), gitIn(server.folder, 'rev-list', '--count', `main..${BRANCH}`)]).toEqual([0, git('rev-parse', BRANCH), '2']);
    expect(fake.world.repositories[0]?.issues.map(({ title, body, pull }) => ({ title, body, pull }))).toEqual([
      { title: 'Score plum-heron-2k, small-task', body: 'By noa, against small-task@2.', pull: { head: BRANCH, base: 'main' } },
    ]);
  });

  it('keeps draft and commit where a token may not push, and is pushed by the same words with one that may', async () => {
    server.manner = 'forbid';
    const first = await score(['--push']);
    expect(first.code).toBe(1);
    expect(said(first)).toMatchInlineSnapshot(`
      "Committed on the new branch scores/noa. “git switch main” goes back.
      The commit is on scores/noa here, and nothing is lost; it was not pushed.
      <host> does not let this token push (403). It needs “Contents: write” on the repository, or push by git itself: git push -u origin scores/noa
      Say the same command again: what is committed stays, and what is missing is done.
      The draft is kept: hire score plum-heron-2k
      "
    `);
    const commit = git('rev-parse', BRANCH);
    expect([git('status', '--short'), there(), existsSync(join(bench.root, DRAFT))]).toEqual(['', '', true]);
    server.manner = 'serve';
    const bad = await score(['--push'], 'bad-token');
    expect(said(bad)).toContain('<host> does not accept the token (401)');
    expect(bad.code).toBe(1);
    const good = await score(['--push']);
    expect(said(good)).toBe(`Your score stands in ${HERON}/scores/small-task/noa.yml already; nothing was written.\nPushed ${BRANCH}.\n`);
    expect([good.code, there(), git('rev-parse', BRANCH), existsSync(join(bench.root, DRAFT))]).toEqual([0, commit, commit, false]);
    expect(`${first.err}${bad.err}${good.err}`).not.toContain(TOKEN);
  });

  it.each(['drop', 'lost', 'break'] as const)('survives a connection that fails (%s), and is safe to repeat', async (manner) => {
    server.manner = manner;
    expect((await score(['--push', ...GIVEN])).code).toBe(1);
    const commit = git('rev-parse', BRANCH);
    server.manner = 'serve';
    expect((await score(['--push', ...GIVEN])).code).toBe(0);
    expect([there(), git('rev-parse', BRANCH), git('rev-list', '--count', `main..${BRANCH}`), git('status', '--short')]).toEqual([commit, commit, '1', '']);
  });

  it('is never forced over what another machine pushed meanwhile', async () => {
    const other = join(home, 'other');
    execFileSync('git', ['clone', '-q', server.folder, other]);
    gitIn(other, 'switch', '-q', '-c', BRANCH);
    gitIn(other, '-c', 'user.name=Noa Sample', '-c', 'user.email=noa@sample.example', 'commit', '-q', '--allow-empty', '-m', 'From the laptop');
    gitIn(other, 'push', '-q', 'origin', BRANCH);
    const before = there();
    const ran = await score(['--push', ...GIVEN]);
    expect(ran.code).toBe(1);
    expect(said(ran)).toContain(`The branch ${BRANCH} has commits at <host> that are not here. Take them in first: git pull --rebase origin ${BRANCH}; then: git push origin ${BRANCH}`);
    expect(there()).toBe(before);
    git('fetch', '-q', server.folder, `${BRANCH}:refs/remotes/origin/${BRANCH}`);
    git('rebase', '-q', `origin/${BRANCH}`);
    expect((await score(['--push', ...GIVEN])).code).toBe(0);
    expect(there()).toBe(git('rev-parse', BRANCH));
  });

  it('is refused before anybody is asked where nothing leads to a remote, and on the default branch there is nothing to push', async () => {
    await score(GIVEN);
    git('switch', '-q', 'main');
    git('merge', '-q', '--ff-only', BRANCH);
    git('branch', '-q', '-D', BRANCH);
    const merged = await score(['--push', ...GIVEN]);
    expect([merged.code, merged.err]).toEqual([0, `Your score stands in ${HERON}/scores/small-task/noa.yml already; nothing was written.\nIt stands on main, so there is nothing to push.\n`]);
    git('remote', 'set-url', 'origin', 'git@github.com:tiny/hiring.git');
    const ran = await bench.hire(['score', 'lime-crane-4d', '--push', ...GIVEN], { env: env() });
    expect([ran.code, existsSync(join(bench.root, CRANE, 'scores'))]).toEqual([2, false]);
    expect(ran.err).toContain('The remote “origin” is reached by ssh');
    expect(await bench.hire(['score', 'lime-crane-4d', '--push'], { env: env(), keys: KEYS })).toMatchObject({ code: 2, screens: [] });
  });
});
