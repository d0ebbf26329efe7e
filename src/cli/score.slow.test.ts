import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench, type Circumstances, type Ran } from './test-context.ts';
import { atTerminal, HAS_TERMINAL } from './test-terminal.ts';

let bench: Bench;
const HERON = 'content/candidates/builder-2026/plum-heron-2k';
const FILE = `${HERON}/scores/small-task/noa.yml`;
const DRAFT = '.hire/drafts/builder-2026/plum-heron-2k/small-task/noa.json';
const EVIDENCE = 'Three lines add up to the cent.';
/** Two marks with words, recommendation, bar, no summary, minutes as measured, written. */
const ALL = ['m', `3${EVIDENCE}`, '<enter>', `4${EVIDENCE}`, '<enter>', '3', '1', '<enter>', '<enter>', 'y'];
const GIVEN = ['--mark', 'correctness=3', '--evidence', `correctness: ${EVIDENCE}`, '--mark', 'explanation=not-observed', '--evidence', 'explanation: No page came with it.', '--recommendation', 'yes', '--bar', 'unsure', '--minutes', '40'];

beforeEach(() => {
  bench = benchOf(HEALTHY);
  bench.write('.hire/local.yml', 'identities: ../identities\nme: noa\n');
  bench.write('../identities/plum-heron-2k/identity.yml', 'name: Rósa Muster\nemail: rosa@muster.example\n');
});
afterEach(() => bench.remove());

const score = (keys: readonly string[], more: Circumstances = {}, words: readonly string[] = []): Promise<Ran> => bench.hire(['score', 'plum-heron-2k', ...words], { keys, ...more });
const given = (...words: string[]): Promise<Ran> => bench.hire(['score', 'plum-heron-2k', ...words]);
const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const there = (path: string): boolean => existsSync(join(bench.root, path));
const draft = (): { sheet: { marks: object; recommendation?: string } } => JSON.parse(read(DRAFT)) as ReturnType<typeof draft>;

describe('one criterion at a time', () => {
  it('writes the file as people would write it, and passes hire check', async () => {
    const ran = await score(ALL);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toBe(`${FILE}\n`);
    expect(read(FILE)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../../../../.hire/schemas/score.small-task@2.json
      rubric: small-task@2
      submitted: 2026-03-20T12:00+00:00
      marks:
        correctness:
          mark: 3
          evidence: |
            Three lines add up to the cent.
        explanation:
          mark: 4
          evidence: |
            Three lines add up to the cent.
      recommendation: yes
      bar: yes
      conflict: none
      "
    `);
    expect(there(DRAFT)).toBe(false);
    const check = JSON.parse((await bench.hire(['check', '--json', '--no-cache'])).out) as { problems: { severity: string }[] };
    expect(check.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('shows the work, the task, the anchors and the counter, and never a name, another’s mark or a total', async () => {
    const { screens = [] } = await score(['m', '3short', '<escape>', '<escape>', 'r', '<escape>', '?'], { size: { columns: 76, rows: 40 } });
    expect(screens[0]?.replaceAll(/\u001b\[\d+m/g, '')).toMatchInlineSnapshot(`
      "plum-heron-2k  Small task                                                noa
      Due Wed 25 Mar, in 3 business days                              small-task@2
      ────────────────────────────────────────────────────────────────────────────
      Handed in 2026-03-18 08:00.

      - repository: https://git.example/copies/plum-heron-2k

      # मेरे निर्णय

      नमस्ते! कुल राशि पैसों में है। می‌خواهم کوتاه بنویسم؛ می‌شود. 👩‍💻👨‍👩‍👧 C’est l'été —
      „gut“, 東京で書いた。 Ελληνικά, кириллица, עברית, ไทย.

      | a | b |
      | - | - |
      | \`=1+1\` | -5 |

      What was asked: Totals, version 1, 2-3 h
      To be handed in:
      - A repository with tests
      - A page on your decisions

      Done means:
      - An order of three lines with one discount gives 42.50
      - Invalid input gets an error that names the field

      Left out on purpose:
      - A user interface

      Not marked:
      - Grammar







      ────────────────────────────────────────────────────────────────────────────
      m marks, ? shows what the keys do.
      m mark  c conflict  r rubric  space ↑ ↓ read  w write  ? help  q quit"
    `);
    expect(screens.join('\n')).toContain('5 of at least 20 characters');
    expect(screens.join('\n')).not.toMatch(/Rósa|Muster|rosa@|کہ|die Begründung|total of three lines|\d %\s*overall/);
    // The control: what another wrote is in the tree.
    expect(read(`${HERON}/scores/small-task/mia.yml`)).toContain('die Begründung');
  });

  it('goes on where it was left, with a summary of what is there', async () => {
    const first = await score(['m', `3${EVIDENCE}`, '<enter>', '2half']);
    expect(first).toMatchObject({ code: 0, err: 'Nothing was written; the draft is kept (1 of 2 criteria, no recommendation yet, no answer to the bar yet): hire score plum-heron-2k\n' });
    expect(there(FILE)).toBe(false);
    expect(draft().sheet.marks).toEqual({ correctness: { mark: 3, words: EVIDENCE }, explanation: { mark: 2, words: 'half' } });
    const { screens = [] } = await score(['m'], { size: { columns: 120, rows: 30 } });
    expect(screens[0]).toContain('This goes on where you left: 1 of 2 criteria, no recommendation yet, no answer to the bar yet. m goes on.');
    expect(screens[1]).toContain('Now 2: half');
    const ended = await score(['m', '<enter>', ' and now it is a whole sentence', '<enter>', '2', '2', 'In short.', '<enter>', '<enter>', 'y']);
    expect(ended.code, ended.err).toBe(0);
    expect(read(FILE)).toContain('      half and now it is a whole sentence\nrecommendation: no\nbar: unsure\nsummary: |\n  In short.\nconflict: none\n');
  });

  it('takes slips: too little evidence, a level that is none, a mark put right, minutes that are none', async () => {
    const { screens = [], code } = await score(['w', '<escape>', 'm', '7', '9', '2', '<enter>', EVIDENCE, '<escape>', '3', '<enter>', '0', '<enter>', 'No page came with it.', '<enter>', '4', '1', '<enter>', 'abc', '<enter>', '<ctrl-u>', '25', '<enter>', 'y'], { size: { columns: 120, rows: 30 } });
    expect(code).toBe(0);
    const all = screens.join('\n');
    expect(all).toContain('Still missing: Correctness, Explanation, recommendation and bar. m goes there.');
    expect(all).toContain('The scale is 1 to 4; 0 is not observed.');
    expect(all).toContain('A mark needs at least 20 characters of evidence: what in the work shows it.');
    expect(all).toContain('Say why there was nothing to see.');
    expect(all).toContain('Whole minutes, at most 2000; nothing for none.');
    expect(read(FILE)).toContain('minutes: 25\nmarks:\n  correctness:\n    mark: 3\n');
    expect(read(FILE)).toContain('    mark: not-observed\n    because: |\n      No page came with it.\n');
  });

  it('takes evidence of several lines from an editor', async () => {
    await score(['m3', '<ctrl-o>', '<enter>', ...ALL.slice(3)], { editor: () => 'The first line of it,\r\nand the second.\n' });
    expect(read(FILE)).toContain('    evidence: |\n      The first line of it,\n      and the second.\n');
  });

  it('writes a conflict instead, once it is confirmed', async () => {
    await score(['m', `3${EVIDENCE}`, '<enter>', '<escape>', 'c', '3', 'Sent me their work.', '<enter>', 'n', 'c', '<escape>', 'q']);
    expect(there(`${HERON}/conflicts/noa.yml`)).toBe(false);
    const ran = await score(['c', '3', 'Sent me their work in spring.', '<enter>', 'y']);
    expect(ran.out).toBe(`${HERON}/conflicts/noa.yml\n`);
    expect(read(`${HERON}/conflicts/noa.yml`)).toBe('kind: referred\ndeclared: 2026-03-20\nnote: |\n  Sent me their work in spring.\n');
    expect(there(FILE)).toBe(false);
    expect(await score([])).toMatchObject({ code: 2, err: '“noa” declared a conflict of interest with plum-heron-2k on 2026-03-20; somebody else scores.\n' });
  });

  it('writes nothing that hire check refuses, and keeps the draft', async () => {
    const ran = await score(['m', '3As Rósa Muster says in the readme', '<enter>', ...ALL.slice(3)]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('leak/name');
    expect(ran.err).toContain('Nothing was written.\nThe draft is kept: hire score plum-heron-2k\n');
    expect([there(FILE), draft().sheet.recommendation]).toEqual([false, 'yes']);
  });

  it('amends what was scored, and asks why', async () => {
    await score(ALL);
    const { screens = [], ...ran } = await score(['m', '2', '<ctrl-u>', 'The second discount is lost.', '<enter>', '<tab>', '2', '2', '<enter>', '<enter>', 'I had run the wrong commit.', '<enter>', '<enter>', 'y'], { size: { columns: 120, rows: 30 } });
    expect(ran.code, ran.err).toBe(0);
    expect(screens[0]).toContain('You scored this on Fri 20 Mar. That stays as it is; what you change becomes an amendment, which says why.');
    expect(screens.join('\n')).toContain('An amendment says why the score changed.');
    expect(ran.out).toBe(`${HERON}/scores/small-task/noa.2.yml\n`);
    expect(read(`${HERON}/scores/small-task/noa.2.yml`)).toContain('conflict: none\nbecause: |\n  I had run the wrong commit.\n');
    expect(read(FILE)).toContain('recommendation: yes');
  });

  it('keeps words where the rubric changed meanwhile', async () => {
    await score(['m', `3${EVIDENCE}`, '<enter>']);
    bench.write(DRAFT, read(DRAFT).replace('small-task@2', 'small-task@1').replace('"marks": {', '"marks": { "gone": { "mark": 2, "words": "x" },'));
    const { screens = [] } = await score(['m'], { size: { columns: 120, rows: 30 } });
    expect(screens[0]).toContain('Your draft was about small-task@1, and small-task@2 holds now: look at every mark again.');
    expect(draft().sheet.marks).toEqual({ correctness: { mark: 3, words: EVIDENCE } });
    bench.write(DRAFT, '{ "format": 2 }');
    expect(await score([])).toMatchObject({ code: 2, err: expect.stringContaining('is no draft that hire understands') });
    expect((await score(['q'], {}, ['--discard'])).code).toBe(0);
  });
});

describe.runIf(HAS_TERMINAL)('on a real terminal', () => {
  const WORDS = ['score', 'plum-heron-2k', '--now', '2026-03-20T12:00Z'];

  it.each([['wait', `m3${EVIDENCE}\r2\u0003`], ['kill', `m3${EVIDENCE}\r2`], ['close', `m3${EVIDENCE}\r2`]] as const)('every answer survives (%s), and the next time goes on there', (ending, keys) => {
    const ran = atTerminal(bench.root, keys, WORDS, ending);
    expect(draft().sheet.marks, ran.screen).toEqual({ correctness: { mark: 3, words: EVIDENCE }, explanation: { mark: 2, words: '' } });
    expect(there(FILE)).toBe(false);
    if (ending === 'wait') {
      expect(ran).toMatchObject({ status: 0, restored: true });
      expect(ran.screen).toContain('Nothing was written; the draft is kept (1 of 2 criteria');
    }
    const next = atTerminal(bench.root, `m\r${EVIDENCE}\r31\r\u00157\ry`, WORDS);
    expect(next, next.screen).toMatchObject({ status: 0, restored: true });
    expect(next.screen).toContain('This goes on where you left: 1 of 2 criteria');
    expect(read(FILE)).toContain('minutes: 7\n');
    expect(there(DRAFT)).toBe(false);
  });
});

describe('on the command line', () => {
  it('writes the same file, and the same again changes nothing', async () => {
    const ran = await given(...GIVEN, '--summary', 'Honest work.');
    expect(ran.code, ran.err).toBe(0);
    expect(read(FILE)).toContain('minutes: 40\n');
    expect(read(FILE)).toContain('    mark: not-observed\n    because: |\n      No page came with it.\nrecommendation: yes\nbar: unsure\nsummary: |\n  Honest work.\nconflict: none\n');
    const before = read(FILE);
    expect(await given(...GIVEN, '--summary', 'Honest work.')).toMatchObject({ code: 0, err: expect.stringContaining('stands in') });
    expect([read(FILE), there(FILE.replace('.yml', '.2.yml'))]).toEqual([before, false]);
    expect(await given('--recommendation', 'no')).toMatchObject({ code: 1, err: expect.stringContaining('score/amendment-because') });
    expect((await given('--recommendation', 'no', '--because', 'I had run the wrong commit.', '--json')).out).toBe(`${JSON.stringify({ path: FILE.replace('.yml', '.2.yml'), written: true, commit: null, pushed: false, pullRequest: null, failed: null })}\n`);
    expect(read(FILE.replace('.yml', '.2.yml'))).toContain('recommendation: no\nbar: unsure');
  });

  it('writes all or nothing, and refuses in the words of hire check', async () => {
    const ran = await given('--mark', 'correctness=3', '--evidence', 'correctness: Good.', '--recommendation', 'yes', '--bar', 'yes');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('The evidence for “correctness” has 5 characters; a mark needs at least 20.');
    expect(ran.err).toContain('The score has no mark for “explanation”, a criterion of small-task@2.');
    expect(ran.err).toContain('Nothing was written.\n');
    expect(there(FILE)).toBe(false);
    expect((await given('--dry-run', ...GIVEN)).code).toBe(0);
    expect(there(FILE)).toBe(false);
  });

  it('forgets no draft that somebody began, unless that is said', async () => {
    await score(['m', `3${EVIDENCE}`, '<enter>']);
    expect(await given(...GIVEN)).toMatchObject({ code: 2, err: expect.stringContaining('You began this score in a draft (1 of 2 criteria') });
    expect([there(FILE), there(DRAFT)]).toEqual([false, true]);
    expect((await given(...GIVEN, '--discard')).code).toBe(0);
    expect([there(FILE), there(DRAFT)]).toEqual([true, false]);
  });

  it('says which word means nothing', async () => {
    const said = async (...words: string[]): Promise<string> => (await given(...words)).err;
    expect([
      await said('--mark', 'corectness=3'), await said('--mark', 'correctness=5'), await said('--mark', 'correctness'), await said('--mark', 'correctness=3', '--mark', 'correctness=2'),
      await said('--evidence', 'correctness: x'), await said('--evidence', 'words'), await said('--bar', 'yes'), await said('--recommendation', 'maybe', '--bar', 'yes'), await said('--recommendation', 'yes'),
      await said('--recommendation', 'yes', '--bar', 'yes', '--minutes', '0'), await said('--conflict', 'friend'), await said('--conflict', 'other', '--mark', 'correctness=3'), await said('--note', 'x'),
    ]).toMatchInlineSnapshot(`
      [
        "--mark: There is no criterion “corectness”. Did you mean “correctness”?
      ",
        "--mark correctness: allowed are 1, 2, 3, 4 or not-observed, found “5”.
      ",
        "--mark takes two words with = between them, found “correctness”.
      ",
        "--mark: “correctness” is given twice.
      ",
        "--evidence correctness: there is no mark for it. --mark correctness=1 … 4, or not-observed.
      ",
        "--evidence takes a criterion and its words, "correctness: …", found “words”.
      ",
        "--recommendation is missing: strong-no, no, yes, strong-yes. There is no neutral answer.
      ",
        "--recommendation: “maybe” is none of strong-no, no, yes, strong-yes.
      ",
        "--bar is missing: yes, unsure, no. Would this person make our work better?
      ",
        "--minutes takes whole minutes from 1 to 2000, found “0”.
      ",
        "--conflict: There is no kind of conflict “friend”. There are: worked-together, family-or-friend, referred, business, other.
      ",
        "Give --conflict or --mark, not both: a conflict is written instead of a score.
      ",
        "--note goes with --conflict; of a score, the words for the debrief are --summary.
      ",
      ]
    `);
  });
});

describe('who may not', () => {
  const panel = (line: string): void => bench.write(`${HERON}/panels/small-task.yml`, `rubric: small-task@2\nreviewers:\n  - { person: mia, asked: 2026-03-18 }\n${line}`);

  it('is told why, and who asks', async () => {
    const said: string[] = [];
    panel('  - { person: noa, asked: 2026-03-18, released: 2026-03-19, reason: unavailable }\n');
    said.push((await given(...GIVEN)).err);
    panel('');
    said.push((await given(...GIVEN)).err);
    rmSync(join(bench.root, HERON, 'panels'), { recursive: true });
    said.push((await given(...GIVEN, '--by', 'kim')).err, (await given(...GIVEN, '--visit', 'decision')).err, (await bench.hire(['score', 'plum-heron-2k'])).err, (await bench.hire(['score', 'plum-herom-2k'], { keys: [] })).err);
    bench.write(FILE, 'rubric: small-task@2\nmarks:\n  correctness:\n    mark:\n');
    said.push((await given(...GIVEN)).err);
    expect(said).toMatchInlineSnapshot(`
      [
        "“noa” was released from small-task on 2026-03-19 (unavailable). kim, who manages builder-2026, asks with: hire assign plum-heron-2k --person noa
      ",
        "“noa” was not asked to score small-task of plum-heron-2k: mia was. kim, who manages builder-2026, asks with: hire assign plum-heron-2k --person noa
      ",
        "“kim” is not on the panel of builder-2026: mia and noa. A score of theirs would not count. kim, who manages builder-2026, asks with: hire assign plum-heron-2k --person kim
      ",
        "--visit: There is no scored visit of plum-heron-2k “decision”. There are: application, chat, small-task.
      ",
        "hire score needs a terminal and somebody at its keyboard, or everything on the command line: “hire score --help” shows how.
      ",
        "There is no candidate “plum-herom-2k”. Did you mean “plum-heron-2k”?
      ",
        "content/candidates/builder-2026/plum-heron-2k/scores/small-task/noa.yml is there already, and it is no finished score. Finish it by hand (“hire check” says what is missing), or remove it and say this again.
      ",
      ]
    `);
    expect(read(FILE)).toContain('mark:\n');
  });

  it('may where the stage has ended, and is told that it is late', async () => {
    bench.write(`${HERON}/candidate.yml`, `${read(`${HERON}/candidate.yml`)}  - { at: 2026-03-19T15:00+00:00, stage: small-task, event: advanced, by: kim }\n`);
    const ran = await given(...GIVEN, '--visit', 'small-task');
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toContain('This stage ended on Thu 19 Mar (advanced): a score given now is kept and shown as late, and counts in nothing.');
    expect(ran.err).toContain('score/late');
  });
});

describe('in a repository', () => {
  const git = (...words: string[]): string => execFileSync('git', ['-C', bench.root, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const CRANE = 'content/candidates/builder-2026/lime-crane-4d';
  const begin = (): void => {
    bench.write('.gitignore', '.hire/\n');
    for (const part of ['candidate.yml', 'submissions/small-task.yml']) bench.write(`${CRANE}/${part}`, read(`${HERON}/${part}`));
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Noa Sample');
    git('config', 'user.email', 'noa@sample.example');
    git('add', '.');
    git('commit', '-qm', 'Begin');
  };
  const both = async (): Promise<Ran> => bench.hire(['score', 'lime-crane-4d', ...GIVEN]);

  it('several scores of one reviewer are collected on one branch, also from the default branch', async () => {
    begin();
    expect(await given(...GIVEN)).toMatchObject({ code: 0, err: expect.stringContaining('Committed on the new branch scores/noa.') });
    git('switch', '-q', 'main');
    const second = await both();
    expect(second.code, second.err).toBe(0);
    expect(second.err).toMatch(/^On scores\/noa now, where your scores are collected\.\nCommitted on scores\/noa \([0-9a-f]{7}\)\.\n$/);
    expect(git('log', '--format=%s', 'main..HEAD').split('\n')).toEqual(['Score lime-crane-4d, small-task', 'Score plum-heron-2k, small-task']);
    expect(git('diff', '--name-only', 'main').split('\n')).toEqual([`${CRANE}/scores/small-task/noa.yml`, FILE]);
    expect(git('status', '--short')).toBe('');
  });

  it('what was merged begins the branch anew; what a branch does not know goes on its own', async () => {
    begin();
    await given(...GIVEN);
    git('switch', '-q', 'main');
    git('merge', '-q', '--no-ff', '-m', 'Merge', 'scores/noa');
    const merged = git('rev-parse', 'HEAD');
    await both();
    expect([git('branch', '--show-current'), git('rev-parse', 'HEAD^')]).toEqual(['scores/noa', merged]);
    git('switch', '-q', 'main');
    bench.write('content/candidates/builder-2026/rust-wren-5e/candidate.yml', read(`${CRANE}/candidate.yml`));
    git('add', '.');
    git('commit', '-qm', 'One more candidate');
    const apart = await bench.hire(['score', 'rust-wren-5e', ...GIVEN]);
    expect(apart.err).toContain('scores/noa has gone another way meanwhile, so this one goes on a branch of its own.\nCommitted on the new branch scores/noa-2.');
    // The control: main has moved on, and what this score is held against is the same on both branches.
    git('switch', '-q', 'main');
    bench.write('content/candidates/builder-2026/rust-wren-5e/candidate.yml', read(`${CRANE}/candidate.yml`));
    expect((await bench.hire(['score', 'lime-crane-4d', ...GIVEN])).err).toContain('stands in');
    expect(git('branch', '--show-current')).toBe('scores/noa');
  });

  it('edits that stand in the way are kept, and nothing is written', async () => {
    begin();
    await given(...GIVEN);
    git('switch', '-q', 'main');
    bench.write(FILE, read(`${HERON}/scores/small-task/mia.yml`));
    const ran = await both();
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('Your commits wait on the branch scores/noa, and git does not go there: error: The following untracked working tree files would be overwritten');
    expect([git('branch', '--show-current'), git('status', '--short')]).toEqual(['main', `?? ${FILE}`]);
  });
});
