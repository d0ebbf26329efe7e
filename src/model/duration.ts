import { z } from 'zod';
import { inEditor } from './scalar.ts';

/** Units people write durations in. */
export type DurationUnit = 'min' | 'h' | 'day' | 'week' | 'month' | 'business day';

/** A duration as written: `2-4 h`, `72h`, `5 business days`. One number means `from` equals `to`. */
export interface Duration {
  readonly from: number;
  readonly to: number;
  readonly unit: DurationUnit;
  /** As it was written. */
  readonly text: string;
}

const PATTERN = /^(\d{1,5})(?:\s?[-–]\s?(\d{1,5}))?\s?(min|h|hours?|days?|weeks?|months?|business days?)$/;
const EXPECTED = 'expected a duration such as 45 min, 2-4 h, 72h, 1 week or 5 business days';

/** Reads a duration; undefined when the text is none, or its range runs backwards. */
export function parseDuration(written: string): Duration | undefined {
  const match = PATTERN.exec(written.trim());
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  if (to < from) return undefined;
  return { from, to, unit: unitOf(match[3] ?? ''), text: written.trim() };
}

/** Schema of a duration, parsed. */
export function duration() {
  return z
    .string({ error: EXPECTED })
    .transform((written, context): Duration => {
      const parsed = parseDuration(written);
      if (parsed) return parsed;
      context.addIssue({ code: 'custom', message: EXPECTED });
      return z.NEVER;
    })
    .meta(inEditor(EXPECTED, PATTERN));
}

function unitOf(word: string): DurationUnit {
  if (word.startsWith('business')) return 'business day';
  const single = word.replace(/s$/, '');
  return single === 'hour' ? 'h' : (single as DurationUnit);
}

const HOURS: Record<Exclude<DurationUnit, 'business day'>, number> = { min: 1 / 60, h: 1, day: 24, week: 168, month: 730 };

/** Upper end in hours of real time; a business day counts as the whole days it may span, ⌈7n/5⌉. */
export function upperHours(value: Duration): number {
  if (value.unit === 'business day') return calendarDays(value) * 24;
  return value.to * HOURS[value.unit];
}

/** Lower end in hours of real time. */
export function lowerHours(value: Duration): number {
  return upperHours({ ...value, to: value.from });
}

/** Upper end in whole calendar days: hours as ⌈h/24⌉, n business days as ⌈7n/5⌉. */
export function calendarDays(value: Duration): number {
  return value.unit === 'business day' ? Math.ceil((7 * value.to) / 5) : Math.ceil((value.to * HOURS[value.unit]) / 24);
}
