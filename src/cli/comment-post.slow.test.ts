import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { startGitServer } from '../fixtures/git-server.ts';
import { addIssue, commitTo, smallWorld, type FakeIssue, type FakeRemark, type FakeRepository } from '../fixtures/github/world.ts';
import { PULL, stagedPull, type StagedPull } from '../fixtures/pull-request.ts';
import { HEALTHY, runHire, type Ran } from './test-context.ts';

const KIM = 2001;
const BOT = { login: 'github-actions[bot]', type: 'Bot' };
const CANDIDATE = 'content/candidates/builder-2026/plum-heron-2k/candidate.yml';

let pull: StagedPull;
let fake: FakeGitHub;
let repository: FakeRepository;
let issue: FakeIssue;
beforeEach(async () => {
  pull = stagedPull(HEALTHY);
  fake = await startFakeGitHub(smallWorld());
  repository = fake.world.repositories[0] as FakeRepository;
  for (let number = 1; number <= PULL; number++) issue = addIssue(repository, { login: 'kim_example', type: 'User' }, { title: `${number}`, pull: { head: 'proposal', base: 'main' } });
  pull.edit(CANDIDATE, 'source: job-board', 'source: direct');
  pull.commit();
});
afterEach(async () => {
  pull.dispose();
  await fake.close();
});

const post = (words: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Ran> => runHire(pull.root, ['comment', '--post', '--event', pull.event(KIM), ...words], {
  env: { GITHUB_TOKEN: 'workflow-token', GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url, ...env },
});
const calls = (): string[] => fake.log.splice(0).map((line) => line.replace('/repos/miniature/hiring', '').replace(/\?\S*/, ''));
const bodies = (): string[] => issue.comments.map(({ body }) => body);

describe('hire comment --post', () => {
  it('says it once, in three calls, and nothing more while nothing changes', async () => {
    expect(await post()).toMatchObject({ code: 0 });
    expect(calls()).toEqual([`GET /issues/${PULL} 200`, `POST /issues/${PULL}/comments 201`, `POST /issues/${PULL}/labels 200`]);
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- hire says pull%20request -->\n### In order\n/)]);
    expect((await post()).err).toContain('as it should be');
    expect(calls()).toEqual([`GET /issues/${PULL} 200`, `GET /issues/${PULL}/comments 200`]);
    pull.edit(CANDIDATE, 'source: direct', 'source: nowhere');
    pull.commit();
    expect(await post()).toMatchObject({ code: 1 });
    expect(calls()).toEqual([`GET /issues/${PULL} 200`, `GET /issues/${PULL}/comments 200`, 'PATCH /issues/comments/1 200', `POST /issues/${PULL}/labels 200`]);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain('One thing stands in the way');
  });

  it('finds its own among hundreds, and lets be what others wrote', async () => {
    for (let number = 0; number < 130; number++) issue.comments.push({ id: 1000 + number, body: `Comment ${number}`, user: { login: 'mia_example', type: 'User' } });
    const quoted = { id: 2000, body: '<!-- hire says pull%20request -->\nI am the bot.', user: { login: 'mia_example', type: 'User' } };
    issue.comments.push(quoted);
    await post();
    expect(bodies()).toHaveLength(132);
    expect(quoted.body).toContain('I am the bot.');
    await post();
    expect(bodies()).toHaveLength(132);
    pull.edit(CANDIDATE, 'source: direct', 'source: referral');
    pull.commit();
    await post();
    expect(bodies()).toHaveLength(132);
  });

  it('leaves equal words alone whatever line ends GitHub keeps, and mends what somebody changed', async () => {
    await post();
    const [own] = issue.comments;
    if (!own) throw new Error('Nothing was said.');
    own.body = own.body.replaceAll('\n', '\r\n');
    await post();
    expect(own.body).toContain('\r\n');
    own.body = `${own.body}Never mind.`;
    await post();
    expect(own.body).not.toContain('Never mind.');
  });

  it('takes away what a run said twice, and keeps the older', async () => {
    await post();
    issue.comments.push({ id: 99, body: bodies()[0] ?? '', user: BOT });
    expect((await post()).err).toContain('Another run had written one at the same time; it was taken away.');
    expect(issue.comments.map(({ id }) => id)).toEqual([1]);
  });

  it('sets its labels, takes them away again, and touches no other', async () => {
    issue.labels = ['bug', 'scores', 'urgent'];
    await post();
    expect(issue.labels.sort()).toEqual(['bug', 'record', 'urgent']);
    pull.edit(CANDIDATE, 'source: direct', 'source: nowhere');
    pull.write('README.md', 'A\n');
    pull.edit('content/settings.yml', 'title: Hiring', 'title: Hire');
    pull.commit();
    await post();
    expect(issue.labels.sort()).toEqual(['blocked', 'bug', 'engine', 'process', 'record', 'urgent']);
  });

  it('says nothing on one that was closed meanwhile', async () => {
    issue.state = 'closed';
    const { code, err } = await post();
    expect([code, bodies()]).toEqual([0, []]);
    expect(err).toContain(`Pull request ${PULL} was closed meanwhile; nothing was posted.`);
  });

  it('names what the token may not do', async () => {
    const { code, err } = await post([], { GITHUB_TOKEN: 'reader-token' });
    expect(code).toBe(2);
    expect(err).toMatch(/The token may not do this with a new comment/);
    expect((await post([], { GITHUB_TOKEN: 'nobody' })).err).toContain('GitHub does not accept the token');
    expect((await post([], { GITHUB_TOKEN: '' })).err).toContain('This needs a token');
    expect(bodies()).toEqual([]);
  });

  it('posts nothing with --dry-run', async () => {
    expect((await post(['--dry-run'])).err).toContain('Nothing was posted');
    expect(fake.log).toEqual([]);
  });

  it('cuts what one comment cannot hold, and says where the whole is', async () => {
    for (let number = 0; number < 22; number++) pull.write(`content/messages/long-${number}.en.md`, pull.read('content/messages/next.en.md').replace('Hello', `${'Many words. '.repeat(600)}Hello`));
    pull.commit();
    const summary = join(pull.root, '.git', 'summary.md');
    await post([], { GITHUB_STEP_SUMMARY: summary, GITHUB_SERVER_URL: 'https://github.example', GITHUB_RUN_ID: '42' });
    const [body = ''] = bodies();
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.slice(-400)).toMatch(/\*\*There is more than one comment holds\.\*\* The whole is in \[the summary of this run\]\(https:\/\/github\.example\/miniature\/hiring\/actions\/runs\/42\)\.\n$/);
    expect(readFileSync(summary, 'utf8').length).toBeGreaterThan(65_536);
    await post();
    expect(bodies()[0]?.slice(-400)).toContain('The whole is in `.hire/comment-7.md`, on the machine that wrote this.');
  });
});

describe('mechanical mends', () => {
  beforeEach(() => {
    fake.world.accounts.set('gate-token', { ...BOT, type: 'Bot', rights: { metadata: 'read', contents: 'read', issues: 'write', pull_requests: 'write' } });
    pull.edit('content/pipelines/craft.yml', 'rubric: talk', 'rubric: tlak');
    pull.edit('rubrics/small-task.md', '62.5%', '52.5%');
    pull.commit();
    // What the fake knows of the difference.
    commitTo(repository, 'proposal', { 'content/pipelines/craft.yml': 'a', 'rubrics/small-task.md': 'b' }, { from: 'main' });
  });
  const suggest = (): Promise<Ran> => post([], { GITHUB_TOKEN: 'gate-token' });
  const remarks = (): FakeRemark[] => issue.pull?.remarks ?? [];

  it('are suggested once, on their lines, in one review', async () => {
    expect((await suggest()).err).toContain('2 mends were suggested.');
    expect(remarks().map(({ path, line, body }) => [path, line, /```suggestion\n([^]*)\n```/.exec(body)?.[1]])).toEqual([
      ['content/pipelines/craft.yml', 34, '    rubric: talk'], ['rubrics/small-task.md', 15, '| Correctness | 62.5% | Every total is right to the cent, a \\| b |'],
    ]);
    expect(issue.pull?.reviews).toHaveLength(1);
    expect((await suggest()).err).not.toContain('suggested');
    expect(remarks()).toHaveLength(2);
  });

  it('are said again where only somebody else quoted them', async () => {
    await suggest();
    const [first] = remarks();
    Object.assign(issue.pull ?? {}, { remarks: [{ ...first, user: { login: 'mia_example', type: 'User' } }] });
    await suggest();
    expect(remarks()).toHaveLength(3);
  });

  it('are left out where GitHub takes none, and the comment stands all the same', async () => {
    fake.disturb({ method: 'POST', path: `/repos/miniature/hiring/pulls/${PULL}/reviews`, does: { status: 422, body: { message: 'Line could not be resolved' } }, times: 1 });
    const { code, err } = await suggest();
    expect(code).toBe(1);
    expect(err).toContain('No mend could be suggested.');
    expect(bodies()).toHaveLength(1);
  });
});

describe('the commits of a fork', () => {
  it('are fetched as objects and never checked out', async () => {
    const home = mkdtempSync(join(tmpdir(), 'hire-served-'));
    const clone = join(home, 'clone');
    const server = await startGitServer(home, 'workflow-token');
    try {
      const event = pull.event(KIM);
      pull.git('push', '-q', server.folder, 'main', `proposal:refs/pull/${PULL}/head`);
      execFileSync('git', ['clone', '-q', `file://${server.folder}`, clone]);
      execFileSync('git', ['-C', clone, 'remote', 'set-url', 'origin', server.url]);
      const head = (): string => execFileSync('git', ['-C', clone, 'status', '--porcelain', '--branch'], { encoding: 'utf8' });
      const before = head();
      const env = { GITHUB_TOKEN: 'workflow-token', GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url };
      expect((await runHire(clone, ['comment', '--event', event], { env })).out).toContain('does not have the head commit');
      expect(await runHire(clone, ['comment', '--post', '--event', event], { env })).toMatchObject({ code: 0 });
      expect(bodies()[0]).toContain('In order');
      expect(head()).toBe(before);
      expect(readFileSync(join(clone, '.git/config'), 'utf8')).not.toContain('workflow-token');
      expect(readFileSync(join(clone, CANDIDATE), 'utf8')).toContain('source: job-board');
    } finally {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
