import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { surveySchema } from '../model/survey.ts';
import { parseYaml } from '../text/yaml.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => {
  bench = benchOf(HEALTHY);
});
afterEach(() => bench.remove());

const ROLE = 'builder-2026';
const answer = (index: number, more: object = {}): object => ({ role: ROLE, questions: 'after-decision', month: '2026-02', outcome: 'declined', recommend: index, answers: { clear: 4 }, minutes: { 'small-task': 60 + index }, id: `id-${index}`, ...more });
const put = (name: string, ...answers: object[]): void => bench.write(name, answers.map((each) => JSON.stringify(each, null, 2)).join('\n---\n'));
const held = (): { waiting: unknown[]; batch: { token: string }[] } => JSON.parse(readFileSync(join(bench.root, '.hire/survey', `${ROLE}.json`), 'utf8')) as never;
const published = (): string[] => readdirSync(join(bench.root, 'content/surveys', ROLE)).sort();

describe('hire survey add', () => {
  it('holds answers back, and says how many are missing', async () => {
    put('a.json', answer(1), answer(2), answer(3));
    expect(await bench.hire(['survey', 'add', 'a.json'])).toMatchObject({ code: 0, out: '3 answers added\n' });
    expect((await bench.hire(['survey', 'status'])).out).toBe(`${ROLE}  3 of 5\n`);
    expect(published()).toHaveLength(1);
  });

  it('keeps no time of arrival', async () => {
    put('a.json', answer(1));
    await bench.hire(['survey', 'add', 'a.json']);
    expect(statSync(join(bench.root, '.hire/survey', `${ROLE}.json`)).mtimeMs).toBe(0);
    expect(JSON.stringify(held())).not.toContain('id-1');
  });

  it('knows an answer that comes twice, and takes two that only say the same', async () => {
    put('a.json', answer(1), answer(1), answer(1, { id: 'another' }));
    expect((await bench.hire(['survey', 'add', 'a.json'])).out).toBe('2 answers added, 1 already here\n');
    expect((await bench.hire(['survey', 'add', 'a.json'])).out).toBe('0 answers added, 3 already here\n');
  });

  it('reads a table whose columns are named by id or by the words of the question, and says what it passed over', async () => {
    bench.write('form.csv', 'Timestamp;role;Outcome;Did you know what to expect?;minutes small-task;recommend\n2026-03-01 10:00;builder-2026;hired;5;90;9\n2026-03-02 10:00;builder-2026;maybe;4;60;8\n');
    const ran = await bench.hire(['survey', 'add', 'form.csv']);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe('1 answer added, 1 refused\n');
    expect(ran.err).toContain('form.csv, row 3: The outcome is “maybe”');
    expect(ran.err).toContain('Timestamp');
    expect(JSON.stringify(held())).not.toContain('10:00');
    expect(held().waiting).toMatchObject([{ survey: { outcome: 'hired', recommend: 9, minutes: { 'small-task': 90 }, month: '2026-03' } }]);
  });

  it('reads what a browser without script puts into a mail', async () => {
    bench.write('mail.txt', 'questions=after-decision\nrole=builder-2026\noutcome=declined\nclear=3\nrecommend=7\nminutes.small-task=\n');
    expect(await bench.hire(['survey', 'add', 'mail.txt'])).toMatchObject({ code: 0, out: '1 answer added\n' });
  });

  it('reads a whole folder', async () => {
    put('inbox/a.json', answer(1));
    put('inbox/b.yml', answer(2));
    bench.write('inbox/notes.md', 'not an answer');
    expect((await bench.hire(['survey', 'add', 'inbox'])).out).toBe('2 answers added\n');
  });

  it('refuses words that show who somebody is, with the words', async () => {
    const people = join(bench.root, '..', 'people', 'teal-otter-7f');
    mkdirSync(people, { recursive: true });
    writeFileSync(join(people, 'identity.yml'), 'name: Ottilie Sample\n');
    bench.write('.hire/local.yml', 'identities: ../people\n');
    put('a.json', answer(1, { answers: { words: 'Ask otti@somewhere.org or Ottilie Sample.' } }), answer(2, { answers: { words: 'More time.' } }));
    const ran = await bench.hire(['survey', 'add', 'a.json']);
    expect(ran).toMatchObject({ code: 1, out: '1 answer added, 1 refused\n' });
    expect(ran.err).toContain('“otti@somewhere.org” is an e-mail address');
    expect(ran.err).toContain('“Ottilie Sample” is the name of a candidate');
    expect(JSON.stringify(held())).not.toMatch(/otti/i);
  });

  it('changes nothing with --dry-run', async () => {
    put('a.json', answer(1));
    expect((await bench.hire(['survey', 'add', 'a.json', '--dry-run'])).out).toBe('1 answer would be added\n');
    expect((await bench.hire(['survey', 'status'])).out).toBe('No answers wait.\n');
  });
});

describe('hire survey publish', () => {
  const five = (): void => put('a.json', ...[1, 2, 3, 4, 5].map((index) => answer(index, index === 3 ? { month: '2026-03' } : {})));

  it('publishes nothing below five', async () => {
    put('a.json', answer(1), answer(2), answer(3), answer(4));
    await bench.hire(['survey', 'add', 'a.json']);
    expect(await bench.hire(['survey', 'publish'])).toMatchObject({ code: 0, out: '' });
    expect(published()).toHaveLength(1);
  });

  it('writes a batch that says nothing of who and when, in one commit, and the check is content', async () => {
    const git = (...words: string[]): string => execFileSync('git', words, { cwd: bench.root, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@t.test', GIT_COMMITTER_NAME: 'T', GIT_COMMITTER_EMAIL: 't@t.test' } });
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'T');
    git('config', 'user.email', 't@t.test');
    bench.write('.gitignore', '.hire/\n');
    git('add', '-A');
    git('commit', '-qm', 'Begin');
    five();
    await bench.hire(['survey', 'add', 'a.json']);
    const ran = await bench.hire(['survey', 'publish']);
    expect(ran).toMatchObject({ code: 0, out: `${ROLE}: 5 answers published\n` });
    expect(git('log', '--format=%s', '-1').trim()).toBe('Add 5 survey answers');
    expect(git('log', '--name-only', '--format=', '-1').trim().split('\n')).toHaveLength(5);
    expect(published()).toHaveLength(6);
    for (const name of published().filter((each) => /^[0-9a-f]{12}\.yml$/.test(each))) {
      const read = surveySchema.parse(parseYaml(readFileSync(join(bench.root, 'content/surveys', ROLE, name), 'utf8')).value);
      expect(read.month).toBe('2026-03');
    }
    expect(held()).toMatchObject({ waiting: [], batch: [] });
    expect((await bench.hire(['check', '--now', '2026-04-20T12:00Z'])).code).toBe(0);
    // The same file again is known, though its answers are published by now.
    expect((await bench.hire(['survey', 'add', 'a.json'])).out).toBe('0 answers added, 5 already here\n');
  });

  it('finishes a batch whose run was killed, with the same tokens and nothing twice', async () => {
    five();
    await bench.hire(['survey', 'add', 'a.json']);
    const before = held();
    // As a run leaves it that was killed before its files were written …
    const batch = before.waiting.map((each, index) => ({ token: `abcdef00000${index}`, survey: (each as { survey: object }).survey }));
    const leave = (): void => bench.write(`.hire/survey/${ROLE}.json`, JSON.stringify({ ...before, waiting: [], batch }));
    leave();
    await bench.hire(['survey', 'publish']);
    expect(published().filter((name) => name.startsWith('abcdef'))).toHaveLength(5);
    expect(held().batch).toEqual([]);
    // … and as one that was killed right after.
    leave();
    await bench.hire(['survey', 'publish']);
    expect(published()).toHaveLength(6);
    expect(held().batch).toEqual([]);
  });

  it('changes nothing with --dry-run', async () => {
    five();
    await bench.hire(['survey', 'add', 'a.json']);
    const before = held();
    expect((await bench.hire(['survey', 'publish', '--dry-run'])).out).toBe(`${ROLE}: 5 answers would be published\n`);
    expect(published()).toHaveLength(1);
    expect(held()).toEqual(before);
  });
});
