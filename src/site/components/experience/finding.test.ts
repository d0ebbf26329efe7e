import { describe, expect, it } from 'vitest';
import { itemFinding, keptWords, promiseFinding, recommendFinding, replyFinding, spanWords } from './finding.ts';

const promises = { kept: 9, late: 1, overdue: 0, open: 3, interval: [0.6, 0.98] as [number, number] };
const reply = { name: 'Application', promised: '3 business days', promisedDays: 3, n: 8, open: 0, quartiles: [1, 2, 3] as [number, number, number], longest: 5 };
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('promises', () => {
  it('are told with their counts, and a percentage only with its interval', () => {
    expect(plain(keptWords(promises))).toBe('9 of 10, 90 % (60–98 %)');
    expect(keptWords({ ...promises, kept: 2, interval: null })).toBe('2 of 3');
    expect(keptWords({ kept: 0, late: 0, overdue: 0, open: 2, interval: null })).toBe('no answer was due yet');
    expect(promiseFinding({ ...promises, overdue: 2 })).toBe('9 of 12 answers came when they were promised, and 2 are overdue');
    expect(promiseFinding({ ...promises, late: 0 })).toBe('All 9 answers came when they were promised');
  });
});

describe('how long answers took', () => {
  it('is judged by the median against the promise', () => {
    expect(replyFinding([reply, { ...reply, quartiles: [3, 4, 6] }])).toBe('1 of 2 took longer than promised in half of the cases');
    expect(replyFinding([reply, reply])).toBe('At least half of the answers came within the promise, wherever there are enough to say');
    expect(replyFinding([{ ...reply, quartiles: null }])).toBe('Too few answers to sum up how long they took');
  });
});

describe('NPS', () => {
  const figures = { counts: [], n: 36, promoters: 16, passives: 10, detractors: 10, nps: 16.7, interval: [-10.5, 41.3] as [number, number] };
  it('claims no direction that its interval does not carry', () => {
    expect(recommendFinding(figures)).toBe('NPS 17 from 36 answers: too few, or too even, to say which way it leans');
    expect(recommendFinding({ ...figures, interval: [2, 60] })).toBe('More would recommend applying than would not: NPS 17 from 36 answers');
    expect(spanWords(figures.interval)).toBe('−10 to 41');
  });
});

describe('a question', () => {
  it('is summed up by its best two answers, or by the most frequent', () => {
    const item = { set: 'after', id: 'clear', ask: 'Clear?', kind: 'scale' as const, options: ['no', 'partly', 'yes'], counts: [1, 1, 3], n: 5 };
    expect(itemFinding(item)).toBe('4 of 5 said partly or yes');
    expect(itemFinding({ ...item, kind: 'choice' })).toBe('3 of 5: yes');
    expect(itemFinding({ ...item, kind: 'choice', counts: [2, 1, 2] })).toBe('5 answers, none more frequent than the others');
  });
});
