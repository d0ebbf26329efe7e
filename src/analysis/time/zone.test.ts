import { expect, test } from 'vitest';
import { createZone } from './zone.ts';

const london = createZone('Europe/London');

test('a day of a zone is not a day of UTC', () => {
  expect(london.dayOf(Date.parse('2026-07-01T23:30Z'))).toBe('2026-07-02');
  expect(london.dayOf(Date.parse('2026-12-01T23:30Z'))).toBe('2026-12-01');
  expect(createZone('America/St_Johns').dayOf(Date.parse('2026-12-01T03:00Z'))).toBe('2026-11-30');
});

test('a day ends with its last millisecond, also when it has 23 or 25 hours', () => {
  expect(new Date(london.endOfDay('2026-11-22')).toISOString()).toBe('2026-11-22T23:59:59.999Z');
  expect(london.endOfDay('2026-03-29') - london.startOfDay('2026-03-29') + 1).toBe(23 * 3_600_000);
  expect(london.endOfDay('2026-10-25') - london.startOfDay('2026-10-25') + 1).toBe(25 * 3_600_000);
});

test('a day whose midnight does not exist begins with the clock change', () => {
  // Lebanon moves its clocks at midnight: 2026-03-29 begins at one o'clock.
  expect(new Date(createZone('Asia/Beirut').startOfDay('2026-03-29')).toISOString()).toBe('2026-03-28T22:00:00.000Z');
});

test('a moment is written with the offset of its day', () => {
  expect(london.instantText(Date.parse('2026-07-01T12:00Z'))).toBe('2026-07-01T13:00+01:00');
  expect(london.instantText(Date.parse('2026-12-01T12:00Z'))).toBe('2026-12-01T12:00+00:00');
  expect(createZone('America/St_Johns').instantText(Date.parse('2026-12-01T12:00Z'))).toBe('2026-12-01T08:30-03:30');
  expect(createZone('UTC').instantText(0)).toBe('1970-01-01T00:00+00:00');
});

test('the offset changes at the very moment of the clock change', () => {
  const change = Date.parse('2026-10-25T01:00Z');
  expect([london.offsetAt(change - 1), london.offsetAt(change), london.offsetAt(change + 1)]).toEqual([60, 0, 0]);
  const fresh = createZone('Europe/London');
  expect([fresh.offsetAt(change), fresh.offsetAt(change - 1)]).toEqual([0, 60]);
});
