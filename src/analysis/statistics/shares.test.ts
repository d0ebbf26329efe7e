import { expect, test } from 'vitest';
import fc from 'fast-check';
import { adverseImpact, belowFourFifths, flips } from './adverse-impact.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { fisherExact } from './fisher.ts';
import { katz } from './katz.ts';
import { newcombe } from './newcombe.ts';
import { netPromoterOf } from './nps.ts';
import { wilson } from './wilson.ts';

const count = fc.nat({ max: 40 });
const share = fc.tuple(count, count).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Every number in it, at any depth. */
function numbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbers) : [];
}

test('whatever the counts, intervals hold their estimate and nothing is NaN', () => {
  fc.assert(fc.property(share, share, fc.constantFrom(0.8, 0.95, 0.99), ([x1, n1], [x2, n2], level) => {
    const results = [wilson(x1, n1, level), clopperPearson(x1, n1, level), newcombe(x1, n1, x2, n2, level), katz(x1, n1, x2, n2, level), adverseImpact({ selected: x1, applicants: n1 }, { selected: x2, applicants: n2 }, level), fisherExact(x1, n1 - x1, x2, n2 - x2), netPromoterOf(x1, n1 - x1, x2, level)];
    expect(numbers(results).every((value) => Number.isFinite(value))).toBe(true);
    const [low, high] = wilson(x1, n1, level) ?? [0, 1];
    const [exactLow, exactHigh] = clopperPearson(x1, n1, level) ?? [0, 1];
    const p = n1 === 0 ? 0.5 : x1 / n1;
    expect(low <= p && p <= high && exactLow <= p && p <= exactHigh).toBe(true);
    const difference = newcombe(x1, n1, x2, n2, level);
    if (difference) expect(difference.interval[0] <= difference.difference && difference.difference <= difference.interval[1]).toBe(true);
  }));
});

test('a higher level is wider', () => {
  expect(wilson(12, 30, 0.99)?.[1]).toBeGreaterThan(wilson(12, 30)?.[1] ?? 1);
  expect(wilson(12, 30, 0.8)?.[1]).toBeLessThan(wilson(12, 30)?.[1] ?? 0);
});

test('nobody at all: no answer', () => {
  expect([wilson(0, 0), clopperPearson(0, 0), newcombe(0, 0, 1, 2), newcombe(1, 2, 0, 0), katz(0, 3, 1, 3), netPromoterOf(0, 0, 0)]).toEqual(Array(6).fill(undefined));
  expect(adverseImpact({ selected: 0, applicants: 0 }, { selected: 1, applicants: 2 })).toBeUndefined();
});

test('nobody selected, or everybody: what is not defined is left out, the rest stands', () => {
  const none = adverseImpact({ selected: 0, applicants: 5 }, { selected: 0, applicants: 4 }) ?? expect.fail();
  expect(none).toMatchObject({ impactRatio: undefined, ratioInterval: undefined, z: undefined, p: undefined, belowFourFifths: false, fisherTwoSided: 1, shortfall: 0, flips: true });
  const all = adverseImpact({ selected: 5, applicants: 5 }, { selected: 4, applicants: 4 }) ?? expect.fail();
  expect(all).toMatchObject({ impactRatio: 1, ratioInterval: [1, 1], z: undefined, belowFourFifths: false });
});

test('exactly four fifths is not below, in all the small tables where a floating-point ratio says it is', () => {
  let wrong = 0;
  for (let n1 = 1; n1 <= 60; n1 += 1) for (let s1 = 1; s1 <= n1; s1 += 1) for (let n2 = 1; n2 <= 60; n2 += 1) {
    const s2 = (4 * s1 * n2) / (5 * n1);
    if (!Number.isInteger(s2)) continue;
    if (s2 / n2 / (s1 / n1) < 0.8) wrong += 1;
    expect(belowFourFifths({ selected: s1, applicants: n1 }, { selected: s2, applicants: n2 })).toBe(false);
  }
  expect(wrong).toBeGreaterThan(100);
});

test('one person decides a verdict on ten, not one on hundreds', () => {
  expect(flips({ selected: 5, applicants: 10 }, { selected: 4, applicants: 10 })).toBe(true);
  expect(flips({ selected: 6, applicants: 10 }, { selected: 4, applicants: 10 })).toBe(true);
  expect(flips({ selected: 48, applicants: 80 }, { selected: 12, applicants: 40 })).toBe(false);
});

test('Fisher: the two sides overlap in the observed table only; margins that allow one table say nothing', () => {
  fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
    const { greater, less, twoSided, midP } = fisherExact(a, b, c, d);
    expect(greater + less).toBeGreaterThanOrEqual(1 - 1e-12);
    expect(twoSided).toBeLessThanOrEqual(1);
    expect(midP).toBeLessThanOrEqual(twoSided);
    expect(fisherExact(c, d, a, b).twoSided).toBeCloseTo(twoSided, 12);
  }));
  expect(fisherExact(0, 3, 0, 4)).toEqual({ twoSided: 1, greater: 1, less: 1, midP: 0.5, conditionalOddsRatio: undefined });
  expect(fisherExact(2, 0, 0, 3).conditionalOddsRatio).toBeUndefined();
  expect(fisherExact(0, 2, 3, 0).conditionalOddsRatio).toBe(0);
});

test('Fisher: the odds ratio of large tables, whose observed table is next to impossible without one', () => {
  for (const [a, b, c, d, expected] of [[854, 3647, 4825, 2486, 0.1206739], [2491, 633, 1620, 4259, 10.3425], [228, 10_000, 9000, 300, 0.0007834129]] as const) {
    const found = fisherExact(a, b, c, d).conditionalOddsRatio ?? expect.fail();
    expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(1e-4);
  }
});

test('more selected than applied is no table', () => {
  expect(adverseImpact({ selected: 3, applicants: 10 }, { selected: 40, applicants: 5 })).toBeUndefined();
  expect(adverseImpact({ selected: 3, applicants: 10 }, { selected: 5, applicants: 5 })).toBeDefined();
});
