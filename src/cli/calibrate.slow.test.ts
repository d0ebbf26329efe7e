import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench, type Circumstances, type Ran } from './test-context.ts';

const SPRING = '2026-03-totals';
const FOLDER = `content/calibrations/${SPRING}`;
const EVIDENCE = 'Three lines add up to the cent.';

let bench: Bench;
const git = (...words: string[]): string => execFileSync('git', ['-C', bench.root, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const there = (path: string): boolean => existsSync(join(bench.root, path));
const calibrate = (words: readonly string[], more?: Circumstances): Promise<Ran> => bench.hire(['calibrate', ...words], more);
const begin = (...more: string[]): Promise<Ran> => calibrate(['new', SPRING, '--rubric', 'small-task@2', '--reviewers', 'mia,kim', ...more]);
/** A session whose sample somebody wrote. */
const beginWith = (): Promise<Ran> => {
  bench.write('../work.md', '# Totals\n\nOne function, three tests.\n');
  return begin('--sample', '../work.md');
};
/** Merges what the last command committed, and goes on from main. */
const merge = (branch: string): void => {
  git('switch', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', `Merge ${branch}`, branch);
};
const given = (by: string, marks: readonly [number, number], ...more: string[]): Promise<Ran> => calibrate([
  'score', SPRING, '--by', by, '--mark', `correctness=${marks[0]}`, '--evidence', `correctness: ${by} found that ${EVIDENCE}`, '--mark', `explanation=${marks[1]}`, '--evidence', `explanation: ${by} read why it is so.`, ...more,
]);

beforeEach(() => {
  bench = benchOf(HEALTHY);
  bench.write('.gitignore', '.hire/\n');
  bench.write('.hire/local.yml', 'identities: ../identities\nme: mia\n');
  bench.write('../identities/teal-otter-7f/identity.yml', 'name: Rósa Muster\nemail: rosa@muster.example\n');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Mia Sample');
  git('config', 'user.email', 'mia@sample.example');
  git('add', '.');
  git('commit', '-qm', 'Begin');
});
afterEach(() => bench.remove());

describe('a session from its beginning to its certificate', () => {
  it('is begun, scored apart, closed, reported and certified', async () => {
    bench.write('../work.md', '# Totals\n\nOne function, three tests; the discount is applied once (src/total.ts:9).\n');
    const begun = await begin('--sample', '../work.md', '--title', 'Totals in spring');
    expect(begun).toMatchObject({ code: 0, out: `${FOLDER}/session.yml\n${FOLDER}/samples/sample-a.md\n` });
    expect(read(`${FOLDER}/session.yml`)).toBe('# yaml-language-server: $schema=../../../.hire/schemas/session.json\ntitle: Totals in spring\nrubric: small-task@2\nstate: open\nreviewers: [mia, kim]\ntolerance: 1\n');
    merge(`hire/calibrate-${SPRING}`);

    // The sitting: marks with words, a few words for the debrief, minutes; nothing else is asked.
    const sat = await calibrate(['score'], { keys: ['m', `3mia: ${EVIDENCE}`, '<enter>', `4mia: ${EVIDENCE}`, '<enter>', '<enter>', '<enter>', 'y'] });
    expect(sat, sat.err).toMatchObject({ code: 0, out: `${FOLDER}/scores/sample-a/mia.yml\n`, err: expect.stringContaining(`That was your last sample of ${SPRING}. Who else is in: hire calibrate status ${SPRING}`) });
    expect(sat.screens?.[0]).toContain('sample-a  Totals in spring');
    expect(sat.screens?.join('\n')).not.toMatch(/recommendation|conflict/i);
    expect(read(`${FOLDER}/scores/sample-a/mia.yml`)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../../../.hire/schemas/sample-score.small-task@2.json
      rubric: small-task@2
      submitted: 2026-03-20T12:00+00:00
      marks:
        correctness:
          mark: 3
          evidence: |
            mia: Three lines add up to the cent.
        explanation:
          mark: 4
          evidence: |
            mia: Three lines add up to the cent.
      "
    `);
    expect(git('log', '-1', '--format=%s', 'scores/mia')).toBe(`Score sample-a of ${SPRING}`);
    expect(there(`.hire/sample-drafts/${SPRING}/sample-a/mia.json`)).toBe(false);
    merge('scores/mia');

    // Nobody learns of another's mark while it is open.
    const status = await calibrate(['status', SPRING, '--by', 'kim']);
    expect(status.out).toMatchInlineSnapshot(`
      "2026-03-totals  Totals in spring
        small-task@2, open, 1 of 2 scores in
        mia  in
        kim  0 of 1; missing sample-a
        Scores on branches that are not merged are not counted.
        → hire calibrate score 2026-03-totals  (1 sample for you)
      "
    `);
    expect((await calibrate(['status', '--json'])).out).not.toMatch(/mark|evidence|cent/);
    const early = await calibrate(['report', SPRING]);
    expect(early).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/It waits: kim lacks sample-a\. Who is in: .*Only if somebody will never be in: .*--anyway/) });
    expect(await calibrate(['close', SPRING])).toMatchObject({ code: 2, err: expect.stringContaining('Not everybody is in: kim lacks sample-a.') });
    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining('is open') });
    const blind = await calibrate(['score', SPRING, '--by', 'kim'], { keys: ['?', '<escape>', 'r'] });
    expect(blind.screens?.join('\n')).not.toContain('mia:');

    expect(await given('kim', [3, 1], '--minutes', '20')).toMatchObject({ code: 0 });
    expect(read(`${FOLDER}/scores/sample-a/kim.yml`)).toContain('minutes: 20');
    git('switch', '-q', 'main');
    const apart = 'Scores on branches that are not merged are not counted: scores/kim (kim: sample-a).';
    expect((await calibrate(['status'])).out).toContain(apart);
    expect(await calibrate(['close', SPRING])).toMatchObject({ code: 2, err: expect.stringContaining(apart) });
    merge('scores/kim');
    // While it is open one may look again; the file is changed, and no amendment is written.
    expect(await given('kim', [3, 2])).toMatchObject({ code: 0, out: `${FOLDER}/scores/sample-a/kim.yml\n`, err: expect.stringContaining('This replaces your marks of 2026-03-20:\n  explanation: 1 → 2\n') });
    expect(await given('kim', [3, 2])).toMatchObject({ code: 0, err: expect.stringContaining('stands in') });
    merge('scores/kim');

    expect((await calibrate(['status'])).out).toContain(`→ hire calibrate close ${SPRING}  (everybody is in)`);
    expect(await calibrate(['close'])).toMatchObject({ code: 0, out: `${FOLDER}/session.yml\n` });
    expect(read(`${FOLDER}/session.yml`)).toContain('state: closed\n');
    expect(git('log', '-1', '--format=%B')).toBe(`Close the calibration ${SPRING}\n\nAll 2 scores are in.`);
    merge(`hire/close-${SPRING}`);

    const report = await calibrate(['report', SPRING]);
    expect(report.code, report.err).toBe(0);
    const [found, agreement = ''] = report.out.split('\n\nAgreement\n');
    expect(agreement).toMatch(/Explanation: .*pair/);
    expect(found).toMatchInlineSnapshot(`
      "On Explanation, the same work got a 2 and a 4
      2026-03-totals, Totals in spring. small-task@2, 1 sample, 2 reviewers.

      sample-a
                     kim  mia
        Correctness    3    3
        Explanation    2    4

      Where marks stand apart
        Explanation of sample-a, 2 levels apart
          kim, 2: kim read why it is so.
          mia, 4: mia: Three lines add up to the cent.

      The anchors in question
        Explanation: kim read 2 and mia read 4 in the same work (sample-a).
        2 Begun, and left half way.
        4 As 3, and it says where its limits are.
        Would other words have brought you together? rubrics/small-task.md, line 28.
        This is the section with both readings in it; keep one in your own words,
        delete the other:
          ## Explanation
          - **1** Nothing of it can be seen.
          - **2** Begun, and left half way.
            Read here as 2, not 4: kim read why it is so.
          - **3** There, and it holds.
          - **4** As 3, and it says where its limits are.
            Read here as 4, not 2: mia: Three lines add up to the cent."
    `);
    const markdown = (await calibrate(['report', SPRING, '--markdown'])).out;
    expect(markdown).toContain('| Criterion | `kim` | `mia` |');
    expect(markdown).toContain('Read here as 4, not 2');
    const data = JSON.parse((await calibrate(['report', SPRING, '--json'])).out) as { hidden: boolean; gaps: { criterion: string; spread: number }[]; change: { path: string; line: number } };
    expect(data).toMatchObject({ hidden: false, gaps: [{ criterion: 'explanation', spread: 2 }, { spread: 0 }], change: { path: 'rubrics/small-task.md' } });
    expect(read('rubrics/small-task.md').split('\n')[data.change.line - 1]).toMatch(/^- \*\*4\*\*/);
    git('remote', 'add', 'origin', 'https://github.com/example-team/hiring.git');
    expect((await calibrate(['report', SPRING])).out).toContain(`    https://github.com/example-team/hiring/edit/main/rubrics/small-task.md#L${data.change.line}\n`.trimStart());

    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining(`${FOLDER}/references/<sample>.yml`) });
    bench.write(`${FOLDER}/references/sample-a.yml`, 'marks:\n  correctness: { mark: 3 }\n  explanation: { mark: 2 }\n');
    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining(`git switch -c hire/certify-${SPRING}\n  git add ${FOLDER}/references\n`) });
    git('add', '.');
    git('commit', '-qm', 'References');
    bench.write(`${FOLDER}/references/sample-a.yml`, 'marks:\n  correctness: 3\n');
    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining(`${FOLDER}/references/sample-a.yml`) });
    git('checkout', '-q', '--', '.');
    expect(await calibrate(['certify', SPRING])).toMatchObject({ code: 2, err: expect.stringContaining('A process owner certifies (kim); “mia” is none.') });
    const dry = await calibrate(['certify', SPRING, '--by', 'kim', '--dry-run']);
    expect(dry.err).toContain('later than its first marks (2026-03-20)');
    expect(dry.out).toBe('kim  All 2 marks are within 1 level of the reference on 1 sample: certified for small-task@2.\nmia  Calibrated since 2026-01-14 by 2026-01-small-task; against the reference marks of this session, explanation of sample-a lies outside.\n');
    expect(read('content/people/kim.yml')).not.toContain('small-task@2');
    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 0 });
    expect(read('content/people/kim.yml')).toContain(`{ rubric: small-task@2, on: 2026-03-20, by: ${SPRING} }`);
    expect(await calibrate(['certify', SPRING, '--by', 'kim'])).toMatchObject({ code: 0, err: expect.stringContaining('nobody to note') });
    expect((await bench.hire(['check', '--no-cache'])).code).toBe(0);
  }, 60_000);

  it('may be closed with somebody missing, who can score no more', async () => {
    await begin();
    expect(read(`${FOLDER}/samples/sample-a.md`)).toMatch(/^Replace this by the work/);
    expect((await bench.hire(['check', '--no-cache'])).err + (await bench.hire(['check', '--no-cache'])).out).toContain('calibration/sample-not-written');
    for (const refused of [given('kim', [3, 3]), calibrate(['close', SPRING, '--anyway'])]) expect(await refused).toMatchObject({ code: 2, err: expect.stringContaining('nobody wrote the sample') });
    bench.write(`${FOLDER}/samples/sample-a.md`, '# Totals\n\nOne function.\n');
    expect(await calibrate(['close', SPRING, '--anyway'])).toMatchObject({ code: 0 });
    expect(git('log', '-1', '--format=%b')).toContain('mia lacks sample-a; kim lacks sample-a.');
    expect(await given('kim', [3, 3])).toMatchObject({ code: 2, err: expect.stringContaining('would not be independent') });
    const report = await calibrate(['report', SPRING]);
    expect(report).toMatchObject({ code: 0, out: expect.stringContaining('There are no two marks to compare yet') });
  });
});

it('without a sample has nobody in, and is not to be closed', async () => {
  await begin();
  rmSync(join(bench.root, FOLDER, 'samples'), { recursive: true });
  const status = await calibrate(['status', SPRING]);
  expect(status.out).toContain('small-task@2, open, no sample to score yet');
  expect(status.out).not.toMatch(/0 of 0| in$|→/m);
  expect(await calibrate(['close', SPRING])).toMatchObject({ code: 2, err: expect.stringContaining('has no sample yet') });
  expect(await calibrate(['close', SPRING, '--anyway'])).toMatchObject({ code: 0 });
});

describe('somebody who is not calibrated', () => {
  it('keeps every answer of a sitting that ends early, and goes on there', async () => {
    await beginWith();
    const early = await calibrate(['score'], { keys: ['m', '3half'] });
    expect(early).toMatchObject({ code: 0, out: '', err: expect.stringContaining(`the draft is kept (0 of 2 criteria): hire calibrate score ${SPRING}/sample-a`) });
    expect((await bench.hire(['queue'])).out).toContain(`sample-a of Small task, 2026-03, small-task@2; draft begun\n    → hire calibrate score ${SPRING}/sample-a`);
    expect((await calibrate(['score'], { keys: [] })).screens?.[0]).toContain('This goes on where you left: 0 of 2 criteria.');
    expect(await given('mia', [3, 3])).toMatchObject({ code: 2, err: expect.stringContaining('You began this score in a draft') });
    expect(await given('mia', [3, 3], '--discard')).toMatchObject({ code: 0 });
  });

  it('is told before the work where the settings refuse, and shown the way', async () => {
    const refused = (): Promise<Ran> => bench.hire(['score', 'plum-heron-2k', '--by', 'noa'], { keys: ['m'] });
    expect((await refused()).code).toBe(0);
    bench.write('content/people/noa.yml', read('content/people/noa.yml').replace(/.*small-task@2.*\n/, ''));
    expect((await refused()).screens?.[0]).toContain('Nobody noted that you were trained on small-task@2.');
    bench.write('content/settings.yml', read('content/settings.yml').replace('uncalibrated: warn', 'uncalibrated: refuse'));
    expect(await refused()).toMatchObject({ code: 2, err: expect.stringContaining('“hire queue” shows the way there; as a shadow you may score it now: hire assign plum-heron-2k --shadow noa') });
    expect((await bench.hire(['queue', '--by', 'noa'])).out).toMatch(/^On the way to being calibrated[\s\S]*→ hire calibrate certify 2026-01-small-task\n/);
    expect((await bench.hire(['score', 'plum-heron-2k', '--by', 'mia', '--minutes', '5'])).err).not.toContain('uncalibrated: refuse');
  });
});

describe('what a candidate handed in, as a sample', () => {
  it('bears no pseudonym, no address that holds it, no day, and says what a person has to look at', async () => {
    const taken = await begin('--from', 'teal-otter-7f/small-task');
    expect(taken.code, taken.err).toBe(0);
    const text = read(`${FOLDER}/samples/sample-a.md`);
    expect(text).not.toMatch(/teal-otter|2026-\d\d-\d\d/);
    expect(taken.err).toContain('sample-a: Taken from the visit small-task: stage “');
    expect(taken.err).not.toContain('is a rubric for');
    expect((await calibrate(['new', 'other', '--rubric', 'talk', '--reviewers', 'mia,kim', '--from', 'teal-otter-7f/small-task'])).err).toContain('is a rubric for');
    expect(taken.err).toContain('sample-a: Its words stay in the repository and its history');
    expect(git('log', '-1', '--format=%B')).not.toContain('teal');
  });

  it('is refused with a name, a part of one, an address or a number, and while its panel waits', async () => {
    const path = 'content/candidates/builder-2026/teal-otter-7f/submissions/small-task.md';
    for (const [words, what] of [['By Rósa Muster.', 'a name'], ['Rósa did it.', 'a name'], ['Ask r.m@muster.org.', 'an e-mail address'], ['Call +44 20 7946 0958.', 'telephone']]) {
      bench.write(path, `# Work\n\n${words ?? ''}\n`);
      const ran = await begin('--from', 'teal-otter-7f/small-task');
      expect(ran, words).toMatchObject({ code: 2, out: '', err: expect.stringContaining(what ?? '') });
      expect(ran.err).toContain('(line');
      expect(ran.err).not.toMatch(/Rósa|Muster/);
    }
    expect(await begin('--from', 'plum-heron-2k')).toMatchObject({ code: 2, err: expect.stringContaining('still waits for scores') });
    expect(there(FOLDER)).toBe(false);
  });
});

describe('slips', () => {
  it.each<[string, string[], RegExp]>([
    ['a version that is none', ['new', SPRING, '--rubric', 'small-task@9', '--reviewers', 'mia'], /“small-task” has the versions 1 and 2, and none is 9/],
    ['a rubric that is none', ['new', SPRING, '--rubric', 'small-tsk', '--reviewers', 'mia'], /Did you mean “small-task”/],
    ['a reviewer that is none', ['new', SPRING, '--rubric', 'talk', '--reviewers', 'mia,kin'], /Did you mean “kim”/],
    ['a session twice', ['new', '2026-01-small-task', '--rubric', 'talk', '--reviewers', 'mia,kim'], /There is a session “2026-01-small-task” already/],
    ['a name that is none', ['new', 'Spring Totals', '--rubric', 'talk', '--reviewers', 'mia,kim'], /Did you mean “spring-totals”/],
    ['a tolerance off the scale', ['new', SPRING, '--rubric', 'talk', '--reviewers', 'mia', '--tolerance', '9'], /0 to 3/],
    ['a sample that is not there', ['new', SPRING, '--rubric', 'talk', '--reviewers', 'mia', '--sample', 'nowhere.md'], /cannot be read/],
    ['nothing that waits', ['score'], /No calibration sample waits for mia: no session is open/],
    ['an option of another verb', ['status', '--anyway'], /goes with hire calibrate close/],
    ['a verb that is none', ['reprot'], /Did you mean “report”/],
    ['a session that is none', ['report', '2026-01-smal-task'], /Did you mean “2026-01-small-task”/],
  ])('%s', async (_, words, message) => {
    expect(await calibrate(words)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  it('who is no reviewer of the session, and marks that the rubric does not have', async () => {
    await beginWith();
    expect(await given('noa', [3, 3])).toMatchObject({ code: 2, err: expect.stringContaining('“noa” is no reviewer of 2026-03-totals (mia and kim)') });
    expect(await calibrate(['score', '--by', 'noa'])).toMatchObject({ code: 2, err: expect.stringContaining('who is no reviewer of an open session: 2026-03-totals (mia and kim)') });
    expect(await calibrate(['score', '--by', 'kin'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “kim”') });
    expect(await calibrate(['score', '--by', 'kim'])).toMatchObject({ code: 2, err: expect.stringContaining('waits for kim. To mark it here needs a terminal') });
    expect(await calibrate(['score', SPRING, '--by', 'kim', '--mark', 'correctness=not-observed'])).toMatchObject({ code: 2, err: expect.stringContaining('--evidence "correctness: what there was not to see"') });
    expect(await given('kim', [9, 3])).toMatchObject({ code: 2, err: expect.stringContaining('allowed are') });
    const short = await calibrate(['score', SPRING, '--by', 'kim', '--mark', 'correctness=3', '--evidence', 'correctness: short']);
    expect(short).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written.') });
    expect(await calibrate(['score', `${SPRING}/sample-b`, '--by', 'kim', '--mark', 'correctness=3'])).toMatchObject({ code: 2, err: expect.stringContaining('sample-a') });
  });

  it('a sample with a name of the identity folder, or a pseudonym', async () => {
    for (const [words, code] of [['By Rósa Muster.', 'leak/name'], ['See teal-otter-7f.', 'calibration/pseudonym']]) {
      bench.write('../work.md', `${words ?? ''}\n`);
      expect(await begin('--sample', '../work.md')).toMatchObject({ code: 1, err: expect.stringContaining(code ?? '') });
      expect(there(FOLDER)).toBe(false);
    }
    rmSync(join(bench.root, '../work.md'));
  });
});
