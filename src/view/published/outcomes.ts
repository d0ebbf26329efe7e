import { z } from 'zod';
import { count, date, key, nullable } from './common.ts';

/** `outcomes.json`. */
export const outcomesSchema = z.array(z.strictObject({
  role: key(), roleTitle: z.string(), candidate: key(), spoken: z.string(), started: date(), left: nullable(date()), percent: nullable(z.number()),
  stages: z.array(z.strictObject({ stage: key(), title: z.string(), percent: z.number() })),
  reviews: z.array(z.strictObject({
    day: z.int(), on: date(), by: key(), performance: z.int(), again: z.string(),
    /** The criteria of hiring, marked on the job; null where the review holds to no rubric. */
    rubric: nullable(z.strictObject({ reference: z.string(), title: z.string(), version: z.int(), min: z.int(), max: z.int() })),
    /** `hiring` is the mean of the counted marks against the same version of the rubric; null without one. */
    marks: z.array(z.strictObject({ criterion: key(), name: z.string(), hiring: nullable(z.number()), job: z.int() })),
  })),
  /** The review that has come and is not written, or else the next one; null when none follows. `lateBy` in business days. */
  next: nullable(z.strictObject({ day: z.int(), due: date(), lateBy: count() })),
}));
export type PublishedOutcomes = z.output<typeof outcomesSchema>;
