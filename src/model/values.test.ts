import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarDays, duration, lowerHours, parseDuration, upperHours } from './duration.ts';
import { parsePercent } from './percent.ts';
import { ANIMALS, COLOURS, drawPseudonym, isPseudonym, spokenPseudonym } from './pseudonym.ts';
import { day, id, instant, text, whole } from './scalar.ts';

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe('durations', () => {
  it('are read as people write them', () => {
    expect(parseDuration('2-4 h')).toEqual({ from: 2, to: 4, unit: 'h', text: '2-4 h' });
    expect(parseDuration('72h')).toMatchObject({ from: 72, to: 72, unit: 'h' });
    expect(parseDuration('5 business days')).toMatchObject({ unit: 'business day' });
    expect(parseDuration('1 week')).toMatchObject({ unit: 'week' });
  });
  it('are neither fractions, sums, nor ranges that run backwards', () => {
    for (const wrong of ['1.5 h', '1 h 30 min', '4-2 h', 'soon', '-3 h', '3', '3 fortnights', '']) expect(parseDuration(wrong), wrong).toBeUndefined();
    expect(accepts(duration(), 72)).toBe(false);
  });
  it('count business days as seven fifths and hours as begun days', () => {
    const days = (written: string): number => calendarDays(parseDuration(written)!);
    expect([days('5 business days'), days('3 business days'), days('72h'), days('25 h'), days('1 week')]).toEqual([7, 5, 3, 2, 7]);
    expect([lowerHours(parseDuration('48-72 h')!), upperHours(parseDuration('48-72 h')!)]).toEqual([48, 72]);
  });
});

describe('scalars', () => {
  it('take text as it was written, and refuse lists and nothing', () => {
    expect(text().parse(1234567)).toBe('1234567');
    expect(text().parse(true)).toBe('true');
    for (const wrong of [null, undefined, [], {}, '', '   ']) expect(accepts(text(), wrong)).toBe(false);
  });
  it('take whole numbers in digits only', () => {
    expect(accepts(whole(1, 4), 3)).toBe(true);
    for (const wrong of ['3', 3.5, 5.0000000001, Infinity, '0x3', 0, 5]) expect(accepts(whole(1, 4), wrong)).toBe(false);
  });
  it('take instants with an offset and without seconds, and days that exist', () => {
    expect(accepts(instant(), '2026-10-01T09:12+01:00')).toBe(true);
    expect(accepts(instant(), '2026-10-01T09:12Z')).toBe(true);
    for (const wrong of ['2026-10-01T09:12', '2026-10-01T09:12:30Z', '2026-02-30T09:12Z', '2026-10-01']) expect(accepts(instant(), wrong), wrong).toBe(false);
    expect([accepts(day(), '2028-02-29'), accepts(day(), '2026-02-29')]).toEqual([true, false]);
  });
  it('take ids that are portable names', () => {
    for (const right of ['a', 'task-api', '2026-09-x']) expect(accepts(id(), right), right).toBe(true);
    for (const wrong of ['Task', 'a--b', '-a', 'a-', 'a_b', 'ä', '..', 'a/b', 'x'.repeat(65)]) expect(accepts(id(), wrong), wrong).toBe(false);
  });
  it('read percentages with at most one decimal', () => {
    expect([parsePercent('30 %'), parsePercent('30%'), parsePercent('12.5 %')]).toEqual([30, 30, 12.5]);
    for (const wrong of ['30', '101 %', '-1 %', '1.25 %', '1e1 %']) expect(parsePercent(wrong), wrong).toBeUndefined();
  });
});

describe('pseudonyms', () => {
  it('are drawn in their own form, and never twice', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      const draw = { below: (limit: number) => (stream.next().value ?? 0) % limit };
      const name = drawPseudonym(draw, new Set());
      expect(isPseudonym(name)).toBe(true);
    }));
    const always = { below: () => 0 };
    expect(() => drawPseudonym(always, new Set([drawPseudonym(always, new Set())]))).toThrow('thousand');
  });
  it('have distinct words, and are spoken as two', () => {
    expect(new Set(COLOURS).size).toBe(COLOURS.length);
    expect(new Set(ANIMALS).size).toBe(ANIMALS.length);
    expect(spokenPseudonym('teal-otter-7f')).toBe('Teal Otter');
    for (const wrong of ['teal-otter', 'teal-otter-1l', 'Teal-otter-7f', 'sofa-otter-7f']) expect(isPseudonym(wrong), wrong).toBe(false);
  });
});
