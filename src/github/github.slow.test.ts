import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { addIssue, smallWorld, type FakeRepository } from '../fixtures/github/world.ts';
import type { Forge, ForgeError } from './forge.ts';
import { keepIssues, type WantedIssue } from './issues.ts';
import { octokitForge } from './octokit.ts';

let fake: FakeGitHub;
let repository: FakeRepository;
beforeEach(async () => {
  fake = await startFakeGitHub(smallWorld());
  repository = fake.world.repositories[0] as FakeRepository;
});
afterEach(() => fake.close());

const forge = (token = 'person-token', name = 'hiring', api = fake.url): Forge => octokitForge({ owner: 'miniature', name, api, token, pace: 'at once' });
const HOME = '/repos/miniature/hiring';
const calls = (): string[] => fake.log.splice(0).map((line) => line.replaceAll(HOME, ''));
const branch = (name: string): void => void repository.refs.set(`heads/${name}`, '2'.repeat(40));
const PROPOSAL = { head: 'hire/advance', title: 'Advance', body: 'Two candidates.' };

describe('a pull request', () => {
  it('is opened once, into the default branch, however often it is asked for', async () => {
    branch('hire/advance');
    expect(await forge().createPullRequest(PROPOSAL)).toEqual({ number: 1, url: 'https://github.example/miniature/hiring/pull/1', created: true });
    expect(await forge().createPullRequest(PROPOSAL)).toEqual({ number: 1, url: 'https://github.example/miniature/hiring/pull/1', created: false });
    expect(repository.issues.map(({ title, body, pull }) => ({ title, body, pull }))).toEqual([{ title: 'Advance', body: 'Two candidates.', pull: { head: 'hire/advance', base: 'main' } }]);
    branch('hire/other');
    expect((await forge().createPullRequest({ ...PROPOSAL, head: 'hire/other', base: 'main' })).number).toBe(2);
  });

  it('is found when the answer to its making got lost, and is not made twice', async () => {
    branch('hire/advance');
    fake.disturb({ method: 'POST', does: 'lost', times: 1 });
    expect(await forge().createPullRequest(PROPOSAL)).toMatchObject({ number: 1, created: false });
    expect(repository.issues).toHaveLength(1);
  });

  it('needs a branch that is there and ahead', async () => {
    await expect(forge().createPullRequest(PROPOSAL)).rejects.toThrow('GitHub refuses a new pull request of miniature/hiring (422: Validation Failed: head invalid).');
    branch('hire/advance');
    repository.merged.add('hire/advance');
    await expect(forge().createPullRequest(PROPOSAL)).rejects.toThrow('No commits between main and hire/advance');
  });
});

const WANTED: WantedIssue[] = [
  { key: 'alice', title: 'Alice: 1 score', body: '- teal-otter-7f\n', assignees: ['alice-sample'] },
  { key: 'bob--x>y', title: 'Bob: 2 scores', body: '- red-fox-2a\n- red-fox-2b', assignees: ['left-long-ago'] },
];
const keep = (wanted: readonly WantedIssue[], { token = 'workflow-token', dryRun = false } = {}) => keepIssues(forge(token), wanted, { label: 'hire due', dryRun }).then((steps) => steps.map(({ does, key, number }) => `${does} ${key} ${number ?? '-'}`));

describe('issues that keep themselves', () => {
  it('are made once, and nobody hears of a morning on which nothing changed', async () => {
    expect(await keep(WANTED)).toEqual(['create alice 1', 'create bob--x>y 2']);
    expect(repository.issues.map(({ title, labels, assignees }) => [title, labels, assignees])).toEqual([['Alice: 1 score', ['hire due'], ['alice-sample']], ['Bob: 2 scores', ['hire due'], []]]);
    calls();
    expect(await keep(WANTED)).toEqual([]);
    expect(calls().filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('are changed where their words differ, closed when nobody wants them, and opened again', async () => {
    await keep(WANTED);
    const [alice, bob] = WANTED as [WantedIssue, WantedIssue];
    expect(await keep([{ ...alice, body: '- blue-hare-3b' }])).toEqual(['update alice 1', 'close bob--x>y 2']);
    expect(repository.issues.map(({ state, body }) => [state, body])).toEqual([['open', '<!-- hire hire%20due alice -->\n- blue-hare-3b\n'], ['closed', '<!-- hire hire%20due bob--x%3Ey -->\nNothing is left to do here.\n']]);
    expect(await keep([])).toEqual(['close alice 1']);
    expect(await keep([])).toEqual([]);
    expect(await keep([bob])).toEqual(['reopen bob--x>y 2']);
    expect(repository.issues).toHaveLength(2);
  });

  it('stay closed where a person closed them, until there is something new', async () => {
    await keep(WANTED);
    const [alice, bob] = WANTED as [WantedIssue, WantedIssue];
    (repository.issues[0] as { state: string }).state = 'closed';
    (repository.issues[0] as { body: string }).body = (repository.issues[0]?.body ?? '').replaceAll('\n', '\r\n');
    expect(await keep(WANTED)).toEqual([]);
    expect(await keep([{ ...alice, title: 'Alice: 2 scores' }, bob])).toEqual(['reopen alice 1']);
  });

  it('are told in a dry run, and nothing is done', async () => {
    expect(await keep(WANTED, { dryRun: true })).toEqual(['create alice -', 'create bob--x>y -']);
    expect(repository.issues).toEqual([]);
    await keep(WANTED);
    calls();
    expect(await keep(WANTED.slice(0, 1), { dryRun: true })).toEqual(['close bob--x>y 2']);
    expect(calls().filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('are never somebody else’s, another label’s or a pull request, whatever those quote', async () => {
    const body = '<!-- hire hire%20due alice -->\nMine.\n';
    for (const [user, labels] of [['dana-example', ['hire due']], ['alice-sample', ['hire due']]] as const) addIssue(repository, { login: user, type: 'User' }, { title: 'Quote', body, labels: [...labels] });
    addIssue(repository, { login: 'github-actions[bot]', type: 'Bot' }, { title: 'Other label', body, labels: ['bug'] });
    addIssue(repository, { login: 'github-actions[bot]', type: 'Bot' }, { title: 'Pull', body, labels: ['hire due'], pull: { head: 'a', base: 'main' } });
    addIssue(repository, { login: 'github-actions[bot]', type: 'Bot' }, { title: 'Further down', body: `> quoted\n${body}`, labels: ['hire due'] });
    expect(await keep([WANTED[0] as WantedIssue])).toEqual(['create alice 6']);
    expect(await keep([])).toEqual(['close alice 6']);
    // The control: the same words by the account that asks are its own.
    expect(await keep([], { token: 'person-token' })).toEqual(['close alice 1']);
  });

  it('are found on every page, and one that was made twice is closed', async () => {
    const bot = { login: 'github-actions[bot]', type: 'Bot' };
    for (let number = 1; number <= 230; number++) addIssue(repository, bot, { title: `${number}`, body: `<!-- hire hire%20due key-${number % 229} -->\n${number}\n`, labels: ['hire due'] });
    const wanted = Array.from({ length: 229 }, (_, index): WantedIssue => ({ key: `key-${index}`, title: index === 0 ? '229' : `${index}`, body: index === 0 ? '229' : `${index}` }));
    expect(await keep(wanted)).toEqual(['close key-1 230']);
    expect(calls().filter((line) => line.includes('page=')).map((line) => /[?&]page=(\d)/.exec(line)?.[1] ?? '1')).toEqual(['1', '2', '3']);
  });
});

describe('what GitHub refuses', () => {
  const fault = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'nothing', (error: ForgeError) => `${error.fault}: ${error.message.replaceAll(fake.url, '<fake>')}`);

  it('is named', async () => {
    expect([
      await fault(forge('no-token').issues('x')),
      await fault(forge('reader-token').createIssue({ title: 'a', body: '', labels: [], assignees: [] })),
      await fault(forge('person-token', 'other').issues('x')),
      await fault(forge().createIssue({ title: ' ', body: '', labels: [], assignees: [] })),
      await fault(forge('person-token', 'hiring', 'http://127.0.0.1:1').issues('x')),
    ]).toMatchInlineSnapshot(`
      [
        "token: GitHub does not accept the token (401): it has expired, was revoked or is incomplete. Put a new one into GITHUB_TOKEN.",
        "forbidden: The token may not do this with a new issue of miniature/hiring (403: Resource not accessible by integration).",
        "missing: GitHub does not show the issues of miniature/other to this token (404): the name is wrong, or the token may not see it.",
        "refused: GitHub refuses a new issue of miniature/hiring (422: Validation Failed: title missing_field).",
        "unreachable: GitHub cannot be reached at http://127.0.0.1:1 (bad port). Try again when the network is there.",
      ]
    `);
    expect(() => forge('person-token', 'hiring', 'http://api.github.example')).toThrow('only https is safe');
  });

  it('is tried again where that helps: out of order, too many calls', async () => {
    fake.disturb({ path: `${HOME}/issues`, does: { status: 502 }, times: 2 });
    expect(await forge().issues('x')).toEqual([]);
    fake.disturb({ path: `${HOME}/issues`, does: { status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '60' } }, times: 2 });
    expect(await forge().issues('x')).toEqual([]);
    expect(calls().filter((line) => line.includes('/issues')).map((line) => line.slice(-3))).toEqual(['502', '502', '200', '403', '403', '200']);
  });

  it('is named where waiting would take too long, or does not help', async () => {
    const reset = String(Math.floor(Date.parse('2037-01-01T12:30Z') / 1000));
    fake.disturb({ path: `${HOME}/issues`, does: { status: 403, body: { message: 'API rate limit exceeded' }, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } }, times: 1 });
    expect(await fault(forge().issues('x'))).toBe('limit: GitHub has had enough calls with this token for now, until 2037-01-01T12:30Z. What was done stays done; the same command goes on from there.');
    fake.disturb({ path: `${HOME}/issues`, does: { status: 429, body: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '600' } }, times: 1 });
    expect(await fault(forge().issues('x'))).toBe('limit: GitHub has had enough calls with this token for now; it asks to wait 10 min. What was done stays done; the same command goes on from there.');
    fake.disturb({ path: `${HOME}/issues`, does: { status: 503 }, times: 9 });
    expect(await fault(forge().issues('x'))).toBe('broken: GitHub is out of order (503). Try again later; what was done stays done.');
  });

  it('never makes an issue twice: what was lost is found the next time', async () => {
    fake.disturb({ method: 'POST', does: 'lost', times: 1 });
    expect(await fault(keep(WANTED))).toMatch(/^unreachable: GitHub cannot be reached/);
    expect(repository.issues).toHaveLength(1);
    expect(await keep(WANTED)).toEqual(['create bob--x>y 2']);
    expect(repository.issues).toHaveLength(2);
  });

  it('is asked for nothing that names the token', async () => {
    await forge().issues('x');
    expect(calls().join('\n')).not.toContain('person-token');
    expect(await fault(forge('secret-words').issues('x'))).not.toContain('secret-words');
  });
});
