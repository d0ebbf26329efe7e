import { z } from 'zod';

const PATTERN = /^(\d{1,3})(\.\d)?\s?%$/;

/** Schema of a percentage as written, `30 %` or `30%`, at most one decimal; parsed to a number from 0 to 100. */
export function percent() {
  return z
    .string({ error: 'expected a percentage such as 30 %' })
    .transform((written, context): number => {
      const value = parsePercent(written);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: 'expected a percentage from 0 to 100, such as 30 %' });
      return z.NEVER;
    })
    .meta({ pattern: PATTERN.source });
}

/** Reads a percentage; undefined when the text is none or it lies above 100. */
export function parsePercent(written: string): number | undefined {
  const match = PATTERN.exec(written.trim());
  if (!match) return undefined;
  const value = Number(`${match[1]}${match[2] ?? ''}`);
  return value <= 100 ? value : undefined;
}
