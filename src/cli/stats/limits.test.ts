import { describe, expect, test } from 'vitest';
import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { HEALTHY, runHire, type Circumstances } from '../test-context.ts';
import { STAT_METHODS } from './methods.ts';

const stats = (words: readonly string[], circumstances: Circumstances) => runHire(HEALTHY, ['stats', ...words], circumstances);
const piped = (method: string, input: unknown) => stats([method], { piped: JSON.stringify(input) });

const many = <T>(each: Arbitrary<T>) => fc.array(each, { maxLength: 9 });
const matrix = <T>(each: Arbitrary<T>) => fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) => fc.array(fc.array(each, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
const sized = <T extends Record<string, Arbitrary<unknown>>>(of: T) => fc.integer({ min: 0, max: 9 }).chain((length) => fc.record(Object.fromEntries(Object.entries(of).map(([key, each]) => [key, fc.array(each, { minLength: length, maxLength: length })]))));
const share = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const mark = fc.integer({ min: 1, max: 4 });
const hole = fc.option(mark);
const level = fc.constantFrom(0.5, 0.8, 0.95, 0.99, 0.999_999);
const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const square = (cell: Arbitrary<number>) => fc.integer({ min: 1, max: 4 }).chain((size) => fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));

/** Small inputs of every method, most of them at a limit: nobody, one, two, all alike, holes, nothing connected. */
const INPUTS: Readonly<Record<string, Arbitrary<object>>> = {
  wilson_interval: fc.tuple(share, level).map(([[x, n], conf]) => ({ x, n, conf })),
  newcombe_difference: fc.tuple(share, share, level).map(([[x1, n1], [x2, n2], conf]) => ({ x1, n1, x2, n2, conf })),
  kaplan_meier: sized({ time: fc.nat(5), event: fc.nat(1) }),
  logrank_test: sized({ time: fc.nat(5), event: fc.nat(1), group: fc.constantFrom('a', 'b', 'c') }),
  aalen_johansen: sized({ time: fc.nat(5), cause: fc.nat(2) }),
  rubric_aggregate: matrix(hole).map((scores) => ({ scores, weights: (scores[0] ?? [1]).map((_, index) => index + 1), scale: [1, 4] })),
  adverse_impact: fc.tuple(share, share, level).map(([[a, b], [c, d], conf]) => ({ reference: { selected: a, applicants: b }, focal: { selected: c, applicants: d }, conf })),
  fisher_exact_2x2: fc.record({ a: fc.nat(6), b: fc.nat(6), c: fc.nat(6), d: fc.nat(6) }),
  correlation: sized({ x: mark, y: fc.double({ noNaN: true, min: -1e9, max: 1e9 }) }),
  range_restriction_case2: fc.record({ r: fc.double({ min: -1, max: 1, noNaN: true }), sd_ratio_unrestricted_over_restricted: fc.double({ min: 1e-3, max: 1e3, noNaN: true }), criterion_reliability: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })) }),
  cronbach_alpha: matrix(mark).map((items) => ({ items })),
  nps: fc.record({ promoters: fc.nat(3), passives: fc.nat(3), detractors: fc.nat(3), conf: level }),
  business_days_between: fc.record({ start: day, end: day, holidays: many(day) }),
  add_business_days: fc.record({ start: day, days: fc.nat(30), holidays: many(day) }),
  icc: fc.tuple(matrix(hole), level).map(([ratings, conf]) => ({ ratings, conf })),
  krippendorff_alpha: matrix(hole).map((ratings) => ({ ratings })),
  weighted_kappa: square(fc.nat(4)).map((table) => ({ table, disagreement_weights: table.map((row, i) => row.map((_, j) => Math.abs(i - j))) })),
  two_rater_agreement_table: square(fc.nat(4)).map((table) => ({ table })),
  fleiss_kappa: matrix(hole).map((ratings) => ({ ratings })),
  multi_rater_agreement_missing: fc.tuple(matrix(hole), fc.constantFrom('unweighted', 'linear', 'quadratic')).map(([ratings, weights]) => ({ ratings, weights })),
  kendall_w: matrix(hole).map((ratings) => ({ ratings })),
  crossed_random_effects_reml: many(fc.record({ subject: fc.constantFrom('a', 'b', 'c', 'd'), rater: fc.constantFrom('A', 'B', 'C'), score: mark })).map((rows) => ({ rows })),
};

/** Numbers that are none, at any depth: JSON would turn them into null in silence. */
function wrong(value: unknown, path = ''): string[] {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return [`${path}: ${String(value)}`];
  return value === null || typeof value !== 'object' ? [] : Object.entries(value).flatMap(([key, inner]) => wrong(inner, `${path}/${key}`));
}

describe('whatever comes in, a defined answer or a plain reason', () => {
  test('every method is tried', () => expect(Object.keys(INPUTS).sort()).toEqual(STAT_METHODS.map((method) => method.name).sort()));
  for (const method of STAT_METHODS) {
    test(method.name, () => {
      let [answers, refusals] = [0, 0];
      fc.assert(fc.property(INPUTS[method.name] ?? fc.constant({}), (input) => {
        const taken = method.input.safeParse(input) as z.ZodSafeParseResult<unknown>;
        if (!taken.success) return void (refusals += 1);
        answers += 1;
        expect(wrong(method.compute(taken.data))).toEqual([]);
        expect(method.says?.(taken.data) ?? '').not.toMatch(/NaN|undefined|Infinity/);
      }), { numRuns: 60 });
      expect(answers).toBeGreaterThan(refusals);
    });
  }
});

describe('a wrong input is a mistake with its place and its reason', () => {
  test('a key that is none, a value that is none, one that is missing, two that contradict each other', async () => {
    expect(await piped('wilson_interval', { x: 1, n: 2, conff: 0.9 })).toEqual({ code: 2, out: '', err: 'wilson_interval cannot take that:\n  input: `conff` is not a key of the input.\n“hire stats wilson_interval --example” shows what it takes.\n' });
    expect((await piped('wilson_interval', { x: 'a' })).err).toContain('  x: `x` is `a`; expected a number.\n  n: `n` is missing in the input: of how many.\n');
    expect((await piped('wilson_interval', { x: 3, n: 2 })).err).toContain('  x: is more than n\n');
    expect((await piped('adverse_impact', { reference: { selected: 3, applicants: 2 }, focal: { selected: 1, applicants: 2 } })).err).toContain('  reference.selected: is more than applicants\n');
    expect((await piped('kaplan_meier', { time: [1, 2], event: [1] })).err).toContain('time, event must be equally long');
    expect((await piped('rubric_aggregate', { scores: [[5, 1]], weights: [1, 1], scale: [1, 4] })).err).toContain('  scores.0.0: is 5, outside of the scale\n');
    expect((await piped('correlation', { x: [0, 1e155, 2], y: [0.1, 1, 2] })).err).toContain('  x.1: numbers lie between −1e50 and 1e50');
    expect((await piped('aalen_johansen', { time: [1], cause: [1], causes: ['3000000=x'] })).err).toContain('expected a number up to 50 and a name');
    expect((await piped('business_days_between', { start: '2026-02-30', end: '2026-03-01' })).err).toContain('  start: ');
  });

  test('no JSON, nothing at all, a file that is not there, nobody who types JSON, a method that is none', async () => {
    expect((await stats(['nps'], { piped: '{' })).err).toMatch(/^The input is no JSON: /);
    expect((await stats(['nps'], { piped: ' ' })).err).toBe('Standard input is empty; JSON was expected.\n');
    expect((await stats(['nps', '--input', 'nowhere.json'], {})).err).toBe('--input: there is no file “nowhere.json” that can be read.\n');
    expect((await stats(['nps'], { answers: [] })).err).toContain('“hire stats nps --example” prints a small one.');
    expect(await stats(['wilson'], {})).toMatchObject({ code: 2, err: expect.stringContaining('There is no method “wilson”.') as string });
  });

  test('no answer is an answer: the reason, and exit code 0', async () => {
    expect(await stats(['wilson_interval', '--json'], { piped: '{"x":0,"n":0}' })).toEqual({ code: 0, out: '{"reason":"Of nobody there is no share."}\n', err: '' });
    expect((await piped('wilson_interval', { x: 0, n: 0 })).out).toBe('Of nobody there is no share.\n');
  });
});

test('a table for people says the same in words, and another level is another interval', async () => {
  expect((await piped('wilson_interval', { x: 12, n: 30 })).out).toMatchInlineSnapshot(`
    "12 of 30, 40 % (25–58 %): between 25 and 58 of 100.

      p                0.4
      lower            0.245906
      upper            0.576796
      clopper_pearson  0.226558  0.593965
    "
  `);
  expect((await piped('wilson_interval', { x: 12, n: 30, conf: 0.8 })).out).toContain('(29–52\u00a0%)');
});
