import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { exactAgreement } from './exact.ts';
import { fleissKappa } from './fleiss.ts';
import { gwetAc } from './gwet.ts';
import { icc } from './icc.ts';
import { cohenKappa, tableOf } from './kappa.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha, type Level } from './krippendorff.ts';
import { multiRater } from './multi-rater.ts';
import type { Ratings, Weighting } from './ratings.ts';
import { twoRaters } from './two-raters.ts';

const LEVELS: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const WEIGHTINGS: readonly Weighting[] = ['unweighted', 'linear', 'quadratic'];
const SCALE = [1, 2, 3, 4];

/** Everything this folder says of some marks. */
function everything(ratings: Ratings): readonly unknown[] {
  const pairs = ratings.map((row) => [row[0], row[1]] as const);
  return [
    ...LEVELS.map((level) => krippendorffAlpha(ratings, level)),
    ...WEIGHTINGS.flatMap((weighting) => [
      multiRater(ratings, weighting), multiRater(ratings, weighting, SCALE), gwetAc(ratings, weighting),
      cohenKappa(tableOf(pairs, SCALE), weighting), twoRaters(tableOf(pairs, SCALE), weighting),
    ]),
    icc(ratings), fleissKappa(ratings), kendallW(ratings), exactAgreement(ratings, 0), exactAgreement(ratings, 1),
  ];
}

/** Every number inside, however deep. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

const NOTHING: readonly (readonly [string, Ratings])[] = [
  ['no unit', []],
  ['units without raters', [[], []]],
  ['one mark', [[3]]],
  ['one unit with a hole', [[3, undefined]]],
  ['one rater', [[1], [2], [3]]],
  ['everything missing', [[undefined, undefined], [undefined, undefined]]],
  ['every unit marked once', [[1, undefined], [undefined, 2], [3, undefined]]],
  ['numbers that are none', [[NaN, Infinity], [NaN, 2]]],
];

describe('bad input', () => {
  test.each(NOTHING)('%s: nothing is said', (_, ratings) => {
    expect(everything(ratings).filter((found) => found !== undefined)).toEqual([
      ...Array.from({ length: 2 }, () => ({ agreeing: 0, pairs: 0, share: undefined })),
    ]);
  });
  test('the same mark everywhere: only Gwet with a scale, and plain counting, have an answer', () => {
    const same = [[3, 3, 3], [3, 3, 3], [3, 3, 3]];
    expect(LEVELS.map((level) => krippendorffAlpha(same, level))).toEqual([undefined, undefined, undefined, undefined]);
    expect([icc(same), fleissKappa(same), kendallW(same), gwetAc(same, 'unweighted')]).toEqual([undefined, undefined, undefined, undefined]);
    expect(cohenKappa(tableOf(same.map(([a, b]) => [a, b]), SCALE), 'quadratic')).toBeUndefined();
    expect(gwetAc(same, 'quadratic', SCALE)).toMatchObject({ value: 1, error: 0, interval: undefined, units: 3, raters: 3 });
    expect(exactAgreement(same, 0)).toEqual({ agreeing: 9, pairs: 9, share: 1 });
  });
  test('one unit with two marks: a value at most, never an interval', () => {
    expect(krippendorffAlpha([[1, 2]], 'ordinal')).toMatchObject({ value: 0, error: undefined, interval: undefined, units: 1 });
    expect(gwetAc([[1, 2]], 'quadratic', SCALE)?.interval).toBeUndefined();
    expect(icc([[1, 2]])).toBeUndefined();
    expect(kendallW([[1, 2]])).toBeUndefined();
  });
  test('two units and two raters are the least for an interval', () => {
    expect(krippendorffAlpha([[1, 2], [3, 3]], 'ordinal')?.interval).toBeDefined();
    expect(icc([[1, 2], [3, 3]])?.two.value).toBeDefined();
  });
  test('raters who differ by a shift: the order agrees, the marks do not', () => {
    const shifted = [[1, 2], [2, 3], [3, 4]];
    const found = icc(shifted) ?? expect.fail();
    expect(found.three.value).toBe(1);
    expect(found.two.value).toBeLessThan(1);
    expect([found.three.interval, found.three.f, found.three.p]).toEqual([undefined, undefined, undefined]);
    expect(kendallW(shifted)?.w).toBe(1);
  });
  test('a table that is not square, or negative beside zeros, has no coefficient', () => {
    expect([cohenKappa([[1, 2, 3], [4, 5, 6]]), twoRaters([[1], [2]], 'linear'), cohenKappa([]), cohenKappa([[0, 0], [0, 0]])]).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('whatever is marked, no number is NaN or infinite', () => {
    const cell = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 0, maxLength: 4 }), { maxLength: 7 }), (ratings) => {
      for (const value of numbers(everything(ratings))) expect(Number.isFinite(value)).toBe(true);
    }), { numRuns: 300 });
  });
});

const whole = fc.integer({ min: 2, max: 4 }).chain((raters) => fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 8 }));

/** Every number there is of whole marks. */
function figures(ratings: Ratings): number[] {
  return [
    ...LEVELS.map((level) => krippendorffAlpha(ratings, level)), ...WEIGHTINGS.map((weighting) => multiRater(ratings, weighting)),
    icc(ratings), fleissKappa(ratings), kendallW(ratings), exactAgreement(ratings, 1),
  ].flatMap(numbers);
}

test('an error that is 0 has no interval; a small one is not rounding', () => {
  for (const table of [[[0, 8], [0, 1]], [[0, 2], [0, 20]]]) {
    expect(cohenKappa(table)).toMatchObject({ value: 0, interval: undefined });
    expect(cohenKappa(table)?.error).toBeLessThan(1e-15);
  }
  // The second is about √(1/2) of a millionth, far below what the sums are rounded to.
  expect(cohenKappa([[999_990, 4], [3, 5]])?.error).toBeCloseTo(0.14182715, 7);
  expect((cohenKappa([[1_000_000, 1], [1, 0]])?.error ?? NaN) * 1e6).toBeCloseTo(Math.SQRT1_2, 3);
});

test('ICC(2,1) has no limits where they would leave out the value', () => {
  const { value, interval } = icc([[1.71, 1.73], [2.39, 1.19]], 0.9)?.two ?? expect.fail();
  expect(value).toBeLessThan(-1);
  expect(interval).toBeUndefined();
});

test('a level as near to 1 as can be has limits all the same', () => {
  const { one, three } = icc([[1, 2], [2, 2], [4, 3]], 1 - Number.EPSILON / 2) ?? expect.fail();
  for (const end of [one.interval, three.interval].flatMap((ends) => ends ?? [NaN])) expect(end).toSatisfy(Number.isFinite);
});

describe('properties', () => {
  test('the order of units and of raters changes nothing', () => {
    fc.assert(fc.property(whole, (ratings) => {
      const same = figures(ratings).map((value) => expect.closeTo(value, Math.abs(value) > 10 ? 4 : 9) as number);
      expect(figures(ratings.toReversed())).toEqual(same);
      expect(figures(ratings.map((row) => row.toReversed()))).toEqual(same);
    }), { numRuns: 60 });
  });
  test('where all raters always agree and marks differ, every coefficient is 1', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2 }), fc.integer({ min: 2, max: 4 }), (marks, raters) => {
      const ratings = marks.map((mark) => new Array<number>(raters).fill(mark));
      const found = [
        ...LEVELS.map((level) => krippendorffAlpha(ratings, level)?.value),
        ...WEIGHTINGS.flatMap((weighting) => Object.values(multiRater(ratings, weighting) ?? {}).map((one) => (one as { value: number }).value)),
        fleissKappa(ratings)?.kappa, kendallW(ratings)?.w, icc(ratings)?.one.value, icc(ratings)?.two.value, icc(ratings)?.threeK.value,
      ];
      for (const value of found) expect(value).toBeCloseTo(1, 9);
    }), { numRuns: 60 });
  });
  test('a linear change of the marks leaves interval alpha and ICC alone, any rising change the ordinal alpha', () => {
    fc.assert(fc.property(whole, (ratings) => {
      const linear = ratings.map((row) => row.map((mark) => 3 * mark + 5));
      const rising = ratings.map((row) => row.map((mark) => mark ** 3));
      const near = (a: number | undefined, b: number | undefined): void => { if (a === undefined || b === undefined) expect(a).toBe(b); else expect(a).toBeCloseTo(b, 9); };
      near(krippendorffAlpha(linear, 'interval')?.value, krippendorffAlpha(ratings, 'interval')?.value);
      near(icc(linear)?.two.value, icc(ratings)?.two.value);
      near(krippendorffAlpha(rising, 'ordinal')?.value, krippendorffAlpha(ratings, 'ordinal')?.value);
      near(kendallW(rising)?.w, kendallW(ratings)?.w);
    }), { numRuns: 60 });
  });
  test('alpha is what its definition says, pair by pair', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (ratings) => {
      for (const level of LEVELS) {
        const wanted = byPairs(ratings, level);
        const value = krippendorffAlpha(ratings, level)?.value;
        if (wanted === undefined) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(wanted, 9);
      }
    }), { numRuns: 60 });
  });
});

/** Krippendorff's definition without any shortcut. */
function byPairs(ratings: Ratings, level: Level): number | undefined {
  const units = ratings.map((row) => row.filter((mark) => mark !== undefined)).filter((marks) => marks.length > 1);
  const all = units.flat();
  const count = (from: number, to: number): number => all.filter((mark) => mark >= from && mark <= to).length;
  const apart = (a: number, b: number): number => {
    if (a === b) return 0;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (level === 'nominal') return 1;
    if (level === 'interval') return (a - b) ** 2;
    if (level === 'ratio') return ((a - b) / (a + b)) ** 2;
    return (count(low, high) - (count(low, low) + count(high, high)) / 2) ** 2;
  };
  const pairs = (marks: readonly number[]): number => marks.reduce((sum, a) => sum + marks.reduce((row, b) => row + apart(a, b), 0), 0);
  const observed = units.reduce((sum, marks) => sum + pairs(marks) / (marks.length - 1), 0) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : undefined;
}
