import { expect, it } from 'vitest';
import { given, shareWords } from './given.ts';

const criteria = [{ id: 'depth', name: 'Depth', weight: 100, indicators: '', anchors: {}, about: '', mustHave: false, communication: false, collaboration: false }];
const counted = (one: number, two: number, three: number, four: number): ReturnType<typeof given> =>
  given({ criterion: 'depth', counts: { 1: one, 2: two, 3: three, 4: four }, notObserved: 3 }, { criteria }, [1, 2, 3, 4]);

it('counts the marks of a criterion without those not observed', () => {
  const row = counted(1, 3, 4, 12);
  expect([row.name, row.total, row.top, row.notObserved]).toEqual(['Depth', 20, 12, 3]);
  expect(row.counts.map(row.level)).toEqual([undefined, undefined, 'h1', 'h3']);
});

it('tints nothing where nobody marked', () => {
  expect(counted(0, 0, 0, 0).level(0)).toBeUndefined();
});

it('says what stands out, and nothing of a few marks', () => {
  expect(shareWords([counted(1, 3, 4, 12)], 4)).toBe('Depth: more than 40 % of the marks are 4');
  expect(shareWords([counted(0, 8, 8, 4)], 4)).toBe('Nobody gave 1 for Depth');
  expect(shareWords([counted(0, 8, 8, 4), counted(9, 8, 0, 4)], 4)).toBe('Depth and Depth: not every mark was ever given');
  expect(shareWords([counted(5, 5, 5, 5)], 4)).toBe('Every mark is in use on every criterion');
  expect(shareWords([counted(0, 0, 0, 4)], 4)).toBeUndefined();
});
