import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import cases from '../../fixtures/oracles/sla.json' with { type: 'json' };
import { businessDays } from './business-days.ts';
import { addDays, dayNumber, dayText, weekdayOf } from './day.ts';

const WEEK = new Set([1, 2, 3, 4, 5]);
const calendar = (holidays: readonly string[]) => businessDays({ workdays: WEEK, closed: new Map(holidays.map((day) => [day, 'Closed'])) });

describe('reference cases', () => {
  for (const { id, method, input, expected } of cases) {
    test(id, () => {
      const business = calendar(input.holidays);
      if (method === 'business_days_between') expect(business.between(input.start, input.end ?? '')).toBe(expected.days);
      else expect(business.add(input.start, input.days ?? 0)).toBe(expected.date);
    });
  }
});

const anyDay = fc.integer({ min: dayNumber('1980-01-01'), max: dayNumber('2100-01-01') }).map(dayText);

test('the fast count equals counting day by day, inside and outside the prepared century', () => {
  const closed = ['2026-12-25', '2026-12-28', '2090-01-02', '1985-03-04'];
  const business = calendar(closed);
  fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (start, length) => {
    let counted = 0;
    for (let n = 0; n < length; n += 1) if (business.isBusinessDay(addDays(start, n))) counted += 1;
    const end = addDays(start, length);
    expect(business.between(start, end)).toBe(counted);
    expect(business.between(end, start)).toBe(0 - counted);
  }));
});

test('adding n business days ends on a business day with n of them between', () => {
  const business = calendar(['2026-12-25']);
  fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (start, n) => {
    const end = business.add(start, n);
    const from = business.add(start, 0);
    expect(business.isBusinessDay(end)).toBe(true);
    expect(business.between(from, end)).toBe(n);
  }));
});

test('weekdays count from Monday', () => {
  expect([weekdayOf(dayNumber('2026-11-23')), weekdayOf(dayNumber('2026-11-22')), weekdayOf(dayNumber('1969-12-31'))]).toEqual([1, 7, 3]);
});
