import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { additiveFit } from './additive.ts';
import { components } from './connected.ts';
import type { CrossedRow } from './crossed-design.ts';
import { crossedEffects } from './crossed-effects.ts';

/** Every rater marks every subject. */
const table = (rows: readonly (readonly number[])[]): CrossedRow[] => rows.flatMap((row, i) => row.map((score, j) => ({ subject: `s${i}`, rater: `r${j}`, score })));

describe('parts of the graph', () => {
  test('a shared subject joins two raters', () => {
    const row = (subject: string, rater: string): { subject: string; rater: string } => ({ subject, rater });
    expect(components([])).toBe(0);
    expect(components([row('a', 'x')])).toBe(1);
    expect(components([row('a', 'x'), row('b', 'y')])).toBe(2);
    expect(components([row('a', 'x'), row('b', 'y'), row('b', 'x')])).toBe(1);
    // A subject and a rater of the same name are two.
    expect(components([row('a', 'b'), row('b', 'a')])).toBe(2);
  });
});

describe('crossed effects where little is known', () => {
  const undefinedOf: readonly (readonly [string, CrossedRow[]])[] = [
    ['no mark', []],
    ['one mark', table([[1]])],
    ['one rater', table([[1], [2], [3]])],
    ['one subject', table([[1, 2, 3]])],
    ['no mark beyond what the effects need', [{ subject: 'a', rater: 'x', score: 1 }, { subject: 'a', rater: 'y', score: 2 }, { subject: 'b', rater: 'y', score: 3 }]],
    ['numbers that are none', table([[NaN, Infinity], [NaN, NaN]])],
  ];
  test.each(undefinedOf)('%s: nothing is said', (_, rows) => {
    expect(crossedEffects(rows)).toBeUndefined();
  });
  test('the same mark everywhere: nobody adds anything', () => {
    const found = crossedEffects(table([[3, 3, 3], [3, 3, 3]])) ?? expect.fail();
    expect([found.mean, found.subjectSd, found.raterSd, found.residualSd, found.criterion]).toEqual([3, 0, 0, 0, undefined]);
    expect(found.raters.map(({ effect, error }) => [effect, error])).toEqual([[0, 0], [0, 0], [0, 0]]);
  });
  test('marks that the effects explain to the last bit come back as they are', () => {
    const found = crossedEffects(table([[1, 2, 3], [2, 3, 4], [4, 5, 6]])) ?? expect.fail();
    expect(found.residualSd).toBe(0);
    expect(found.raters.map(({ effect }) => effect)).toEqual([expect.closeTo(-1, 9), 0, expect.closeTo(1, 9)]);
    expect(crossedEffects(table([[1, 1, 1], [2, 2, 2], [4, 4, 4]]))?.raters.map(({ effect }) => effect)).toEqual([0, 0, 0]);
  });
  test('raters without any habit have a deviation of exactly 0, and no effect', () => {
    const found = crossedEffects(table([[1, 2, 1], [4, 3, 4], [2, 1, 2], [3, 4, 3], [1, 1, 2], [4, 4, 3]])) ?? expect.fail();
    expect(found.raterSd).toBe(0);
    expect(found.raters.map(({ effect, error }) => [effect + 0, error])).toEqual([[0, 0], [0, 0], [0, 0]]);
    expect(found.subjectSd).toBeGreaterThan(0.5);
  });
  test('subjects who do not differ', () => {
    const found = crossedEffects(table([[1, 3, 5], [1.5, 2.5, 5], [1, 3.5, 4.5], [1.5, 3, 4.5]])) ?? expect.fail();
    expect(found.subjectSd).toBe(0);
    expect(found.raterSd).toBeGreaterThan(1);
  });
  test('two parts: the answer says so, and there are no plain effects', () => {
    const rows = [...table([[1, 2], [3, 3], [2, 4]]), ...table([[2, 2], [4, 3], [1, 4]]).map((row) => ({ subject: `${row.subject}b`, rater: `${row.rater}b`, score: row.score }))];
    expect(crossedEffects(rows)?.connected).toBe(false);
    expect(additiveFit(rows)).toBeUndefined();
  });
  test('whatever is marked, no number is NaN', () => {
    const mark = fc.record({ subject: fc.constantFrom('a', 'b', 'c', 'd'), rater: fc.constantFrom('x', 'y', 'z'), score: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })) });
    fc.assert(fc.property(fc.array(mark, { maxLength: 16 }), (rows) => {
      const found = crossedEffects(rows);
      if (!found) return;
      for (const { effect, error, interval } of [...found.raters, ...found.subjects]) for (const value of [effect, error, ...interval]) expect(Number.isFinite(value)).toBe(true);
      for (const value of [found.mean, found.meanError, found.subjectSd, found.raterSd, found.residualSd]) expect(Number.isFinite(value)).toBe(true);
    }), { numRuns: 150 });
  });
});

describe('properties', () => {
  const marks = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 8 });
  test('the order of marks changes nothing at all', () => {
    fc.assert(fc.property(marks, (rows) => {
      expect(crossedEffects(table(rows).toReversed())).toEqual(crossedEffects(table(rows)));
    }), { numRuns: 20 });
  });
  test('a shift of all scores moves the mean only; another unit stretches the rest', () => {
    fc.assert(fc.property(marks, (rows) => {
      const plain = crossedEffects(table(rows));
      const other = crossedEffects(table(rows.map((row) => row.map((mark) => 10 * mark + 7))));
      if (!plain || !other) return expect(plain).toBe(other);
      expect(other.mean).toBeCloseTo(10 * plain.mean + 7, 4);
      expect(other.raterSd).toBeCloseTo(10 * plain.raterSd, 3);
      plain.raters.forEach(({ effect }, index) => { expect(other.raters[index]?.effect).toBeCloseTo(10 * effect, 3); });
    }), { numRuns: 20 });
  });
  test('swapping who is called subject and who rater swaps the two sides', () => {
    const rows = table([[1, 2, 4], [2, 2, 3], [3, 4, 4], [1, 3, 3]]);
    const [a, b] = [crossedEffects(rows), crossedEffects(rows.map(({ subject, rater, score }) => ({ subject: rater, rater: subject, score })))];
    expect(b?.subjectSd).toBeCloseTo(a?.raterSd ?? NaN, 6);
    expect(b?.subjects.map(({ error }) => error)).toEqual(a?.raters.map(({ error }) => expect.closeTo(error, 6)));
  });
});
