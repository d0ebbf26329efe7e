import { z } from 'zod';
import { candidateRowSchema, count, date, key, nullable } from './common.ts';
import { entrySchema, goingSchema, leftSchema, stageTimeSchema, waitsSchema, wholeWaySchema } from './funnel.ts';

/** One stage of a funnel, counted in visits. */
export const funnelRowSchema = z.strictObject({
  stage: key(), title: z.string(), kind: z.string(),
  reached: count(), waiting: count(), advanced: count(), returned: count(), declined: count(), withdrew: count(), expired: count(), hired: count(),
  /** How many left the stage, `advanced + declined + withdrew + expired + hired`. */
  decided: count(),
  /** Different candidates among the visits. */
  people: count(),
  /** Visits of erased candidates, inside the other counts; and those of them whose end is not known. */
  erased: count(), gone: count(),
  /** Times the stage was passed over; such a candidate did not pass it. */
  skipped: count(),
  /** Advanced or hired of decided with its Wilson interval, 0 to 1; null below five decided visits. */
  conversion: nullable(z.strictObject({ share: z.number(), lower: z.number(), upper: z.number() })),
  promises: z.strictObject({ kept: count(), broken: count(), open: count() }),
  /** How many go on, how long it takes, and why people leave: each with its sentence. */
  going: goingSchema, time: stageTimeSchema, left: leftSchema,
});
export type FunnelRow = z.output<typeof funnelRowSchema>;

/** `roles/<role>.json`. */
export const roleSchema = z.strictObject({
  id: key(), title: z.string(), level: z.string(), stack: z.array(z.string()), state: z.string(),
  states: z.array(z.strictObject({ on: date(), is: z.string(), because: nullable(z.string()) })),
  headcount: count(), pipeline: key(), pipelineTitle: z.string(), bar: z.string(), manager: key(), panel: z.array(key()), pay: nullable(z.string()),
  openSince: nullable(date()), openDays: nullable(count()),
  counts: z.strictObject({ applied: count(), open: count(), hired: count(), declined: count(), withdrew: count(), expired: count(), erased: count(), returns: count(), late: count() }),
  /** Unpaid hours and calendar days from application to answer, everybody using the full time. */
  cost: z.strictObject({ hours: z.number(), days: count() }),
  funnel: z.array(funnelRowSchema),
  /** From application to hire. */
  whole: wholeWaySchema,
  /** What the charts of the funnel show, as their titles; and why people leave, in one sentence. */
  findings: z.strictObject({ funnel: z.string(), going: z.string(), time: z.string(), waits: z.string(), left: z.string() }),
  waits: waitsSchema,
  /** Every entry into a stage: the rows behind the funnel, but for those of erased candidates, which are counted and told of nobody. */
  entries: z.array(entrySchema),
  /** Open candidates, furthest past its promise first. */
  stuck: z.array(candidateRowSchema),
  /** Candidates of the role by stage, for "who is where". */
  board: z.array(z.strictObject({ stage: key(), title: z.string(), candidates: z.array(candidateRowSchema) })),
  /** Everyone whose application has ended, newest first. */
  closed: z.array(candidateRowSchema),
});
export type PublishedRole = z.output<typeof roleSchema>;
