import { z } from 'zod';
import { count, html, key, nullable } from './common.ts';

/** `calibrations/<session>.json`; marks only once the session is closed. */
export const calibrationSchema = z.strictObject({
  id: key(), title: z.string(), rubric: z.string(), rubricTitle: z.string(), state: z.string(), tolerance: z.int(), reviewers: z.array(key()),
  hidden: z.boolean(), scoresIn: count(), scoresWanted: count(), min: z.int(), max: z.int(),
  samples: z.array(z.strictObject({ id: key(), title: z.string(), text: html() })),
  criteria: z.array(z.strictObject({ id: key(), name: z.string(), weight: z.number(), anchors: z.record(z.string(), z.string()), exact: nullable(z.number()), within: nullable(z.number()), pairs: count(), spread: nullable(z.number()) })),
  /** One per sample × criterion × reviewer. */
  marks: z.array(z.strictObject({ sample: key(), criterion: key(), person: key(), mark: nullable(z.int()), words: z.string() })),
  references: z.array(z.strictObject({ sample: key(), criterion: key(), mark: z.int(), because: nullable(z.string()) })),
  /** Mean difference of a reviewer's mark from the mean of the others, by criterion. */
  shifts: z.array(z.strictObject({ person: key(), /** null: over all criteria. */ criterion: nullable(key()), shift: nullable(z.number()), n: count() })),
  /** Widest gaps first. */
  gaps: z.array(z.strictObject({ sample: key(), criterion: key(), spread: z.int() })),
});
export type PublishedCalibration = z.output<typeof calibrationSchema>;
