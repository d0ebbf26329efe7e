import { z } from 'zod';

/** Above this a table or a list is no longer something to check by hand, and some exact methods would take for ever. */
const MOST = 1_000_000;

/** Level of the intervals. */
export const conf = () => z.number().gt(0).lt(1).default(0.95).describe('level of the intervals, between 0 and 1; 0.95 when left out');
/** How many. */
export const count = (of: string) => z.int().min(0).max(MOST).describe(of);
/** A finite number. */
export const value = (of: string) => z.number().describe(of);
/** Something that the reference cases say in words and that changes nothing. */
export const remark = () => z.string().optional().describe('in words, for people; changes nothing');
/** 0 or 1, or false and true. */
export const yesOrNo = () => z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** Two or more lists of which each says something about the same people, so they must be equally long. */
export function sameLength<T>(schema: z.ZodType<T>, ...keys: readonly (keyof T & string)[]): z.ZodType<T> {
  return schema.refine((input) => new Set(keys.map((key) => (input[key] as readonly unknown[]).length)).size === 1, { error: `${keys.join(', ')} must be equally long` });
}

/** `null` for what is not defined. */
export function orNull<T>(found: T | undefined): T | null {
  return found === undefined ? null : found;
}
