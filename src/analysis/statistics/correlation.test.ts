import { expect, test } from 'vitest';
import fc from 'fast-check';
import { brent } from './brent.ts';
import { correctForAttenuation, correctForRangeRestriction } from './corrections.ts';
import { cronbachAlpha } from './cronbach.ts';
import { kendallTauB } from './kendall-tau.ts';
import { omegaTotal, oneFactor } from './one-factor.ts';
import { pearson } from './pearson.ts';
import { ranks } from './ranks.ts';
import { solve } from './solve.ts';
import { spearman } from './spearman.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })));

test('all three stay within −1 and 1, turn with the sign, and keep their interval around them', () => {
  fc.assert(fc.property(pairs, (points) => {
    const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
    for (const correlate of [pearson, spearman, kendallTauB]) {
      const result = correlate(x, y);
      if (!result) continue;
      expect(Math.abs(result.value)).toBeLessThanOrEqual(1 + 1e-12);
      expect(correlate(x, y.map((value) => -value))?.value).toBeCloseTo(-result.value, 12);
      if (result.interval) expect(result.interval[0] <= result.value && result.value <= result.interval[1]).toBe(true);
    }
  }));
});

test('none, one, two, three, constant, perfect', () => {
  for (const correlate of [pearson, spearman, kendallTauB]) {
    expect([correlate([], []), correlate([1], [2]), correlate([1, 1, 1], [1, 2, 3])]).toEqual([undefined, undefined, undefined]);
    expect(correlate([1, 2], [5, 3])).toMatchObject({ value: -1, n: 2, interval: undefined });
    expect(correlate([1, 2, 3], [2, 3, 1])?.interval).toBeUndefined();
    expect(correlate([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12])).toMatchObject({ value: expect.closeTo(1, 12) as number, interval: undefined });
  }
  expect(pearson([0.1 + 0.2, 0.3, 0.3], [1, 2, 3])).toBeUndefined();
});

test('ties share their mean rank', () => {
  expect(ranks([10, 20, 10, 30])).toEqual([1.5, 3, 1.5, 4]);
  expect(ranks([])).toEqual([]);
});

test('corrections only lengthen, keep the sign, and refuse what cannot be', () => {
  expect(correctForRangeRestriction(0.3, 1)).toBeCloseTo(0.3, 12);
  expect([correctForRangeRestriction(1, 2), correctForRangeRestriction(-1, 1e-60), correctForRangeRestriction(0, 1e200)]).toEqual([1, -1, 0]);
  expect(correctForRangeRestriction(0.99999999, 1e-6)).toBeCloseTo(0.00707089, 8);
  expect([correctForRangeRestriction(0.3, 0), correctForRangeRestriction(1.2, 2), correctForAttenuation(0.3, 0), correctForAttenuation(0.9, 0.5), correctForAttenuation(0.3, 1.1)]).toEqual(Array(5).fill(undefined));
  expect(correctForAttenuation(0.3, 1)).toBe(0.3);
});

test('alpha of two equal items is 1; of nobody, one person, one item or equal totals there is none', () => {
  const equal = cronbachAlpha([[1, 1], [2, 2], [4, 4]]) ?? expect.fail();
  expect(equal).toMatchObject({ alpha: 1, interval: undefined });
  expect(equal.items[0]).toMatchObject({ itemTotal: 1, alphaIfDropped: undefined });
  for (const rows of [[], [[1, 2, 3]], [[1], [2], [3]], [[1, 3], [2, 2], [3, 1]], [[1, 2], [1]]]) expect(cronbachAlpha(rows)).toBeUndefined();
  const constantItem = cronbachAlpha([[1, 2, 3], [1, 3, 4], [1, 1, 3]]) ?? expect.fail();
  expect(constantItem.items[0]?.itemTotal).toBeUndefined();
  expect(constantItem.standardized).toBeUndefined();
  for (const end of cronbachAlpha([[1, 2], [2, 2], [4, 3]], 1 - Number.EPSILON / 2)?.interval ?? [NaN]) expect(end).toSatisfy(Number.isFinite);
});

test('one factor of items that are one factor', () => {
  const rows = [-2, -1, 0, 1, 2, 3].map((factor, person) => [factor + (person % 2), 2 * factor - (person % 3), factor + ((person * 7) % 5) / 2, -factor + (person % 2) / 2]);
  const found = oneFactor(rows) ?? expect.fail();
  expect(found.loadings.slice(0, 3).every((loading) => loading > 0.5)).toBe(true);
  expect(found.loadings[3]).toBeLessThan(-0.5);
  expect(omegaTotal(found, [1, 1, 1, -1])).toBeGreaterThan(0.8);
  expect([oneFactor([]), oneFactor([[1, 2], [2, 1]]), oneFactor([[1, 2, 3], [1, 3, 4], [1, 1, 3]])]).toEqual([undefined, undefined, undefined]);
});

test('equations and roots', () => {
  expect(solve([[2, 1], [1, 3]], [3, 5])).toEqual([0.8, 1.4]);
  expect(solve([[1, 2], [2, 4]], [1, 2])).toBeUndefined();
  expect(solve([[0]], [1])).toBeUndefined();
  const many = Array.from({ length: 400 }, (_, at) => at);
  expect(solve(many.map((row) => many.map((column) => (row === column ? 2 : 0))), many)).toEqual(many.map((at) => at / 2));
  expect(brent((x) => x * x - 2, { from: 0, to: 2, tolerance: 1e-12 })).toBeCloseTo(Math.SQRT2, 11);
  expect(brent((x) => x - 3, { from: 3, to: 5, tolerance: 1e-12 })).toBe(3);
  expect(brent((x) => x * x + 1, { from: 0, to: 2, tolerance: 1e-12 })).toBeUndefined();
});
