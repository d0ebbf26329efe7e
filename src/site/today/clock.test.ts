import { describe, expect, it } from 'vitest';
import { agoWords, askedWords, clockAt, leftWords, quietWords, waitingWords } from './clock.ts';

const calendar = { timezone: 'Europe/London', workdays: [1, 2, 3, 4, 5], closed: ['2026-12-25', '2026-12-28'] };

describe('the clock of a morning', () => {
  it('takes the day of the organisation, not of the reader', () => {
    expect(clockAt(Date.parse('2026-11-22T23:59Z'), calendar).today).toBe('2026-11-22');
    expect(clockAt(Date.parse('2026-07-22T23:30Z'), calendar).today).toBe('2026-07-23');
    expect(clockAt(Date.parse('2026-11-22T23:59Z'), { ...calendar, timezone: 'Asia/Tokyo' }).today).toBe('2026-11-23');
  });

  it('counts lateness in business days, at least one', () => {
    const { due } = clockAt(Date.parse('2026-11-23T07:00Z'), calendar);
    expect(due('2026-11-20')).toEqual({ is: 'late', lateBy: 1, words: '1 day late' });
    expect(due('2026-11-22')).toEqual({ is: 'late', lateBy: 1, words: '1 day late' });
    expect(due('2026-11-18')).toEqual({ is: 'late', lateBy: 3, words: '3 days late' });
    expect(due('2026-11-23')).toEqual({ is: 'due', lateBy: 0, words: 'today' });
    expect(due('2026-11-24')).toEqual({ is: 'open', lateBy: 0, words: 'Tue 24 Nov' });
  });

  it('skips the days the organisation is closed', () => {
    expect(clockAt(Date.parse('2026-12-29T07:00Z'), calendar).due('2026-12-24').lateBy).toBe(1);
  });

  it('says when somebody was asked and what is left of a window', () => {
    expect(['2026-11-23', '2026-11-22', '2026-11-18'].map((day) => askedWords(day, '2026-11-23'))).toEqual(['asked today', 'asked yesterday', 'asked 5 days ago']);
    expect(['2026-11-23', '2026-11-22', '2026-11-18'].map((day) => waitingWords(day, '2026-11-23'))).toEqual(['waiting since today', 'waiting since yesterday', 'waiting 5 days']);
    expect([0.4, 7.3, 71.9, 96, -0.5, -27.8, -100].map(leftWords)).toEqual(['under 1\u00a0h', '7\u00a0h', '71\u00a0h', '4\u00a0days', 'just ended', '27\u00a0h over', '4\u00a0days over']);
  });

  it('says how long nobody was heard from, and how old the page is', () => {
    expect(['2026-11-23', '2026-11-22', '2026-11-03'].map((day) => quietWords(day, '2026-11-23'))).toEqual(['today', '1\u00a0day', '20\u00a0days']);
    const clock = clockAt(Date.parse('2026-12-29T07:00Z'), calendar);
    expect(['2026-12-24', '2026-12-29', '2026-12-30'].map((day) => clock.businessSince(day))).toEqual([1, 0, 0]);
    const [minute, hour] = [60_000, 3_600_000];
    expect([-minute, 90_000, 12 * minute, 119 * minute, 14 * hour, 47.9 * hour, 48 * hour].map(agoWords)).toEqual(['just now', 'just now', '12 minutes ago', '119 minutes ago', '14 hours ago', '47 hours ago', '2 days ago']);
  });
});
