import { describe, expect, it } from 'vitest';
import { calendarDays, parts, timeWords, type PublishedStage } from './days.ts';

const stage: PublishedStage = {
  id: 'task', title: 'Task', kind: 'take-home', why: '', optional: false, retired: null, challenge: null, challengeTitle: null, rubric: null, rubricTitle: null,
  questions: null, guide: null, discusses: null, effort: '2-4 h', window: '48-72 h', length: null, startWithin: '4 days', replyWithin: '5 business days',
  reviewers: 2, weight: 30, advanceAt: 65, paid: false, hours: 4, days: 14,
};

describe('calendar days', () => {
  it.each([['5 business days', 7], ['3 business days', 5], ['1 business day', 2], ['48-72 h', 3], ['24 h', 1], ['4 days', 4], ['1 week', 7], ['30 min', 1], [null, 0]])('of %s are %s', (text, days) => {
    expect(calendarDays(text)).toBe(days);
  });

  it('are split into theirs and ours, and sum to what was published', () => {
    expect(parts(stage)).toEqual({ theirs: 7, ours: 7 });
    expect(parts({ ...stage, days: 2 })).toEqual({ theirs: 0, ours: 2 });
  });
});

it('says the time a candidate gives, and when it is paid', () => {
  expect(timeWords(stage)).toBe('2–4\u00a0h');
  expect(timeWords({ ...stage, effort: null, length: '1 week', paid: true })).toBe('1\u00a0week, paid');
  expect(timeWords({ ...stage, effort: null })).toBeNull();
});
