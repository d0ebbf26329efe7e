import { expect, test } from 'vitest';
import type { PublishedTrialLog } from '../../../view/published/candidate.ts';
import { paidWords, unpaid, worked } from './trial-log.ts';

const day = { on: '2026-11-11', by: 'alice', hours: 8, note: '' };
const payment = { on: '2026-11-20', by: 'dana', amount: 2000, currency: 'EUR', for: null };
const log = (more: Partial<PublishedTrialLog>): PublishedTrialLog => ({ days: [], hours: null, paid: [], owed: null, ...more });

test('days and hours in words', () => {
  expect(worked(log({}))).toBe('');
  expect(worked(log({ days: [day, { ...day, on: '2026-11-12' }, { ...day, by: 'bob' }], hours: 15.5 }))).toBe('2 days, 15.5\u00a0h as stated');
  expect(worked(log({ days: [{ ...day, hours: null }] }))).toBe('1 day');
});

test('payments in words, the trial’s own before others', () => {
  expect(paidWords(log({ paid: [{ ...payment, amount: 60.5, for: 'train tickets' }, payment] }))).toBe('2,000\u00a0EUR paid on 20 Nov 2026 and 60.5\u00a0EUR for train tickets');
  expect(paidWords(log({}))).toBe('');
});

test('what is open is said, and late only after its day', () => {
  const owed = { amount: 2000, currency: 'EUR', paid: 0, by: '2026-11-20' };
  expect(unpaid(log({}), '2026-11-22')).toBeUndefined();
  expect(unpaid(log({ owed: { ...owed, paid: 2000 } }), '2026-11-22')).toBeUndefined();
  expect(unpaid(log({ owed }), '2026-11-20')).toEqual({ words: '2,000\u00a0EUR agreed, to be paid by 20 Nov 2026', late: false });
  expect(unpaid(log({ owed: { ...owed, paid: 500 } }), '2026-11-21')).toEqual({ words: '1,500\u00a0EUR of 2,000\u00a0EUR open, to be paid by 20 Nov 2026', late: true });
  expect(unpaid(log({ owed: { ...owed, by: null } }), '2026-11-21')).toEqual({ words: '2,000\u00a0EUR agreed', late: false });
});
