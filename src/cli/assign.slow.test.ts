import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench, type Circumstances, type Ran } from './test-context.ts';

/** Mia has scored plum-heron-2k without being asked by name; the stage asks for two. The miniature is judged on Friday 20 March 2026. */
const ID = 'plum-heron-2k';
const FOLDER = `content/candidates/builder-2026/${ID}`;
const PANEL = `${FOLDER}/panels/small-task.yml`;
const SCORES = `${FOLDER}/scores/small-task`;

let bench: Bench;
beforeEach(() => {
  bench = benchOf(HEALTHY);
  bench.write('.gitignore', '.hire/\n');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'x');
  git('config', 'user.email', 'x@example.org');
  commit();
});
afterEach(() => bench.remove());

const git = (...words: string[]): string => execFileSync('git', words, { cwd: bench.root, encoding: 'utf8' });
const commit = (): void => {
  git('add', '.');
  git('commit', '-q', '--allow-empty', '-m', 'first');
};
const assign = (words: readonly string[], circumstances?: Circumstances): Promise<Ran> => bench.hire(['assign', ...words], circumstances);
const release = (...words: string[]): Promise<Ran> => bench.hire(['release', ...words]);
const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const places = (): string[] => read(PANEL).split('\n').filter((line) => line.startsWith('  - '));
/** Whether the marks of the visit are published. */
async function opened(): Promise<boolean> {
  const out = join(bench.root, '../published');
  await bench.hire(['aggregate', '--out', out, '--keep-going']);
  const { visits } = JSON.parse(readFileSync(join(out, `v1/candidates/builder-2026/${ID}.json`), 'utf8')) as { visits: { name: string; scores: unknown[] }[] };
  return (visits.find(({ name }) => name === 'small-task')?.scores.length ?? 0) > 0;
}

describe('hire assign', () => {
  it('shows whom and why, and writes once somebody says yes: one file, one commit', async () => {
    const plan = `${ID}, small task (builder-2026): 1 of 2 there (mia), due 2026-03-23
  + noa  trained on small-task@2, 0 reviews open
`;
    expect(await assign([ID, '--dry-run'])).toMatchObject({ code: 0, out: plan });
    expect((await assign([ID])).err).toContain('Look at it with --dry-run, then say --yes.');
    expect((await assign([ID], { answers: ['n'] })).err).toContain('Nothing was changed.');
    expect(existsSync(join(bench.root, PANEL))).toBe(false);
    const done = await assign([ID, '--by', 'kim'], { answers: ['y'] });
    expect([done.code, done.out]).toEqual([0, `${ID}  small-task  noa  due 2026-03-23\n`]);
    expect(done.err).toContain('Ask noa? [y/N]');
    expect(read(PANEL)).toBe(`# yaml-language-server: $schema=../../../../../.hire/schemas/panel.json
rubric: small-task@2
reviewers:
  - { person: mia, asked: 2026-03-20 }
  - { person: noa, asked: 2026-03-20, due: 2026-03-23 }
`);
    expect(git('log', '-1', '--format=%B').trim()).toBe(`Ask noa to score ${ID} in small-task\n\nAsked by kim.`);
    expect(git('show', '--name-only', '--format=').trim()).toBe(PANEL);
    expect(git('status', '--porcelain')).toBe('');
    expect((await bench.hire(['check'])).out).not.toContain('panels/');
    expect((await bench.hire(['due', '--person', 'noa'])).out).toContain('small task: score');
  });

  it('keeps marks hidden that were hidden, and open that were open', async () => {
    expect(await opened()).toBe(false);
    await assign([ID, '--yes']);
    // Mia alone is no complete panel, because she joined it together with Noa.
    expect(await opened()).toBe(false);
    bench.write(PANEL, read(PANEL).replace('mia, asked: 2026-03-20', 'mia, asked: 2026-03-18'));
    expect(await opened()).toBe(true);
  });

  it('asks a third where those who scored stand apart, and undoes nothing by it', async () => {
    bench.write(`${SCORES}/noa.yml`, read(`${SCORES}/mia.yml`).replace('2026-03-19T14', '2026-03-20T10').replaceAll('mark: 3', 'mark: 1'));
    commit();
    expect(await opened()).toBe(true);
    expect((await assign(['--all', '--dry-run'])).out).toContain(`Reviewers of ${ID} stand apart; --third asks one more there.`);
    const third = await assign(['--all', '--third', '--yes']);
    expect(third.err).toMatch(new RegExp(`${ID}, small task \\(builder-2026\\): one more, since mia and noa stand 2 levels apart on \\w`));
    expect(places()).toHaveLength(3);
    expect(third.out).toContain(`${ID}  small-task  kim`);
    expect(await opened()).toBe(true);
    // The others were all in only today, so the ask holds from tomorrow on; it is heard although nobody waits for it.
    expect(places()[2]).toBe('  - { person: kim, asked: 2026-03-21, due: 2026-03-23 }');
    expect((await bench.hire(['due', '--person', 'kim', '--today', '2026-03-21'])).out).toContain('small task: score');
    expect((await bench.hire(['queue', '--by', 'kim', '--today', '2026-03-21'])).out).toContain(ID);
    expect((await assign([ID])).err).toContain('kim, mia and noa are enough.\n');
    expect((await release(ID, '--person', 'kim', '--reason', 'unavailable')).code).toBe(0);
    expect(places()[2]).toBe('  - { person: kim, asked: 2026-03-21, due: 2026-03-23, released: 2026-03-21, reason: unavailable }');
    expect((await bench.hire(['check'])).out).not.toContain('panel/');
  });

  it('asks whom it is told, unless something stands against it', async () => {
    expect((await assign([ID, '--person', 'kim', '--shadow', 'noa'])).code).toBe(0);
    expect(places().slice(1)).toEqual(['  - { person: kim, asked: 2026-03-20, due: 2026-03-23 }', '  - { person: noa, asked: 2026-03-20, due: 2026-03-23, shadow: true }']);
    expect(await assign([ID, '--person', 'kim'])).toMatchObject({ code: 2, err: 'kim cannot be asked: kim is asked already.\n' });
    expect((await assign([ID, '--person', 'kimm'])).err).toContain('Did you mean “kim”?');
    bench.write(`${FOLDER}/conflicts/noa.yml`, 'kind: referred\ndeclared: 2026-03-19\n');
    expect((await assign(['teal-otter-7f', '--person', 'noa'])).code).toBe(2);
    expect((await assign([ID, '--visit', 'application', '--person', 'noa'])).err).toContain('is in small-task');
    expect((await assign([])).err).toContain('For whom?');
  });

  it('leaves comments in a panel, and says whom it passes over', async () => {
    bench.write(PANEL, '# Kim looks after this one.\nrubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 } # by telephone\n');
    bench.write(`${FOLDER}/conflicts/noa.yml`, 'kind: referred\ndeclared: 2026-03-19\n');
    rmSync(join(bench.root, SCORES), { recursive: true });
    commit();
    const { err, code } = await assign([ID, '--yes']);
    expect([code, err]).toEqual([0, expect.stringContaining('noa  passed over: declared a conflict of interest')]);
    expect(err).toContain('+ kim  ');
    expect(read(PANEL)).toBe('# Kim looks after this one.\nrubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 } # by telephone\n  - { person: kim, asked: 2026-03-20, due: 2026-03-23 }\n');
  });

  it('never says or writes which language a candidate speaks', async () => {
    const folder = join(bench.root, '../identities', ID);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'identity.yml'), 'name: Zed Placeholder\nlanguage: hi-CANARY\ntimezone: Asia/Kolkata\n');
    bench.write('.hire/local.yml', 'identities: ../identities\n');
    const runs = [await assign([ID, '--dry-run']), await assign([ID, '--dry-run', '--json']), await assign([ID, '--yes'])];
    expect(runs[0]?.out).toContain('same language');
    expect(JSON.stringify(runs) + git('log', '-p', '-1')).not.toMatch(/canary|kolkata|placeholder|\bhi\b/i);
  });
});

describe('hire release', () => {
  const two = 'rubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 }\n  - { person: noa, asked: 2026-03-18, due: 2026-03-23 } # in a hurry\n';

  it('notes who is released and why, and says that marks open by it', async () => {
    bench.write(PANEL, two);
    const { out, code } = await release(ID, '--person', 'noa', '--reason', 'unavailable', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('With this the panel is complete with 1 of the scores')]);
    expect(out).toContain('Next in order: kim (');
    commit();
    expect(await release(ID, '--person', 'noa', '--reason', 'unavailable')).toMatchObject({ code: 0, out: `${ID}  small-task  noa  released, unavailable\n` });
    expect(places()[1]).toBe('  - { person: noa, asked: 2026-03-18, due: 2026-03-23, released: 2026-03-20, reason: unavailable } # in a hurry');
    expect(git('log', '-1', '--format=%B').trim()).toBe(`Release noa from small-task of ${ID}\n\nReason: unavailable.`);
    expect(await opened()).toBe(true);
  });

  it('asks the next in the same commit, so that nothing opens', async () => {
    bench.write(PANEL, two);
    commit();
    expect((await release(ID, '--person', 'noa', '--reason', 'unavailable', '--replace', '--yes')).out).toBe(`${ID}  small-task  noa  released, unavailable\n${ID}  small-task  kim  due 2026-03-23\n`);
    expect(places()[2]).toBe('  - { person: kim, asked: 2026-03-20, due: 2026-03-23 }');
    expect(await opened()).toBe(false);
    expect((await bench.hire(['check'])).out).not.toContain('panel/');
  });

  it('refuses what is none', async () => {
    expect((await release(ID, '--person', 'noa', '--reason', 'left')).err).toContain(`To ask people: hire assign ${ID}`);
    bench.write(PANEL, two);
    expect((await release(ID, '--person', 'noa', '--reason', 'bored')).code).toBe(2);
    expect((await release(ID, '--person', 'kim', '--reason', 'left')).err).toContain('There is no person who is asked in small-task “kim”');
  });
});
