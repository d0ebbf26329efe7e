import { z } from 'zod';
import { candidateRowSchema, count, date, key, nullable } from './common.ts';

/** A share with its counts: 0 to 1, null where there is nothing to divide by; the interval from the guard on. */
const ratio = { part: count(), whole: count(), share: nullable(z.number()), interval: nullable(z.tuple([z.number(), z.number()])) };
/** One plain sentence, as pages and reports print it. */
const says = z.string();

/** `people/<person>.json`. */
export const personSchema = z.strictObject({
  id: key(), name: z.string(), initial: z.string(), roles: z.array(z.string()), timezone: nullable(z.string()), languages: z.array(z.string()), capacity: nullable(count()),
  active: z.boolean(), from: date(), until: nullable(date()),
  trained: z.array(z.strictObject({ rubric: z.string(), on: date(), by: nullable(key()) })),
  /** Where the person stands with each rubric version: reads, practises as a shadow, calibrated; `next` is the command that leads on. */
  training: z.array(z.strictObject({ rubric: z.string(), title: z.string(), version: z.int(), step: z.enum(['read', 'shadow', 'calibrated']), says, next: nullable(z.string()) })),
  /** Scores asked for and not yet given. */
  open: z.array(z.strictObject({ row: candidateRowSchema, visit: key(), asked: nullable(date()), since: nullable(date()), due: nullable(date()), late: z.boolean() })),
  scores: count(),
  /** Asked by name and given; by month over the last twelve, from the first with anything in it. */
  load: z.strictObject({ asked: count(), given: count(), months: z.array(z.strictObject({ month: z.string(), asked: count(), given: count() })), says }),
  /** Business days from when it could be scored to the score. The median is Kaplan–Meier's, with those still asked as not yet; null below 5 scores. */
  turnaround: z.strictObject({
    days: z.array(z.number()), waiting: count(), longest: nullable(z.number()), median: nullable(z.number()), interval: z.tuple([nullable(z.number()), nullable(z.number())]), says,
  }),
  /** Every visit scored, newest first. */
  scored: z.array(z.strictObject({ role: key(), id: key(), spoken: z.string(), visit: key(), visitTitle: z.string(), since: nullable(date()), submitted: date(), days: nullable(z.number()) })),
  /** Criteria marked rather than not observed. Here and below: counted scores of complete panels only. */
  covered: z.strictObject({
    scores: count(), all: z.strictObject(ratio),
    rubrics: z.array(z.strictObject({ rubric: key(), title: z.string(), scores: count(), ...ratio })),
    /** Most often skipped first; `others` is what the others did on those very visits. */
    skipped: z.array(z.strictObject({ rubric: key(), criterion: key(), name: z.string(), skipped: count(), of: count(), others: z.strictObject({ marked: count(), of: count() }) })),
    says,
  }),
  /** Characters of the evidence of each mark; null below 5 scores. */
  evidence: z.strictObject({ scores: count(), pieces: count(), quartiles: nullable(z.tuple([z.number(), z.number(), z.number()])), short: count(), says }),
  /** How often each level was given; `shared` and `others` in the comparisons with each other who marked the same. */
  marks: z.strictObject({
    scales: z.array(z.strictObject({ min: z.int(), max: z.int(), scores: count(), marks: count(), levels: z.array(z.strictObject({ level: z.int(), given: count(), shared: count(), others: count() })) })),
    says,
  }),
  /** Comparisons with each other who counted on the same visit, criterion by criterion. */
  agreement: z.strictObject({ visits: count(), exact: z.strictObject(ratio), within: z.strictObject(ratio), says }),
  /** How often each recommendation was given, complete visits only. */
  recommendations: z.record(z.string(), count()),
  manages: z.array(z.strictObject({ id: key(), title: z.string(), state: z.string() })),
});
export type PublishedPerson = z.output<typeof personSchema>;

const pair = () => z.tuple([z.number(), z.number()]);

/** `severity.json`: how far a reviewer's totals lie from the panel's on the same work, shrunken; + is more generous. */
export const severitySchema = z.strictObject({
  /** False below the guards: then nobody has a figure, and `says` tells what is missing. */
  shown: z.boolean(),
  says,
  /** Who is compared with whom, by id; mostly one group. */
  groups: z.array(z.array(key())),
  /** By id. Effect, error and interval in percent points of the scale; `marks` and `marksInterval` the same in marks of a scale from 1 to 4. */
  reviewers: z.array(z.strictObject({
    person: key(), visits: count(),
    figure: nullable(z.strictObject({ effect: z.number(), error: z.number(), interval: pair(), marks: z.number(), marksInterval: pair(), /** More than chance would bring. */ told: z.boolean(), says })),
  })),
});
export type PublishedSeverity = z.output<typeof severitySchema>;
