import { expect, test } from 'vitest';
import { miniature } from '../../fixtures/workspace.ts';
import { Mistake } from '../command.ts';
import { instantOf } from './instants.ts';

const london = miniature();
const text = (written: string): string => new Date(instantOf(london, written, 'when')).toISOString().slice(0, 16);

test('a time without an offset is what the organisation’s clocks show', () => {
  expect(text('2026-07-01T14:00')).toBe('2026-07-01T13:00');
  expect(text('2026-11-26 14:00')).toBe('2026-11-26T14:00');
  expect(text('2026-11-26T14:00Z')).toBe('2026-11-26T14:00');
  expect(text('2026-11-26T14:00+05:30')).toBe('2026-11-26T08:30');
});

test('an hour that comes twice is meant the first time; one that is left out is none', () => {
  expect(text('2026-10-25 01:30')).toBe('2026-10-25T00:30');
  expect(text('2026-10-25T01:30+00:00')).toBe('2026-10-25T01:30');
  expect(() => text('2026-03-29 01:30')).toThrow('never show 2026-03-29 01:30');
});

test.each(['2026-11-26', 'yesterday', '14:00', '2026-11-26T25:00', '2026-02-30T10:00', '26.11.2026 14:00', ''])('“%s” is no time', (written) => {
  expect(() => text(written)).toThrow(Mistake);
});
