import { z } from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean()], { error: 'expected text' });

/**
 * Text of at least one visible character. Numbers and booleans are taken as they were written: the loader turns a plain
 * scalar into one only when that loses nothing, so `commit: 1234567` needs no quotes.
 */
export function text() {
  return plain
    .transform(String)
    .pipe(z.string().refine((value) => value.trim() !== '', { error: 'expected text, found nothing' }))
    .meta(inEditor('expected text, found nothing', /\S/));
}

/** Text that must match a pattern. `expected` completes the sentence "expected …". */
export function textLike(pattern: RegExp, expected: string) {
  return plain
    .transform(String)
    .pipe(z.string().regex(pattern, { error: `expected ${expected}` }))
    .meta({ ...inEditor(`expected ${expected}`, pattern), type: typesOf(pattern) });
}

/** Types that a text of this form can have before it is turned back into text: no month is a number, and no commit is `true`. */
function typesOf(pattern: RegExp): ('string' | 'number' | 'boolean')[] {
  const number = ['7', '1234567', '7'.repeat(64)].some((digits) => pattern.test(digits));
  return ['string', ...(number ? ['number' as const] : []), ...(pattern.test('true') ? ['boolean' as const] : [])];
}

/** What an editor holds a text against, and what it says: a transform hides its pattern, and no pattern explains itself. */
export function inEditor(error: string, pattern?: RegExp): { readonly pattern?: string; readonly patternErrorMessage: string } {
  return { ...(pattern && { pattern: pattern.source }), patternErrorMessage: `${error.charAt(0).toUpperCase()}${error.slice(1)}.` };
}

/**
 * A name of a folder or file, used as a key: lower-case words joined by hyphens. Not `constructor`: every object of JavaScript has
 * that key already, so it would be found in each list without standing there.
 */
export const ID_PATTERN = /^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Schema of an id. */
export function id() {
  const pattern = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
  return textLike(pattern, 'an id: lower-case letters, digits and single hyphens, at most 64 characters')
    .refine((value) => value !== 'constructor', { error: 'expected a word other than “constructor”, to which JavaScript gives a meaning' })
    .meta({ pattern: pattern.source });
}

const DAY = 'expected a day such as 2026-11-22';
const INSTANT = 'expected a time such as 2026-11-22T09:30+00:00 or 2026-11-22T09:30Z';

/** A calendar day of the organisation's time zone, `2026-11-22`. */
export function day() {
  return z.iso.date({ error: DAY }).meta(inEditor(DAY));
}

/** A moment with its offset, `2026-11-22T09:30+00:00` or `…Z`; no seconds. */
export function instant() {
  return z.iso.datetime({ offset: true, precision: -1, error: INSTANT }).meta(inEditor(INSTANT));
}

/** A day (its end counts) or an instant. */
export function dayOrInstant() {
  const error = 'expected a day such as 2026-11-22 or a time such as 2026-11-22T09:30Z';
  return z.union([z.iso.date().meta(inEditor(error)), z.iso.datetime({ offset: true, precision: -1 }).meta(inEditor(error))], { error });
}

/** An address of the web that nobody can read along the way. */
export function httpsAddress() {
  const error = 'expected an https address';
  return z.url({ protocol: /^https$/, error }).meta(inEditor(error, /^https:/));
}

/** A whole number from `min` up to `max`, written in digits only. */
export function whole(min: number, max: number) {
  return z.int({ error: `expected a whole number from ${min} to ${max}, in digits only` }).min(min).max(max);
}

/** One of a closed list of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}
