import { z } from 'zod';
import { candidateRowSchema, count, date, key, moment, nullable } from './common.ts';
import { silenceSchema } from './ledger.ts';

const person = z.strictObject({ id: key(), name: z.string() });

/** The most urgent of a list, and how many there are in all: a morning of 1,000 candidates stays one page. */
const first = <T extends z.ZodType>(row: T) => ({ rows: z.array(row), total: count() });
/** How many of them are late, and on which day how many of those that are not shown are due. */
const dueCounts = { late: count(), later: z.record(z.string(), count()) };

/** One line of Today. */
export const todaySchema = z.strictObject({
  /** Open candidates by whose move it is. */
  moves: z.strictObject({ manager: count(), reviewers: count(), candidate: count() }),
  /** Every answer that is owed: overdue, due today, and all. */
  owed: z.strictObject({ overdue: count(), today: count(), all: count() }),
  /** All scores are in (or nobody scores): a manager decides. Soonest due first. */
  decide: z.strictObject({
    ...first(z.strictObject({ row: candidateRowSchema, score: nullable(z.number()), scaleMax: nullable(z.number()), reviewers: count(), disagreements: count() })),
    ...dueCounts,
  }),
  /** What is owed to candidates, the latest first; what stands under decide is not repeated. */
  promises: z.strictObject({
    ...first(z.strictObject({
      row: candidateRowSchema, visit: key(), visitTitle: z.string(), due: date(), lateBy: count(), owe: z.enum(['answer', 'decision-told', 'invite']), scoresIn: count(), scoresWanted: count(),
      /** Nobody was asked by name. */
      unasked: z.boolean(),
    })),
    ...dueCounts,
  }),
  /** Every promise, kept and broken, of the last 90 days. */
  kept: z.strictObject({ kept: count(), broken: count(), lower: nullable(z.number()), upper: nullable(z.number()) }),
  missing: z.strictObject({
    ...first(z.strictObject({
      person: key(), row: candidateRowSchema, visit: key(), asked: nullable(date()), /** From which day it could be scored. */ since: nullable(date()), due: nullable(date()), scoresIn: count(), scoresWanted: count(), late: z.boolean(),
    })),
    /** How many people they are missing from. */
    people: count(),
  }),
  /** Visits that wait for scores and nobody was asked by name. */
  unassigned: z.strictObject(first(z.strictObject({ row: candidateRowSchema, visit: key() }))),
  /** Whoever has heard from no person for five business days or more, the longest silence first. */
  quiet: z.strictObject(first(silenceSchema)),
  working: z.strictObject(first(z.strictObject({ row: candidateRowSchema, deadline: nullable(moment()), hoursLeft: nullable(z.number()), extra: nullable(z.string()) }))),
  /** The business day before today, and what happened from its beginning on; never a mark. */
  sinceDay: date(),
  since: z.strictObject(first(z.strictObject({ at: moment(), role: key(), candidate: key(), spoken: z.string(), what: z.string() }))),
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
