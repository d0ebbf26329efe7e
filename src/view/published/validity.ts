import { z } from 'zod';
import { count, key, nullable } from './common.ts';

const interval = () => nullable(z.tuple([z.number(), z.number()]));
const coefficient = () => nullable(z.strictObject({ value: z.number(), interval: interval() }));

const correlationSchema = z.strictObject({
  n: count(),
  /** `hidden` below 10 hires: no figure; `few` below 30: a figure that tells nothing yet. */
  guard: nullable(z.enum(['hidden', 'few'])),
  /** Ranks with a Bonett–Wright interval, and beside it Pearson with Fisher's. */
  spearman: coefficient(), pearson: coefficient(),
  /** Pearson, if the stated assumptions held: first for the unreliability of one rating, then for having seen hires alone. */
  ifCorrected: nullable(z.strictObject({ value: z.number(), interval: interval(), attenuation: z.number(), reliability: z.number(), sdRatio: z.number(), says: z.string() })),
  says: z.string(),
});

/** `validity.json`: whether what was scored in hiring foretells the work, over hires that were reviewed. */
export const validitySchema = z.strictObject({
  guard: z.strictObject({ hidden: z.int(), few: z.int() }),
  /** Hires that have started, those with a review, and those whose review is of `day`; for the others it is the latest. */
  hires: count(), reviewed: count(), day: z.int(), onDay: count(),
  /** Hires it takes to tell a correlation of `sought` from none (95 %, four of five times), and to know it within `within`. */
  needed: z.strictObject({ sought: z.number(), within: z.number(), toTell: count(), toKnow: count(), says: z.string() }),
  says: z.string(), unseen: z.string(), chance: nullable(z.string()),
  /** Overall first, then stages, then criteria by version of their rubric. */
  rows: z.array(z.strictObject({
    kind: z.enum(['overall', 'stage', 'criterion']), title: z.string(), of: nullable(z.string()),
    stage: nullable(key()), rubric: nullable(key()), reference: nullable(z.string()), criterion: nullable(key()),
    performance: correlationSchema, again: correlationSchema,
  })),
});
export type PublishedValidity = z.output<typeof validitySchema>;
