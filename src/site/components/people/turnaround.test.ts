import { describe, expect, it } from 'vitest';
import { turnaroundFinding, turnaroundRows } from './turnaround.ts';

describe('how long scores take', () => {
  it('has a row for every day, also an empty one', () => {
    expect(turnaroundRows([0, 0, 1, 3, 9])).toEqual([
      { words: 'same day', count: 2 }, { words: '1 day', count: 1 }, { words: '2 days', count: 0 }, { words: '3 days', count: 1 },
      { words: '4 days', count: 0 }, { words: '5 days', count: 0 }, { words: '6 days', count: 0 }, { words: 'longer', count: 1 },
    ]);
  });

  it.each([
    [[], null, 'No score was asked for yet'],
    [[1], 1, '1 score given: too few to sum up'],
    [[0, 0, 0, 1, 1], 0, 'Half of 5 scores came the same day'],
    [[0, 1, 1, 1, 1], 1, 'Half of 5 scores came within one business day'],
    [[0, 2, 2, 2, 6], 2, 'Half of 5 scores came within two business days'],
    [[0, 1, 1, 2, 2, 6], 1.5, 'Half of 6 scores came within 1.5 business days'],
  ])('%j', (days, median, sentence) => {
    expect(turnaroundFinding(days, median)).toBe(sentence);
  });
});
