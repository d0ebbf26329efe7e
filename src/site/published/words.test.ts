import { describe, expect, it } from 'vitest';
import { dayYear, dueWords, duration, fixed, list, local, longDay, number, percent, plural, range, weekdayDay } from './words.ts';

describe('days', () => {
  it('are written as people say them', () => {
    expect([weekdayDay('2026-11-23'), dayYear('2026-11-23'), longDay('2026-11-23')]).toEqual(['Mon 23 Nov', '23 Nov 2026', '23 November 2026']);
  });

  it('of an instant are those of the place', () => {
    expect(local('2026-11-22T23:30Z', 'Europe/London')).toEqual({ day: '2026-11-22', time: '23:30' });
    expect(local('2026-11-22T23:30Z', 'Asia/Tokyo')).toEqual({ day: '2026-11-23', time: '08:30' });
  });

  it('that are due say how late, today, or the day', () => {
    expect([dueWords('2026-11-20', '2026-11-22', 1), dueWords('2026-11-22', '2026-11-22'), dueWords('2026-11-23', '2026-11-22')]).toEqual(['1 day late', 'today', 'Mon 23 Nov']);
  });
});

describe('figures', () => {
  it('have a true minus, a no-break space before the per cent, and ranges with a dash', () => {
    expect([number(-0.25, 2), fixed(-1), percent(57.6), range(48, 68)]).toEqual(['−0.25', '−1.0', '58\u00a0%', '48–68']);
  });

  it('count in words', () => {
    expect([plural(1, 'day'), plural(3, 'day'), plural(2, 'reply', 'replies'), list(['a', 'b', 'c'])]).toEqual(['1 day', '3 days', '2 replies', 'a, b and c']);
  });

  it('of a duration stay together', () => {
    expect(duration('3-4 h')).toBe('3–4\u00a0h');
    expect(duration('5 business days')).toBe('5\u00a0business days');
  });
});
