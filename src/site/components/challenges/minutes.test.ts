import { expect, it } from 'vitest';
import { clock, finding, reported, upperMinutes } from './minutes.ts';

it('gives median and middle half as R does', () => {
  // quantile(c(10, 20, 40, 80), type = 7) → 17.5 30 50
  expect(reported([80, 10, 40, 20], 40)).toEqual({ count: 4, lower: 17.5, median: 30, upper: 50, beyond: 1 });
  expect(reported([60], 30)).toEqual({ count: 1, lower: 60, median: 60, upper: 60, beyond: 1 });
});

it.each([['2-4 h', 240], ['60-90 min', 90], ['1.5 h', 90], ['30 minutes', 30], [null, 0]])('reads the upper end of %s as %s minutes', (effort, minutes) => {
  expect(upperMinutes(effort)).toBe(minutes);
});

it('says times as people do', () => {
  expect([255, 45, 120, 0].map(clock)).toEqual(['4\u00a0h 15\u00a0min', '45\u00a0min', '2\u00a0h', '0\u00a0min']);
});

it('says who needed more', () => {
  const of = (beyond: number): string => finding({ count: 6, beyond, lower: 0, median: 0, upper: 0 }, '4 h');
  expect([0, 2, 6].map(of)).toEqual(['Nobody of 6 needed more than the 4 h we state', '2 of 6 needed more than the 4 h we state', 'All 6 needed more than the 4 h we state']);
});
