import { expect, test } from 'vitest';
import { medianCell, ratioCell, severityData, severityRows, shiftCell } from './figures.ts';

test('a share has its interval beside it, and counts stand where there is none', () => {
  expect(ratioCell({ part: 57, whole: 100, share: 0.57, interval: [0.496, 0.641] })).toEqual({ value: '57\u00a0%', aside: '(50–64)' });
  expect(ratioCell({ part: 2, whole: 5, share: 0.4, interval: null })).toBe('2 of 5');
  expect(ratioCell({ part: 285, whole: 286, share: 285 / 286, interval: [0.99, 1] })).toEqual({ value: 'over 99\u00a0%', aside: '(99–100)' });
  expect(ratioCell({ part: 0, whole: 0, share: null, interval: null })).toBeNull();
});

test('a median says how far it may lie, and what has no upper end', () => {
  const told = (median: number | null, interval: [number | null, number | null]) => medianCell({ days: [], waiting: 0, longest: null, median, interval, says: '' });
  expect([told(1.5, [1, 2]), told(1, [1, null]), told(1, [1, 1]), told(null, [null, null])]).toEqual([{ value: '1.5', aside: '(1–2)' }, { value: '1', aside: '(1 or more)' }, { value: '1' }, null]);
});

test('a shift has its sign and its interval', () => {
  expect(shiftCell(-0.341, [-0.52, -0.16], true)).toEqual({ value: '−0.34', aside: '(−0.52 to −0.16)', alarm: true });
  expect(shiftCell(0.1, [-0.001, 0.2], false)).toEqual({ value: '+0.10', aside: '(0.00 to +0.20)', alarm: false });
});

test('a chart draws those of one group who have a figure, the strictest first', () => {
  const figure = (marks: number) => ({ effect: marks * 33, error: 1, interval: [0, 1] as [number, number], marks, marksInterval: [marks - 1, marks + 1] as [number, number], told: marks < 0, says: '' });
  const reviewers = [{ person: 'alice', visits: 9, figure: figure(2) }, { person: 'bob', visits: 2, figure: null }, { person: 'chen', visits: 9, figure: figure(-3) }, { person: 'dana', visits: 9, figure: figure(1) }];
  const rows = severityRows({ shown: true, says: '', groups: [['alice', 'bob', 'chen'], ['dana']], reviewers }, ['alice', 'bob', 'chen']);
  expect(severityData(rows, (person) => person.toUpperCase()).rows).toEqual([{ name: 'CHEN', effect: -3, from: -4, to: -2, told: true }, { name: 'ALICE', effect: 2, from: 1, to: 3, told: false }]);
});
