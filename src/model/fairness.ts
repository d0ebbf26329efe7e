import { z } from 'zod';
import { id, text, whole } from './scalar.ts';

/** `fairness/<role>/<period>/<dimension>.yml`: voluntary, aggregated counts per group. */
export const fairnessSchema = z
  .strictObject({
    note: text().optional().describe('Who was counted, and what the counts leave out.'),
    stages: z.record(id(), z.record(id(), z.strictObject({
      reached: whole(0, 1_000_000).describe('How many of the group reached the stage; 1 to 4 may not be published.'),
      advanced: whole(0, 1_000_000).describe('How many of them advanced; 1 to 4 may not be published.'),
    }))).describe('Counts by stage and group.'),
  })
  .describe('Voluntary, aggregated counts per group.');

export type Fairness = z.output<typeof fairnessSchema>;
