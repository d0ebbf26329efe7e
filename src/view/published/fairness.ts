import { z } from 'zod';
import { count, key, nullable } from './common.ts';

/** `fairness/<role>/<period>/<dimension>.json`. */
export const fairnessSchema = z.strictObject({
  role: key(), roleTitle: z.string(), period: z.string(), dimension: z.string(),
  stages: z.array(z.strictObject({
    stage: key(), title: z.string(),
    groups: z.array(z.strictObject({ group: key(), reached: nullable(count()), advanced: nullable(count()), rate: nullable(z.number()), ratio: nullable(z.number()) })),
    /** Whether four fifths are met, by integers; null under the guard, with the reason. */
    fourFifths: nullable(z.boolean()), guard: nullable(z.string()),
  })),
});
export type PublishedFairness = z.output<typeof fairnessSchema>;
