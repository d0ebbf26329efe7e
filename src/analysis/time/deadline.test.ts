import { expect, test } from 'vitest';
import { parseDuration, type Duration } from '../../model/duration.ts';
import { deadline, startBy, type DeadlineInput } from './deadline.ts';
import { after, businessDaysLate, createOffice, dueAt, type Office } from './office.ts';

const calendar = { timezone: 'Europe/London', workdays: new Set([1, 2, 3, 4, 5]), closed: new Map([['2026-12-25', 'Closed']]) };
const office: Office = createOffice(calendar);
const duration = (text: string): Duration => parseDuration(text) ?? expect.fail(text);
const at = (text: string): number => Date.parse(text);
const text = (epoch: number | undefined): string | undefined => (epoch === undefined ? undefined : office.zone.instantText(epoch));

const nothing: DeadlineInput = { started: undefined, submitted: undefined, window: duration('72h'), messages: [], adjustments: [], now: at('2026-10-24T12:00Z') };
const extra = (amount: string, on: string) => ({ stages: ['task'], extra: duration(amount), by: 'dana', on });
const promise = (sent: string, submitBy: string) => ({ at: sent, message: 'started', by: 'dana', promised: { submit_by: submitBy } });

test('a window is real time: 72 hours across a clock change are 72 hours', () => {
  expect(text(deadline(office, { ...nothing, started: at('2026-10-23T10:00+01:00') })?.at)).toBe('2026-10-26T09:00+00:00');
});

test('the later of promise and window counts', () => {
  const started = at('2026-10-05T10:00Z');
  expect(text(deadline(office, { ...nothing, started, messages: [promise('2026-10-05T10:05Z', '2026-10-09')] })?.at)).toBe('2026-10-09T23:59+01:00');
  expect(text(deadline(office, { ...nothing, started, messages: [promise('2026-10-05T10:05Z', '2026-10-07')] })?.at)).toBe('2026-10-08T11:00+01:00');
});

test('extra time moves the end of the window, and a promise that knew of it is not moved again', () => {
  const started = at('2026-10-05T10:00Z');
  const adjustments = [extra('24h', '2026-10-04')];
  expect(text(deadline(office, { ...nothing, started, adjustments })?.at)).toBe('2026-10-09T11:00+01:00');
  expect(text(deadline(office, { ...nothing, started, adjustments, messages: [promise('2026-10-05T10:05Z', '2026-10-09T10:00Z')] })?.at)).toBe('2026-10-09T11:00+01:00');
});

test('of a range the candidate’s choice counts, and its upper end where none was promised', () => {
  const range = { ...nothing, window: duration('1-3 days'), started: at('2026-10-05T10:00Z') };
  expect(text(deadline(office, range)?.at)).toBe('2026-10-08T11:00+01:00');
  const chosen = { ...range, messages: [promise('2026-10-05T10:05Z', '2026-10-07T10:00Z')] };
  expect(text(deadline(office, chosen)?.at)).toBe('2026-10-07T11:00+01:00');
  expect(text(deadline(office, { ...chosen, adjustments: [extra('24h', '2026-10-06')] })?.at)).toBe('2026-10-08T11:00+01:00');
});

test('nothing promised and nothing started is no deadline', () => {
  expect(deadline(office, nothing)).toBeUndefined();
});

test('missed is judged by what was handed in, otherwise by now', () => {
  const started = at('2026-10-05T10:00Z');
  expect(deadline(office, { ...nothing, started, submitted: at('2026-10-08T10:00Z') })?.missed).toBe(false);
  expect(deadline(office, { ...nothing, started, submitted: at('2026-10-08T10:01Z') })?.missed).toBe(true);
  expect(deadline(office, { ...nothing, started })?.missed).toBe(true);
});

test('the day to start by is the promised one, moved by what it did not know of', () => {
  const entered = at('2026-10-01T10:00Z');
  const within = duration('14 days');
  const messages = [{ at: '2026-10-01T10:05Z', message: 'invite', by: 'dana', promised: { start_by: '2026-10-12' } }];
  expect(startBy(office, { entered, within, messages: [], adjustments: [] })).toMatchObject({ day: '2026-10-15', promised: false });
  expect(startBy(office, { entered, within, messages, adjustments: [] })).toMatchObject({ day: '2026-10-12', promised: true });
  expect(startBy(office, { entered, within, messages, adjustments: [extra('36h', '2026-10-05')] })).toMatchObject({ day: '2026-10-14' });
});

test('promises end with their last day, hours to the minute', () => {
  const friday = at('2026-12-18T15:00Z');
  expect(after(office, friday, duration('5 business days')).day).toBe('2026-12-28');
  expect(after(office, at('2026-12-26T15:00Z'), duration('1 business day')).day).toBe('2026-12-28');
  expect(text(after(office, friday, duration('1 week')).at)).toBe('2026-12-25T23:59+00:00');
  expect(text(after(office, friday, duration('24-48 h')).at)).toBe('2026-12-20T15:00+00:00');
});

test('a due day has passed when it has ended, and then it is at least one business day late', () => {
  const due = dueAt(office, '2026-11-20');
  expect(businessDaysLate(office, due, at('2026-11-20T23:59Z'))).toBe(0);
  expect(businessDaysLate(office, due, at('2026-11-21T00:00Z'))).toBe(1);
  expect(businessDaysLate(office, due, at('2026-11-24T09:00Z'))).toBe(2);
});

test('days end in UTC where the settings name no time zone that exists', () => {
  expect(createOffice({ ...calendar, timezone: 'Europe/Nowhere' }).zone.name).toBe('UTC');
});
