import { z } from 'zod';
import { candidateRowSchema, count, date, key, moment, nullable } from './common.ts';

const person = z.strictObject({ id: key(), name: z.string() });

/** One line of Today. */
export const todaySchema = z.strictObject({
  /** Open candidates by whose move it is. */
  moves: z.strictObject({ manager: count(), reviewers: count(), candidate: count() }),
  /** All scores are in (or nobody scores): a manager decides. Soonest due first. */
  decide: z.array(z.strictObject({
    row: candidateRowSchema, score: nullable(z.number()), scaleMax: nullable(z.number()), reviewers: count(), disagreements: count(),
  })),
  /** What is owed to candidates, the latest first; what stands under decide is not repeated. */
  promises: z.array(z.strictObject({
    row: candidateRowSchema, visit: key(), visitTitle: z.string(), due: date(), lateBy: count(), owe: z.enum(['answer', 'decision-told', 'invite']), scoresIn: count(), scoresWanted: count(), decidedNotTold: z.boolean(),
  })),
  /** Every promise, kept and broken, of the last 90 days. */
  kept: z.strictObject({ kept: count(), broken: count(), lower: nullable(z.number()), upper: nullable(z.number()) }),
  missing: z.array(z.strictObject({
    person: key(), row: candidateRowSchema, visit: key(), asked: nullable(date()), /** From which day it could be scored. */ since: nullable(date()), due: nullable(date()), scoresIn: count(), scoresWanted: count(), late: z.boolean(),
  })),
  /** Visits that wait for scores and nobody was asked by name. */
  unassigned: z.array(z.strictObject({ row: candidateRowSchema, visit: key() })),
  working: z.array(z.strictObject({ row: candidateRowSchema, deadline: nullable(moment()), hoursLeft: nullable(z.number()), extra: nullable(z.string()) })),
  /** The business day before today, and what happened from its beginning on; never a mark. */
  sinceDay: date(),
  since: z.array(z.strictObject({ at: moment(), role: key(), candidate: key(), spoken: z.string(), what: z.string() })),
});

/** `workspace.json`: the organisation, the moment, the lists every page needs. */
export const workspaceSchema = z.strictObject({
  format: z.literal(1),
  organisation: z.string(),
  site: z.strictObject({ title: z.string(), url: z.string() }),
  timezone: z.string(),
  /** The moment everything was judged at. */
  now: moment(),
  today: date(),
  /** True for the example: pages say so. */
  example: z.boolean(),
  counts: z.strictObject({ roles: count(), candidates: count(), open: count(), people: count(), rubrics: count(), challenges: count(), pipelines: count(), messages: count(), calibrations: count() }),
  people: z.array(person),
  roles: z.array(z.strictObject({ id: key(), title: z.string(), state: z.string(), open: count(), total: count(), hired: count(), headcount: count(), manager: key(), pipeline: key(), since: nullable(date()), late: count() })),
  /** The threshold of disagreement. */
  disagreement: z.int(),
  reasons: z.strictObject({ decline: z.record(z.string(), z.string()), withdraw: z.record(z.string(), z.string()) }),
  /** Facts after the moment asked for, which were ignored. */
  ignored: count(),
  board: todaySchema,
});
export type PublishedWorkspace = z.output<typeof workspaceSchema>;

/** `candidates.json`: every candidate in one list. */
export const candidatesSchema = z.array(candidateRowSchema);
