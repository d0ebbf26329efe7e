import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench, type Circumstances, type Ran } from './test-context.ts';
import { atTerminal, HAS_TERMINAL } from './test-terminal.ts';

let bench: Bench;
const ROLE = 'content/candidates/builder-2026';
/** In the order of their promises. */
const PILE = ['aqua-badger-2b', 'aqua-badger-3c', 'aqua-badger-4d', 'aqua-badger-5f'];
const EVIDENCE = 'Says which part was theirs, and its limits.';
const SCORED = ['m', `3${EVIDENCE}`, '<enter>', `4${EVIDENCE}`, '<enter>', '3', '1', '<enter>'];

beforeEach(() => {
  bench = benchOf(HEALTHY);
  PILE.forEach((id, index) => {
    bench.write(`${ROLE}/${id}/candidate.yml`, `source: direct\nconsent: { keep_until: 2027-06-30 }\nevents:\n  - { at: 2026-03-${16 + index}T09:12+00:00, stage: application, event: applied }\n`);
    bench.write(`${ROLE}/${id}/submissions/application.yml`, `received: 2026-03-${16 + index}T09:12Z\nanswers:\n  contribution: |\n    I built the part that counts, number ${index}.\n  hours: Either\n`);
  });
  bench.write('.hire/local.yml', 'identities: ../identities\nme: mia\n');
  bench.write('../identities/aqua-badger-2b/identity.yml', 'name: Rósa Muster\nemail: rosa@muster.example\n');
});
afterEach(() => bench.remove());

const screen = (keys: readonly string[], more: Circumstances = {}, words: readonly string[] = []): Promise<Ran> => bench.hire(['screen', 'builder-2026', ...words], { keys, ...more });
const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const draft = (): { at: string; sheets: Record<string, { sheet: { verdict?: string; marks: object } }> } => JSON.parse(read('.hire/screen/builder-2026.json')) as ReturnType<typeof draft>;
const DRAFT = '.hire/screen/builder-2026.json';

describe('a sitting', () => {
  it('writes scores, moves and a conflict at once, and passes hire check', async () => {
    // Marked and on; a slip undone; declined; a conflict; set aside.
    const ran = await screen([...SCORED, 'a', 'd2', 'u', 'd1', 'c3Sent me their work in spring.', '<enter>', 's', 'wy']);
    expect(ran.code, ran.err).toBe(0);
    expect(read(`${ROLE}/aqua-badger-2b/scores/application/mia.yml`)).toBe(`# yaml-language-server: $schema=../../../../../../.hire/schemas/score.application@1.json
rubric: application@1
submitted: 2026-03-20T12:00+00:00
marks:
  specifics:
    mark: 3
    evidence: |
      ${EVIDENCE}
  communication:
    mark: 4
    evidence: |
      ${EVIDENCE}
recommendation: yes
bar: yes
conflict: none
`);
    expect(read(`${ROLE}/aqua-badger-2b/candidate.yml`)).toContain('  - { at: 2026-03-20T12:00+00:00, stage: application, event: advanced, by: mia }\n');
    expect(read(`${ROLE}/aqua-badger-3c/candidate.yml`)).toContain('event: declined, by: mia, reason: below-bar }');
    expect(read(`${ROLE}/aqua-badger-4d/conflicts/mia.yml`)).toBe('kind: referred\ndeclared: 2026-03-20\nnote: |\n  Sent me their work in spring.\n');
    expect(read(`${ROLE}/aqua-badger-5f/candidate.yml`)).not.toContain('by: mia');
    expect(Object.keys(draft().sheets)).toEqual(['aqua-badger-5f']);
    expect(ran.err).toContain('1 application still on the pile');
    const check = JSON.parse((await bench.hire(['check', '--json', '--no-cache'])).out) as { problems: { severity: string; code: string }[] };
    expect(check.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('never shows a name, and shows the oldest promise first', async () => {
    const { screens = [] } = await screen(['nnnnr?', '<escape>', 'm']);
    expect(screens[0]).toMatch(/^\u001b\[1maqua-badger-2b/);
    expect(screens.join('\n')).not.toMatch(/Rósa|Muster|rosa@/);
    // The control: the draft of a message does know the name.
    await screen(['d1wy']);
    expect(read('.hire/outbox/aqua-badger-2b--application--declined.eml')).toMatch(/rosa@muster\.example/);
  });

  it('goes on where it was left, whatever ended it', async () => {
    const first = await screen([...SCORED, 'a', 'm2half a sentence']);
    expect(first.code).toBe(0);
    expect(first.err).toContain('1 of 4 done; nothing was written. The draft is kept: hire screen builder-2026\n');
    expect(existsSync(join(bench.root, `${ROLE}/aqua-badger-2b/scores`))).toBe(false);
    expect(draft().sheets['aqua-badger-3c']?.sheet.marks).toEqual({ specifics: { mark: 2, words: 'half a sentence' } });
    const { screens = [] } = await screen(['m']);
    expect(screens[0]).toContain('aqua-badger-3c');
    expect(screens[0]).toContain('This goes on where you left.');
    expect(screens[1]).toContain('Now 2: half a sentence');
  });

  it('drops what was said of somebody who has moved meanwhile, and says so', async () => {
    await screen(['d1', 'd1']);
    bench.write(`${ROLE}/aqua-badger-2b/candidate.yml`, `${read(`${ROLE}/aqua-badger-2b/candidate.yml`)}  - { at: 2026-03-19T09:12+00:00, stage: application, event: withdrew, reason: other-offer }\n`);
    const ran = await screen(['wy']);
    expect(ran.err).toContain('Dropped from the draft: aqua-badger-2b is not on the pile any more.');
    expect(read(`${ROLE}/aqua-badger-2b/candidate.yml`)).not.toContain('declined');
    expect(read(`${ROLE}/aqua-badger-3c/candidate.yml`)).toContain('declined');
  });

  it('leaves out whoever one declared a conflict with, and who waits for others’ scores', async () => {
    bench.write(`${ROLE}/aqua-badger-2b/conflicts/mia.yml`, 'kind: family-or-friend\ndeclared: 2026-03-18\n');
    const ran = await screen([]);
    expect(ran.screens?.[0]).toContain('aqua-badger-3c');
    expect(ran.err).toContain('Left out: aqua-badger-2b: you declared a conflict of interest (family-or-friend) on 2026-03-18.');
  });

  it('lets nobody mark who is not on the panel, but decline', async () => {
    const ran = await screen(['m', 'a', 'd1', 'wy'], {}, ['--by', 'kim']);
    expect(ran.screens?.[1]).toContain('You are not on the panel of builder-2026: mia and noa.');
    expect(ran.screens?.[2]).toContain('Nobody goes on unscored.');
    expect(read(`${ROLE}/aqua-badger-2b/candidate.yml`)).toContain('event: declined, by: kim, reason: below-bar }');
  });

  it('writes nothing that hire check refuses, and keeps the draft', async () => {
    const ran = await screen(['m', '3As Rósa Muster said in her answer', '<enter>', `4${EVIDENCE}`, '<enter>', '3', '1', '<enter>', 'a', 'wy']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('leak/name');
    expect(ran.err).toContain('Nothing was written.\nThe draft is kept. Mend it with “hire screen builder-2026”.');
    expect(existsSync(join(bench.root, `${ROLE}/aqua-badger-2b/scores`))).toBe(false);
    expect(draft().sheets['aqua-badger-2b']?.sheet.verdict).toBe('advance');
  });

  it('takes evidence from an editor', async () => {
    await screen(['m3', '<ctrl-o>', '<enter>', `4${EVIDENCE}`, '<enter>', '31', '<enter>', 'x', 'wy'], { editor: () => 'The first line of it,\nand the second.\n' });
    expect(read(`${ROLE}/aqua-badger-2b/scores/application/mia.yml`)).toContain('    evidence: |\n      The first line of it,\n      and the second.\n');
    expect(read(`${ROLE}/aqua-badger-2b/candidate.yml`)).not.toContain('advanced');
  });

  it('needs a terminal, a role and one’s own draft', async () => {
    expect(await bench.hire(['screen', 'builder-2026'])).toMatchObject({ code: 2, err: expect.stringContaining('needs a terminal') });
    expect(await bench.hire(['screen', 'builder-2062'], { keys: [] })).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “builder-2026”?') });
    await screen(['d1']);
    expect(await screen([], {}, ['--by', 'noa'])).toMatchObject({ code: 2, err: expect.stringContaining('is a draft of mia') });
    expect(await screen(['d1'], {}, ['--by', 'noa', '--discard'])).toMatchObject({ code: 0, err: expect.stringContaining('The draft is kept: hire screen builder-2026 --by noa\n') });
    bench.write(DRAFT, '{ "format": 2 }');
    expect(await screen([])).toMatchObject({ code: 2, err: expect.stringContaining('is no draft that hire understands') });
  });

  it('says so when nobody waits, and has no ink where none is wanted', async () => {
    const plain = await screen(['m'], { env: { NO_COLOR: '1' } });
    expect(plain.screens?.join('')).not.toContain('\u001b');
    for (const id of PILE) rmSync(join(bench.root, ROLE, id), { recursive: true });
    expect(await screen([])).toMatchObject({ code: 0, err: expect.stringContaining('No application of builder-2026 waits for mia') });
  });
});

describe.runIf(HAS_TERMINAL)('on a real terminal', () => {
  it('keys arrive one by one, Ctrl-C keeps the draft, and the terminal is as it was', () => {
    const ran = atTerminal(bench.root, 'd1n\u0003', ['screen', 'builder-2026', '--now', '2026-03-20T12:00Z']);
    expect(ran).toMatchObject({ status: 0, restored: true });
    expect(ran.screen).toContain('\u001b[?1049h');
    expect(ran.screen.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(ran.screen.lastIndexOf('\u001b[?1049h'));
    expect(ran.screen).toContain('1 of 4 done; nothing was written.');
    expect(draft()).toMatchObject({ at: expect.stringMatching(/aqua-badger/), sheets: { 'aqua-badger-2b': { sheet: { verdict: 'decline', reason: 'below-bar' } } } });
  });
});

describe('in a repository', () => {
  it('everything is one commit on a branch of its own', async () => {
    const git = (...words: string[]): string => execFileSync('git', ['-C', bench.root, '-c', 'user.name=Mia Sample', '-c', 'user.email=mia@sample.example', ...words], { encoding: 'utf8' });
    bench.write('.gitignore', '.hire/\n');
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Mia Sample');
    git('config', 'user.email', 'mia@sample.example');
    git('add', '.');
    git('commit', '-qm', 'Begin');
    const ran = await screen([...SCORED, 'a', 'd1', 'wy']);
    expect(ran.code, ran.err).toBe(0);
    expect(git('log', '--format=%s', 'main..HEAD').trim()).toBe('Screen 2 applications of builder-2026');
    expect(git('diff', '--name-only', 'main', 'HEAD').trim().split('\n')).toEqual([`${ROLE}/aqua-badger-2b/candidate.yml`, `${ROLE}/aqua-badger-2b/scores/application/mia.yml`, `${ROLE}/aqua-badger-3c/candidate.yml`]);
    expect(git('status', '--short')).toBe('');
  });
});
