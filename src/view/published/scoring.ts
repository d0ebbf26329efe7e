import { z } from 'zod';
import { visitSchema } from './candidate.ts';
import { count, date, key, moment, nullable } from './common.ts';

/**
 * `score/<role>/<candidate>/<visit>.json`: everything a reviewer needs to score one visit that waits for scores.
 * It says how many are in and never what they say; the reviewers' key of a challenge is named by its place alone.
 */
export const scoringSchema = z.strictObject({
  role: key(), roleTitle: z.string(), candidate: key(), spoken: z.string(),
  visit: key(), visitTitle: z.string(), kind: z.string(),
  /** How commands name the application: the pseudonym, with the role where it stands in two. */
  named: z.string(),
  /** Folder of the application's files. */
  folder: z.string(),
  rubric: z.strictObject({
    /** `technical-challenge@3`. */
    reference: z.string(), version: z.int(), title: z.string(), min: z.int(), max: z.int(),
    criteria: z.array(z.strictObject({ id: key(), name: z.string(), weight: z.number(), indicators: z.string(), mustHave: z.boolean(), anchors: z.record(z.string(), z.string()) })),
  }),
  /** The pipeline's question. */
  bar: z.string(),
  /** Characters of evidence that a mark needs. */
  evidenceMin: count(),
  /** Who may score: the people of the panel, or of the role where nobody was asked by name. Nobody who was released or declared a conflict. */
  people: z.array(z.strictObject({ person: key(), name: z.string(), shadow: z.boolean(), due: nullable(date()), in: z.boolean() })),
  scoresIn: count(), scoresWanted: count(),
  entered: moment(), started: nullable(moment()), submitted: nullable(moment()), held: nullable(moment()), deadline: nullable(moment()),
  submission: visitSchema.shape.submission,
  /** What was to be done, and where the reviewers' key lies. */
  task: nullable(z.strictObject({ challenge: key(), title: z.string(), key: nullable(z.string()) })),
  /** Set of questions that was asked in writing, or that guides the conversation. */
  questions: nullable(key()),
});
export type PublishedScoring = z.output<typeof scoringSchema>;
