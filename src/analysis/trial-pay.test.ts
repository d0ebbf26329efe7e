import { expect, test } from 'vitest';
import { parseDuration, type Duration } from '../model/duration.ts';
import type { TrialLog } from '../model/trial-log.ts';
import { createOffice } from './time/office.ts';
import { hoursOf, owed, paidFor, payBy, trialSpan } from './trial-pay.ts';

const office = createOffice({ timezone: 'Europe/London', workdays: new Set([1, 2, 3, 4, 5]), closed: new Map([['2026-11-26', 'closed']]) });
const WEEK = parseDuration('1 week') as Duration;
const now = Date.parse('2026-11-22T23:59Z');
const log = (hours: readonly (number | undefined)[], paid: TrialLog['paid'] = []): TrialLog => ({
  days: hours.map((each, index) => ({ on: `2026-11-${10 + index}`, by: 'alice', note: 'Worked.', ...(each !== undefined && { hours: each }) })), paid,
});

test('a trial runs from the day it was booked for to its closing conversation', () => {
  const bookedFor = '2026-11-09T09:00+00:00';
  expect(trialSpan(office, { bookedFor, held: '2026-11-13T16:40+00:00' }, WEEK, now)).toEqual({ from: '2026-11-09', to: '2026-11-13' });
  expect(trialSpan(office, { bookedFor, left: '2026-11-10T12:00+00:00' }, WEEK, now), 'ended early').toEqual({ from: '2026-11-09', to: '2026-11-10' });
  expect(trialSpan(office, { bookedFor, left: '2026-11-08T12:00+00:00' }, WEEK, now), 'never began').toBeUndefined();
  expect(trialSpan(office, { bookedFor: '2026-11-18T09:00+00:00' }, WEEK, now), 'still runs').toEqual({ from: '2026-11-18', to: undefined });
  expect(trialSpan(office, { bookedFor }, WEEK, now), 'nobody wrote down its end').toEqual({ from: '2026-11-09', to: '2026-11-16' });
  expect(trialSpan(office, { bookedFor: '2026-11-30T09:00+00:00' }, WEEK, now), 'to come').toBeUndefined();
  expect(trialSpan(office, {}, WEEK, now)).toBeUndefined();
});

test('it is paid within five business days', () => {
  expect(payBy(office, '2026-11-13')).toBe('2026-11-20');
  expect(payBy(office, '2026-11-20')).toBe('2026-11-30');
});

test.each([
  [{ amount: 2000, currency: 'EUR', per: 'week' }, '1 week', log([]), 2000],
  [{ amount: 2000, currency: 'EUR', per: 'week' }, '10 business days', undefined, 4000],
  [{ amount: 1800, currency: 'EUR', per: 'challenge' }, '2 weeks', log([]), 1800],
  [{ amount: 400, currency: 'EUR', per: 'day' }, '1 week', log([]), 2000],
  [{ amount: 400, currency: 'EUR', per: 'day' }, '1 week', log([7, 7, 7]), 1200],
  [{ amount: 50.1, currency: 'EUR', per: 'hour' }, '1 week', log([7.5, 6]), 676.35],
  [{ amount: 50, currency: 'EUR', per: 'hour' }, '1 week', log([7.5, undefined]), undefined],
] as const)('%o for %s', (compensation, length, kept, expected) => {
  expect(owed(compensation, parseDuration(length), kept)).toBe(expected);
});

test('what was paid for something else is not the trial’s pay', () => {
  const payment = { on: '2026-11-20', by: 'dana', amount: 0.1, currency: 'EUR' };
  expect(paidFor(log([], [payment, { ...payment, amount: 0.2 }, { ...payment, for: 'A train ticket' }, { ...payment, currency: 'USD' }]), 'EUR')).toBe(0.3);
  expect(hoursOf(log([7, 6.5]))).toBe(13.5);
  expect(hoursOf(undefined)).toBeUndefined();
});
