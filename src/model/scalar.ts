import { z } from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean()], { error: 'expected text' });

/**
 * Text of at least one visible character. Numbers and booleans are taken as they were written: the loader turns a plain
 * scalar into one only when that loses nothing, so `commit: 1234567` needs no quotes.
 */
export function text() {
  return plain.transform(String).pipe(z.string().refine((value) => value.trim() !== '', { error: 'expected text, found nothing' }));
}

/** Text that must match a pattern. `expected` completes the sentence "expected …". */
export function textLike(pattern: RegExp, expected: string) {
  return plain
    .transform(String)
    .pipe(z.string().regex(pattern, { error: `expected ${expected}` }))
    .meta({ pattern: pattern.source });
}

/** A name of a folder or file, used as a key: lower-case words joined by hyphens, at most 64 characters. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Schema of an id. */
export function id() {
  return textLike(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: lower-case letters, digits and single hyphens, at most 64 characters');
}

/** A calendar day of the organisation's time zone, `2026-11-22`. */
export function day() {
  return z.iso.date({ error: 'expected a day such as 2026-11-22' });
}

/** A moment with its offset, `2026-11-22T09:30+00:00` or `…Z`; no seconds. */
export function instant() {
  return z.iso.datetime({ offset: true, precision: -1, error: 'expected a time such as 2026-11-22T09:30+00:00 or 2026-11-22T09:30Z' });
}

/** A day (its end counts) or an instant. */
export function dayOrInstant() {
  return z.union([z.iso.date(), z.iso.datetime({ offset: true, precision: -1 })], {
    error: 'expected a day such as 2026-11-22 or a time such as 2026-11-22T09:30Z',
  });
}

/** A whole number from `min` up to `max`, written in digits only. */
export function whole(min: number, max: number) {
  return z.int({ error: `expected a whole number from ${min} to ${max}, in digits only` }).min(min).max(max);
}

/** One of a closed list of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}
