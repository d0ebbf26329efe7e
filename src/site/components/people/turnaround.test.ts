import { expect, it } from 'vitest';
import { turnaroundRows } from './turnaround.ts';

it('has a row for every day, also an empty one', () => {
  expect(turnaroundRows([0, 0, 1, 3, 9])).toEqual([
    { words: 'same day', count: 2 }, { words: '1 day', count: 1 }, { words: '2 days', count: 0 }, { words: '3 days', count: 1 },
    { words: '4 days', count: 0 }, { words: '5 days', count: 0 }, { words: '6 days', count: 0 }, { words: 'longer', count: 1 },
  ]);
});
