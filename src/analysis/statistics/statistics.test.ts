import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import adverse from '../../fixtures/oracles/adverse-impact.json' with { type: 'json' };
import funnelCases from '../../fixtures/oracles/funnel.json' with { type: 'json' };
import surveyCases from '../../fixtures/oracles/survey.json' with { type: 'json' };
import { fisherSides } from './fisher.ts';
import { jackknifeError } from './jackknife.ts';
import { mean, sum } from './mean.ts';
import { netPromoter } from './nps.ts';
import { median, quantile } from './quantile.ts';
import { studentQuantile } from './student-t.ts';
import { wilson } from './wilson.ts';

test('Student’s t, two-sided 95 %, as tables print it', () => {
  const table: readonly (readonly [number, number])[] = [[1, 12.7062047361747], [2, 4.30265272974946], [3, 3.18244630528371], [4, 2.77644510519779], [9, 2.2621571627982], [30, 2.04227245630124]];
  for (const [df, expected] of table) expect(studentQuantile(0.95, df)).toBeCloseTo(expected, 9);
});

test('Wilson’s interval ends exactly at 0 and at 1', () => {
  expect(wilson(0, 10)?.[0]).toBe(0);
  expect(wilson(10, 10)?.[1]).toBe(1);
  expect(wilson(0, 0)).toBeUndefined();
});

test('on complete values the jackknife error is the standard deviation over the root of n', () => {
  const values = [3.5, 3, 3.6];
  const without = values.map((_, left) => mean(values.filter((__, index) => index !== left)) ?? NaN);
  expect(jackknifeError(without)).toBeCloseTo(0.185592145428, 9);
  expect(jackknifeError([1])).toBeUndefined();
});

test('a sum does not depend on the order of its terms', () => {
  fc.assert(fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), (values) => {
    expect(Object.is(sum(values) + 0, sum(values.toReversed()) + 0)).toBe(true);
  }));
});

test('quantiles interpolate', () => {
  expect([median([4, 1, 3]), median([1, 2, 3, 4]), quantile([1, 2, 3, 4], 0.25), median([])]).toEqual([3, 2.5, 1.75, undefined]);
});

describe('reference cases', () => {
  for (const { id, method, input, expected, tolerance } of adverse) {
    if (method !== 'fisher_exact_2x2') continue;
    test(id, () => {
      const { a = 0, b = 0, c = 0, d = 0 } = input as Readonly<Record<string, number>>;
      expect(Math.abs(fisherSides(a, b, c, d).twoSided - (expected.two_sided ?? NaN))).toBeLessThanOrEqual(tolerance);
    });
  }
  for (const { id, method, input, expected, tolerance } of funnelCases) {
    if (method !== 'wilson_interval') continue;
    test(id, () => {
      const { x = 0, n = 0 } = input as Readonly<Record<string, number>>;
      const { lower = NaN, upper = NaN } = expected as Readonly<Record<string, number>>;
      const bounds = wilson(x, n) ?? expect.fail();
      expect(Math.abs(bounds[0] - lower)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(bounds[1] - upper)).toBeLessThanOrEqual(tolerance);
    });
  }
  for (const { id, input, expected, tolerance } of surveyCases) {
    test(id, () => {
      const answers = [...Array<number>(input.promoters).fill(9), ...Array<number>(input.passives).fill(7), ...Array<number>(input.detractors).fill(6)];
      const result = netPromoter(answers) ?? expect.fail();
      expect(Math.abs(result.nps - expected.nps)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(result.interval[0] - (expected.adjusted_wald[0] ?? NaN))).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(result.interval[1] - (expected.adjusted_wald[1] ?? NaN))).toBeLessThanOrEqual(tolerance);
    });
  }
});
