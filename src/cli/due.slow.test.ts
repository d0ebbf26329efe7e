import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { smallWorld, type FakeRepository } from '../fixtures/github/world.ts';
import { benchOf, HEALTHY, type Bench, type Ran } from './test-context.ts';

let bench: Bench;
beforeEach(() => {
  bench = benchOf(HEALTHY);
});
afterEach(() => bench.remove());

/** Noa has not scored: what Mia has given is hidden. */
const SCORE = 'content/candidates/builder-2026/plum-heron-2k/scores/small-task/mia.yml';
const MESSAGES = 'content/candidates/builder-2026/plum-heron-2k/messages.yml';
/** The miniature is judged on Friday 20 March 2026. */
const due = (...words: string[]): Promise<Ran> => bench.hire(['due', ...words]);
const items = async (...words: string[]): Promise<Record<string, unknown>[]> => (JSON.parse((await due(...words, '--json')).out) as { items: Record<string, unknown>[] }).items;

describe('hire due', () => {
  it('says what is overdue first, whose it is and what settles it', async () => {
    const { code, out, err } = await due();
    expect(code).toBe(1);
    expect(out).toBe(`Overdue
  2026-02-05, 31 days late  kim  teal-otter-7f  talk: decided and not told
                            → hire draft next teal-otter-7f
  2026-03-05, 11 days late  kim  plum-heron-2k  application: decided and not told
                            → hire draft next plum-heron-2k

Due until 2026-03-25
  2026-03-25  kim  plum-heron-2k  small task: 1 of 2 scores in, nobody is asked for the rest
              → hire assign plum-heron-2k
`);
    expect(err).toContain('3 things to do, 2 overdue.');
  });

  it('looks ahead as far as it is told, for one person and one opening', async () => {
    expect((await items('--days', '0')).map(({ kind }) => kind)).toEqual(['tell', 'tell']);
    expect((await items('--days', '3')).map(({ kind }) => kind)).toEqual(['tell', 'tell', 'ask']);
    expect(await items('--person', 'mia')).toEqual([]);
    expect((await due('--person', 'mia')).code).toBe(0);
    expect((await items('--role', 'builder-2026'))).toHaveLength(3);
    expect((await due('--role', 'bilder-2026')).err).toContain('Did you mean “builder-2026”?');
    expect((await due('--days', 'soon')).code).toBe(2);
  });

  it('asks for the draft that waits instead of a new one, and names drafts nobody else mentions', async () => {
    const note = (candidate: string, visit: string): void => {
      bench.write(`.hire/outbox/${candidate}--${visit}--next.eml`, 'Subject: On\n\nOn we go.\n');
      bench.write(`.hire/outbox/${candidate}--${visit}--next.yml`, `role: builder-2026\ncandidate: ${candidate}\nvisit: ${visit}\nmessage: next\nlanguage: en\nby: kim\nsubject: On\nunknown: []\ndrafted: 2026-03-20T10:00Z\ndigest: ${'0'.repeat(64)}\nsource: ${'0'.repeat(64)}\n`);
    };
    note('teal-otter-7f', 'talk');
    note('navy-crane-9p', 'small-task');
    const found = await items();
    expect(found[0]).toMatchObject({ kind: 'tell', candidate: 'teal-otter-7f', command: 'hire send --by-hand teal-otter-7f' });
    expect(found.filter(({ kind }) => kind === 'draft')).toMatchObject([{ candidate: 'navy-crane-9p', person: 'kim', command: 'hire send --by-hand navy-crane-9p' }]);
  });

  it('prints Markdown by person', async () => {
    expect((await due('--markdown')).out.split('\n').slice(0, 3)).toEqual(['## Kim Specimen', '', '- **due 2026-02-05, 31 days late**: teal-otter-7f, talk: decided and not told. `hire draft next teal-otter-7f`']);
  });
});

describe('the issues', () => {
  let fake: FakeGitHub;
  let repository: FakeRepository;
  beforeEach(async () => {
    fake = await startFakeGitHub(smallWorld());
    repository = fake.world.repositories[0] as FakeRepository;
  });
  afterEach(() => fake.close());

  const keep = (now: string, ...words: string[]): Promise<Ran> => bench.hire(['due', '--issues', '--now', now, ...words], {
    env: { GITHUB_TOKEN: 'workflow-token', GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url },
  });
  const writes = (): string[] => fake.log.splice(0).filter((line) => !line.startsWith('GET'));

  it('are one for each person, and a quiet day changes nothing', async () => {
    expect(await keep('2026-03-20T12:00Z')).toMatchObject({ code: 0 });
    expect(repository.issues.map(({ title, state }) => [title, state])).toEqual([['What waits for Kim Specimen', 'open']]);
    writes();
    // Two days later the same is to do, and everything is two days older.
    expect((await keep('2026-03-23T12:00Z')).err).toContain('Every issue says what is due.');
    expect(writes()).toEqual([]);
    // On the 26th an item becomes overdue: that is news.
    expect((await keep('2026-03-26T12:00Z')).out).toMatch(/^changed: What waits for Kim Specimen, https:/);
    expect(writes()).toHaveLength(1);
  });

  it('hold no mark and no word of a score: they are the same whatever a hidden mark is', async () => {
    await keep('2026-03-20T12:00Z');
    writes();
    const before = repository.issues[0]?.body ?? '';
    const score = readFileSync(join(bench.root, SCORE), 'utf8');
    expect(score).toContain('mark: 3');
    bench.write(SCORE, score.replaceAll('mark: 3', 'mark: 1').replace(/recommendation: .*/, 'recommendation: strong-no'));
    await keep('2026-03-20T12:00Z');
    expect(writes()).toEqual([]);
    // That a score is in is said: without it the words are others.
    rmSync(join(bench.root, SCORE));
    await keep('2026-03-20T12:00Z');
    expect(before).toContain('1 of 2 scores in');
    expect(repository.issues[0]?.body).toContain('nobody is asked to score');
  });

  it('change when something is done', async () => {
    await keep('2026-03-20T12:00Z');
    writes();
    bench.write(MESSAGES, '- { at: 2026-03-20T09:00Z, message: next, by: kim }\n');
    await keep('2026-03-20T12:00Z');
    expect(writes()).toHaveLength(1);
    expect(repository.issues[0]?.body).not.toContain('application: decided');
  });

  it('lead a reviewer to the sheet and to what was handed in, and say nothing while nothing changes', async () => {
    bench.write('content/candidates/builder-2026/plum-heron-2k/panels/small-task.yml', 'rubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 }\n  - { person: noa, asked: 2026-03-18, due: 2026-03-23 }\n');
    await keep('2026-03-20T12:00Z');
    const issue = repository.issues.find(({ title }) => title.includes('Noa'));
    const line = issue?.body?.split('\n').find((each) => each.startsWith('- ')) ?? '';
    expect(line).toContain('small task, due 2026-03-23');
    expect([...line.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to?.replace(fake.url, ''))).toEqual([
      'https://hiring.example/candidates/builder-2026/plum-heron-2k.html', 'https://hiring.example/score/builder-2026/plum-heron-2k/small-task.html',
      '/miniature/hiring/blob/main/content/candidates/builder-2026/plum-heron-2k/submissions/small-task.yml',
    ]);
    expect(line).toMatch(/ or `hire [a-z ]*score plum-heron-2k --by noa`$/);
    expect(repository.issues.map(({ body }) => body).join()).not.toMatch(/mark: |\b[1-4] of 4\b|recommend/);
    writes();
    await keep('2026-03-22T12:00Z');
    expect(writes()).toEqual([]);
    // Noa has scored: her issue closes by itself.
    bench.write(SCORE.replace('mia', 'noa'), readFileSync(join(bench.root, SCORE), 'utf8').replace('2026-03-19T14', '2026-03-20T10'));
    await keep('2026-03-22T12:00Z');
    expect(repository.issues.find(({ title }) => title.includes('Noa'))?.state).toBe('closed');
  });

  it('are only named by a dry run, with or without a token', async () => {
    expect((await keep('2026-03-20T12:00Z', '--dry-run')).out).toBe('would open: What waits for Kim Specimen\n');
    const { out, code } = await bench.hire(['due', '--issues', '--dry-run']);
    expect([code, out.split('\n')[0]]).toEqual([0, '# What waits for Kim Specimen']);
    expect(writes()).toEqual([]);
    expect(await bench.hire(['due', '--issues'])).toMatchObject({ code: 2 });
    expect((await keep('2026-03-20T12:00Z', '--person', 'kim')).err).toContain('--person does not go with --issues');
  });
});
