import { z } from 'zod';
import { inEditor } from './scalar.ts';

const PATTERN = /^(\d{1,3})(\.\d)?\s?%$/;
/** The same with its range, which a pattern can only spell out. */
const UP_TO_100 = /^(?:100(?:\.0)?|0?\d{1,2}(?:\.\d)?)\s?%$/;
const EXPECTED = 'expected a percentage from 0 to 100, such as 30 %';

/** Schema of a percentage as written, `30 %` or `30%`, at most one decimal; parsed to a number from 0 to 100. */
export function percent() {
  return z
    .string({ error: 'expected a percentage such as 30 %' })
    .transform((written, context): number => {
      const value = parsePercent(written);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: EXPECTED });
      return z.NEVER;
    })
    .meta(inEditor(EXPECTED, UP_TO_100));
}

/** Reads a percentage; undefined when the text is none or it lies above 100. */
export function parsePercent(written: string): number | undefined {
  const match = PATTERN.exec(written.trim());
  if (!match) return undefined;
  const value = Number(`${match[1]}${match[2] ?? ''}`);
  return value <= 100 ? value : undefined;
}
