import { describe, expect, it } from 'vitest';
import { at, initials, levels, placed, spoken } from './marks.ts';

describe('a mark rail', () => {
  it('puts levels from end to end', () => {
    expect(levels([1, 4]).map((level) => at(level, [1, 4]))).toEqual([0, 33.33, 66.67, 100]);
  });

  it('puts equal marks side by side around their level, in the order given', () => {
    const marks = [['Alice', 3], ['Bob', 3], ['Chen', 3], ['Dana', 1]].map(([name, mark]) => ({ name: String(name), initial: '', mark: Number(mark) }));
    expect(placed(marks).map(({ name, shift }) => [name, shift])).toEqual([['Dana', 0], ['Alice', -15], ['Bob', 0], ['Chen', 15]]);
  });

  it('is spoken as a sentence', () => {
    expect(spoken([{ name: 'Alice', initial: 'A', mark: 4 }, { name: 'Bob', initial: 'B', mark: 2 }], [1, 4])).toBe('Alice 4, Bob 2; scale 1 to 4');
    expect(spoken([], [1, 5])).toBe('No mark; scale 1 to 5');
  });

  it('gives two letters only to those who share the first', () => {
    expect(initials(['Alice Sample', 'Anna X', 'Bob'])).toEqual(['Al', 'An', 'B']);
  });
});
