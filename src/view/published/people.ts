import { z } from 'zod';
import { candidateRowSchema, count, date, key, nullable } from './common.ts';

/** `people/<person>.json`. */
export const personSchema = z.strictObject({
  id: key(), name: z.string(), initial: z.string(), roles: z.array(z.string()), timezone: nullable(z.string()), languages: z.array(z.string()), capacity: nullable(count()),
  active: z.boolean(), from: date(), until: nullable(date()),
  trained: z.array(z.strictObject({ rubric: z.string(), on: date(), by: nullable(key()) })),
  /** Scores asked for and not yet given. */
  open: z.array(z.strictObject({ row: candidateRowSchema, visit: key(), asked: nullable(date()), since: nullable(date()), due: nullable(date()), late: z.boolean() })),
  scores: count(),
  /** Business days from being asked to the score, of every score given to an asked visit, ascending. */
  turnaround: z.array(z.number()),
  medianTurnaround: nullable(z.number()),
  /** How often each recommendation was given, complete visits only. */
  recommendations: z.record(z.string(), count()),
  manages: z.array(z.strictObject({ id: key(), title: z.string(), state: z.string() })),
});
export type PublishedPerson = z.output<typeof personSchema>;
