import { describe, expect, test } from 'vitest';
import cases from '../../fixtures/oracles/adverse-impact.json' with { type: 'json' };
import type { Fairness } from '../../model/fairness.ts';
import { overallSays, recordFairness, recordSays, type RecordFairness } from './record.ts';
import { comparison } from './stage.ts';
import { stageSays, verdictWords, known } from './words.ts';
import { widerPeriod } from './periods.ts';

type Groups = Record<string, readonly [reached: number, advanced: number]>;

const record = (...stages: readonly Groups[]): Fairness => ({
  stages: Object.fromEntries(stages.map((groups, index) => [`stage-${index + 1}`, Object.fromEntries(Object.entries(groups).map(([name, [reached, advanced]]) => [name, { reached, advanced }]))])),
});
const of = (...stages: readonly Groups[]): RecordFairness => recordFairness(record(...stages));
const stage = (groups: Groups) => of(groups).stages[0] ?? expect.fail();
const says = (groups: Groups): string => stageSays(stage(groups), 'Task');
const title = (id: string): string => id.replace('stage-', 'Stage ');

describe('one stage', () => {
  for (const { id, method, input, expected } of cases) {
    if (method !== 'adverse_impact') continue;
    test(id, () => {
      const { reference, focal } = input as { reference: { selected: number; applicants: number }; focal: { selected: number; applicants: number } };
      const { groups } = stage({ reference: [reference.applicants, reference.selected], focal: [focal.applicants, focal.selected] });
      const compared = groups.find(({ group }) => group === 'focal')?.comparison;
      expect(compared).toMatchObject({ belowFourFifths: expected.below_four_fifths, flips: expected.flip_flop_one_person });
      expect(compared?.impactRatio).toBeCloseTo(expected.impact_ratio ?? NaN, 9);
      expect(compared?.fisherTwoSided).toBeCloseTo(expected.p_fisher_two_sided ?? NaN, 9);
    });
  }
  test('no verdict under 30, none below 200 where the tests differ, and one where they agree', () => {
    expect(stage({ man: [41, 19], woman: [29, 6] })).toMatchObject({ fourFifths: undefined, guard: 'below-30' });
    expect(stage({ man: [50, 20], woman: [50, 15] })).toMatchObject({ fourFifths: undefined, guard: 'tests-differ' });
    expect(stage({ man: [80, 48], woman: [40, 12] })).toMatchObject({ fourFifths: false, guard: undefined });
    expect(stage({ man: [400, 160], woman: [400, 150] })).toMatchObject({ fourFifths: true, guard: undefined });
  });
  test('one group, no group, nobody there, nobody chosen', () => {
    expect(stage({ all: [400, 160] })).toMatchObject({ guard: 'one-group', reference: undefined });
    expect(stage({})).toMatchObject({ guard: 'one-group' });
    expect(stage({ a: [0, 0], b: [40, 20] })).toMatchObject({ guard: 'one-group', groups: [{ rate: undefined }, { rate: 0.5 }] });
    expect(stage({ a: [40, 0], b: [50, 0] })).toMatchObject({ guard: 'none-selected', fourFifths: undefined });
    expect(stage({ a: [40, 0], b: [50, 25] })).toMatchObject({ guard: undefined, fourFifths: false });
    expect([says({ all: [400, 160] }), says({}), says({ a: [40, 0], b: [50, 0] })].join('\n')).not.toMatch(/NaN|undefined|Infinity/);
  });
  test('a few people with a high rate are not what the others are held against', () => {
    const { reference, groups } = stage({ small: [6, 6], man: [300, 150], woman: [300, 100] });
    expect(reference).toBe('man');
    expect(groups.map(({ comparison }) => comparison?.verdict)).toEqual([undefined, 'too-few', 'below']);
  });
  test('where counts are hidden, nothing that follows from them is shown', () => {
    expect(stage({ a: [60, 30], b: [50, 25], c: [9, 3] })).toMatchObject({ guard: 'suppressed', fourFifths: undefined, groups: [{ rate: 0.5 }, { advanced: undefined, rate: undefined, interval: undefined, comparison: undefined }, { advanced: undefined }] });
    expect(says({ a: [60, 30], b: [50, 25], c: [9, 3] })).toBe('Counts are hidden here, so that no group under five can be worked out; the stage as a whole has no verdict.');
  });
});

test('the ratio alone cries wolf in 46 of 100 fair comparisons of 50 people each, the verdict hardly ever', () => {
  const binomial = (n: number, p: number): number[] => Array.from({ length: n }).reduce<number[]>((all) => [...all, 0].map((each, k) => each * (1 - p) + (all[k - 1] ?? 0) * p), [1]);
  const chances = binomial(50, 0.3);
  let [ratio, verdict] = [0, 0];
  for (const [x, a] of chances.entries()) {
    for (const [y, b] of chances.entries()) {
      if (a * b < 1e-7) continue;
      const [low, high] = [Math.min(x, y), Math.max(x, y)];
      const compared = comparison({ reached: 50, advanced: high }, { reached: 50, advanced: low });
      if (compared?.belowFourFifths) ratio += a * b;
      if (compared?.verdict === 'below') verdict += a * b;
    }
  }
  expect(ratio).toBeCloseTo(0.457, 2);
  expect(verdict).toBeCloseTo(0.03, 2);
});

describe('in words', () => {
  test('what is known, and what is not', () => {
    expect(says({ woman: [100, 36], man: [100, 41] })).toBe('36 of 100 women (36\u00a0%) and 41 of 100 men (41\u00a0%) went on from Task; the difference, between −18 and 8 of 100, is no more than chance could bring. Within four fifths: the rate of women is 88\u00a0% of that of men (62–125\u00a0%). No gap is shown; that there is none is not shown either.');
    expect(says({ woman: [40, 12], man: [80, 48] })).toContain('is more than chance would bring. Below four fifths: the rate of women is 50\u00a0% of that of men (30–83\u00a0%); at one rate for both about 8 more women would have gone on. That is a gap to explain; the counts do not say where it comes from.');
    expect(says({ woman: [19, 12], man: [38, 23] })).toContain('No verdict: 19 women are too few, it takes 30 in each group.');
    expect(says({ woman: [50, 15], man: [50, 20] })).toContain('No verdict: the rate of women is 75\u00a0% of that of men (44–129\u00a0%), below four fifths, but chance alone could bring that, and one person more or less would turn it round.');
    expect(says({ 'under-30': [400, 80], 'over-30': [400, 50] })).toContain('50 of 400 in “over 30” (13\u00a0%)');
  });
  test('the test and the interval may part, and then neither is taken for the whole', () => {
    expect(says({ a: [6, 0], b: [30, 14] })).toContain('the difference, between −64 and −4 of 100, stands at the edge of what chance could bring. No verdict: 6 in “a” are too few, it takes 30 in each group.');
  });
  test('with more than two groups the one furthest behind, and the others in short', () => {
    expect(says({ a: [300, 150], b: [300, 100], c: [300, 140], d: [20, 8] })).toMatch(/^100 of 300 in “b”.* The others: “c” within four fifths; “d” too few for a verdict\.$/);
  });
  test('each verdict has its words', () => {
    const groups = [[[400, 40], [400, 60]], [[400, 350], [400, 380]], [[200, 5], [200, 9]], [[50, 0], [60, 0]], [[150, 96], [160, 128]], [[40, 24], [40, 30]]] as const;
    const all = groups.map(([a, b]) => { const found = stage({ a, b }).groups; const [x, y] = [found[0], found[1]].map((each) => each && known(each)); return x && y && x.comparison ? verdictWords(x, y, x.comparison) : expect.fail(); });
    expect(all.map((each) => each.slice(0, each.indexOf(':') + 1) || each)).toEqual(['Below four fifths:', 'Within four fifths:', 'Below four fifths:', 'Nobody went on, so there is nothing to compare.', 'No verdict:', 'No verdict:']);
    expect(all.join('\n')).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the stages together', () => {
  test('a balanced bottom line is no defence for a stage', () => {
    // The figures of the case: 54 % against 80 % passed the test, and in the end 23 % against 14 % were promoted.
    const teal = of({ black: [48, 26], white: [259, 206] }, { black: [26, 11], white: [206, 35] });
    expect(teal.stages[0]).toMatchObject({ fourFifths: false });
    expect(overallSays(teal, title)).toBe('Over all stages together 35 of 259 in “white” (14\u00a0%) and 11 of 48 in “black” (23\u00a0%) went on. A balanced bottom line is no defence for Stage 1, where “black” stand below four fifths: each stage has to hold on its own (Connecticut v. Teal, 1982).');
    expect(recordSays(teal, title)).toBe('Below four fifths: “black” at Stage 1');
    expect(overallSays(of({ black: [48, 26], white: [259, 206] }, { black: [26, 20], white: [206, 110] }), title)).toContain('no defence for Stage 1');
    expect(overallSays(of({ black: [48, 26], white: [259, 206] }, { black: [26, 11], white: [206, 150] }), title)).toContain('below four fifths. Each stage');
  });
  test('small gaps in the same direction add up', () => {
    const found = of({ woman: [1000, 450], man: [1000, 500] }, { woman: [450, 180], man: [500, 230] }, { woman: [180, 80], man: [230, 120] });
    expect(found.stages.map(({ fourFifths }) => fourFifths)).toEqual([true, true, true]);
    expect(overallSays(found, title)).toContain('though no single stage is: small gaps in the same direction add up.');
  });
  test('nothing is said of them where a count is hidden, or there is one stage', () => {
    expect(overallSays(of({ a: [60, 30], b: [50, 25] }), title)).toBeUndefined();
    expect(overallSays(of({ a: [60, 30], b: [50, 25] }, { a: [30, 10], b: [25, 3] }), title)).toBeUndefined();
  });
  test('the finding is a title', () => {
    expect(recordSays(of({ woman: [96, 34], man: [173, 71] }, { woman: [34, 19], man: [71, 38] }, { woman: [19, 12], man: [38, 23] }), title)).toBe('Within four fifths at Stage 1 and Stage 2; too little to tell elsewhere');
    expect(recordSays(of({ a: [20, 10], b: [20, 10] }), title)).toBe('Too few to tell: no stage has 30 of each of two groups');
    expect(recordSays(of({ a: [300, 150], b: [300, 150] }), title)).toBe('Within four fifths at Stage 1');
    expect(recordSays(of({ a: [300, 150], b: [300, 297] }), title)).toBe('Counts are hidden, and what is left does not tell');
    expect(recordSays(of({ another: [6, 0], woman: [30, 14], man: [41, 19] }), title)).toBe('Within four fifths at Stage 1, as far as there are enough people to tell');
    expect(recordSays(of(), title)).toBe('Too few to tell: no stage has 30 of each of two groups');
  });
});

test('a record can tell something from 30 of each of two groups at one stage, of which nothing is hidden', () => {
  expect(of({ a: [30, 10], b: [30, 10] }).tells).toBe(true);
  expect(of({ a: [30, 10], b: [29, 10] }).tells).toBe(false);
  expect(of({ a: [30, 27], b: [30, 10] }).tells).toBe(false);
  expect(of({ a: [300, 27] }).tells).toBe(false);
  expect(of({ a: [300, 0], b: [300, 0] }).tells).toBe(false);
  expect(of({ a: [30, 10], b: [30, 10], c: [6, 0] }).tells).toBe(true);
  expect(of({ a: [60, 30], b: [50, 25], c: [9, 4], d: [40, 20] })).toMatchObject({ tells: true, stages: [{ guard: 'suppressed', fourFifths: undefined }] });
});

test('stages stand in the order of the process', () => {
  expect(recordFairness(record({ a: [60, 30] }, { a: [30, 10] }), ['stage-2', 'stage-1']).stages.map((each) => each.stage)).toEqual(['stage-2', 'stage-1']);
});

describe('periods within each other', () => {
  test('the wider one holds', () => {
    const all = ['2025', '2025-h1', '2025-q2', '2025-05', '2026', '2024-2025', 'spring', 'spring-berlin'];
    expect(Object.fromEntries(all.map((period) => [period, widerPeriod(period, all)]))).toEqual({
      2025: '2024-2025', '2025-h1': '2024-2025', '2025-q2': '2024-2025', '2025-05': '2024-2025', 2026: undefined, '2024-2025': undefined, spring: undefined, 'spring-berlin': 'spring',
    });
    expect([widerPeriod('2025-05', ['2025-05', '2025-q2']), widerPeriod('2025-05', ['2025-q1']), widerPeriod('2025-h1', ['2025-q1'])]).toEqual(['2025-q2', undefined, undefined]);
  });
  test('since a half subtracted from its year is the other half, however few it has', () => {
    const [year, half] = [{ reached: 60, advanced: 30 }, { reached: 57, advanced: 28 }];
    expect(year.reached - half.reached).toBe(3);
    expect(widerPeriod('2025-h1', ['2025', '2025-h1'])).toBe('2025');
  });
});

test('everybody of both went on: a ratio without an interval of no width', () => {
  expect(comparison({ reached: 50, advanced: 50 }, { reached: 40, advanced: 40 })).toMatchObject({ verdict: 'within', impactRatio: 1, ratioInterval: undefined });
  expect(comparison({ reached: 50, advanced: 50 }, { reached: 40, advanced: 39 })?.ratioInterval).toBeDefined();
});

test('nobody and one group are told apart', () => {
  expect(says({ woman: [0, 0], man: [0, 0] })).toBe('Nobody is counted at Task.');
  expect(says({ woman: [40, 20], man: [0, 0] })).toBe('Only one group is counted at Task: nothing to compare.');
});
