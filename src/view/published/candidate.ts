import { z } from 'zod';
import { candidateRowSchema, count, date, html, key, moment, nullable } from './common.ts';

const markSchema = z.strictObject({
  /** null: not observed. */
  mark: nullable(z.int()),
  /** Evidence, or the reason why nothing was observed. */
  words: html(),
  /** The same without markup, for speech and print. */
  plain: z.string(),
});

/** One reviewer's score; never published before the panel is complete. */
export const publishedScoreSchema = z.strictObject({
  person: key(), initial: z.string(), submitted: moment(), minutes: nullable(z.int()), rubric: z.string(),
  counted: z.boolean(),
  /** Why it is shown but not counted. */
  leftOut: nullable(z.enum(['shadow', 'conflict', 'late', 'version', 'released', 'unasked'])),
  recommendation: z.string(), bar: z.string(), summary: nullable(html()),
  marks: z.record(z.string(), markSchema),
  /** Earlier states of the score, oldest first: what it said before an amendment and why it changed. */
  amended: z.array(z.strictObject({ submitted: moment(), because: z.string(), marks: z.record(z.string(), nullable(z.int())) })),
});

const criterionResultSchema = z.strictObject({
  id: key(), name: z.string(), weight: z.number(), indicators: z.string(), mustHave: z.boolean(),
  mean: nullable(z.number()), min: nullable(z.int()), max: nullable(z.int()), marked: count(),
  /** max − min reaches the threshold. */
  disagreement: z.boolean(),
  /** Anchor texts by level. */
  anchors: z.record(z.string(), z.string()),
});

const trialLogSchema = z.strictObject({
  days: z.array(z.strictObject({ on: date(), by: key(), hours: nullable(z.number()), note: html() })),
  /** Over all days; null unless each day states them. */
  hours: nullable(z.number()),
  paid: z.array(z.strictObject({ on: date(), by: key(), amount: z.number(), currency: z.string(), for: nullable(z.string()) })),
  /** What the challenge states for the whole trial, and until when; null where it states nothing that can be counted. */
  owed: nullable(z.strictObject({ amount: z.number(), currency: z.string(), paid: z.number(), by: nullable(date()) })),
});
export type PublishedTrialLog = z.output<typeof trialLogSchema>;

export const visitSchema = z.strictObject({
  name: key(), stage: key(), title: z.string(), number: count(), kind: z.string(), why: nullable(z.string()),
  entered: moment(), started: nullable(moment()), submitted: nullable(moment()), bookedFor: nullable(moment()), held: nullable(moment()), offered: nullable(moment()),
  left: nullable(moment()), how: nullable(z.string()), reason: nullable(z.string()), by: nullable(key()),
  startBy: nullable(date()),
  deadline: nullable(z.strictObject({ at: moment(), extra: nullable(z.string()), missed: z.boolean() })),
  reply: nullable(z.strictObject({ state: z.enum(['kept', 'late', 'open', 'overdue']), due: date(), answered: nullable(moment()), days: nullable(count()), promised: z.string(), decidedNotTold: z.boolean() })),
  /** Business days held by each side. */
  ours: z.number(), theirs: z.number(),
  weight: nullable(z.number()), advanceAt: nullable(z.number()),
  rubric: nullable(z.strictObject({ id: key(), version: z.int(), title: z.string(), min: z.int(), max: z.int() })),
  panel: nullable(z.strictObject({
    asked: z.array(z.strictObject({ person: key(), asked: nullable(date()), due: nullable(date()), released: nullable(date()), reason: nullable(z.string()), shadow: z.boolean(), in: z.boolean() })),
    scoresIn: count(), scoresWanted: count(), complete: z.boolean(), completeSince: nullable(moment()),
  })),
  /** True while scores exist that may not be shown. */
  hidden: z.boolean(),
  scores: z.array(publishedScoreSchema),
  result: nullable(z.strictObject({
    score: nullable(z.number()), percent: nullable(z.number()), coverage: z.number(), reviewers: count(),
    /** Lowest and highest reviewer total. */
    spread: nullable(z.tuple([z.number(), z.number()])),
    interval: nullable(z.tuple([z.number(), z.number()])),
    /** The score with the severity of this panel taken out: in percent with what is not known of it, and in the scale; null where severity is not shown. Beside the score, never alone, and never the decision. */
    adjusted: nullable(z.strictObject({ percent: z.number(), interval: z.tuple([z.number(), z.number()]), score: z.number(), says: z.string() })),
    /** Why the score is incomplete; empty when it is not. */
    incomplete: z.array(z.string()),
    /** Widest spread first. */
    criteria: z.array(criterionResultSchema),
  })),
  submission: nullable(z.strictObject({
    received: nullable(moment()), minutes: nullable(z.int()),
    links: z.array(z.strictObject({ kind: z.string(), url: z.string(), commit: nullable(z.string()) })),
    files: z.array(z.strictObject({ name: z.string(), bytes: count() })),
    ai: nullable(z.strictObject({ used: z.string(), note: nullable(z.string()) })),
    answers: z.array(z.strictObject({ id: key(), ask: z.string(), answer: html() })),
    text: nullable(html()),
  })),
  /** The days of a paid trial and what was paid; null for anything else, and before it has begun. */
  log: nullable(trialLogSchema),
});
export type PublishedVisit = z.output<typeof visitSchema>;

/** `candidates/<role>/<candidate>.json`. */
export const candidateSchema = z.strictObject({
  row: candidateRowSchema,
  colour: z.string(),
  keepUntil: nullable(date()), talentPool: z.boolean(),
  erased: nullable(z.strictObject({ on: date(), basis: z.string() })),
  /** Who held the time, in order. */
  held: z.strictObject({
    ours: z.number(), theirs: z.number(),
    segments: z.array(z.strictObject({ by: z.enum(['ours', 'theirs']), from: moment(), to: moment(), days: z.number(), share: z.number(), visit: key() })),
  }),
  visits: z.array(visitSchema),
  /** Where reviewers stand furthest apart, widest first, over every complete visit. */
  talkAbout: z.array(z.strictObject({ visit: key(), visitTitle: z.string(), criterion: key(), name: z.string(), weight: z.number(), spread: z.int() })),
  /** How many criteria were compared. */
  compared: count(),
  overall: nullable(z.strictObject({ percent: z.number(), coverage: z.number(), spread: nullable(z.tuple([z.number(), z.number()])), stages: z.array(z.strictObject({ visit: key(), title: z.string(), percent: z.number(), weight: z.number() })) })),
  bar: z.strictObject({
    question: z.string(),
    answers: z.array(z.strictObject({ person: key(), visit: key(), bar: z.string(), recommendation: z.string(), counted: z.boolean() })),
  }),
  decisions: z.array(z.strictObject({
    decision: z.string(), decided: moment(), by: z.array(key()), bar: z.string(), because: html(),
    dissent: z.array(z.strictObject({ person: key(), because: html() })), seen: nullable(z.string()), revisedBecause: nullable(html()),
  })),
  /** Criteria of complete visits without a mark of any counted reviewer. */
  notAssessed: z.array(z.strictObject({ visit: key(), visitTitle: z.string(), criterion: key(), name: z.string() })),
  conflicts: z.array(z.strictObject({ person: key(), kind: z.string(), declared: date() })),
  adjustments: z.array(z.strictObject({ stages: z.array(key()), extra: z.string(), by: key(), on: date() })),
  messages: z.array(z.strictObject({ at: moment(), message: key(), subject: nullable(z.string()), by: key(), answers: z.boolean() })),
  timeline: z.array(z.strictObject({ at: moment(), visit: key(), what: z.string(), by: nullable(key()), kind: z.enum(['event', 'message', 'score', 'decision', 'adjustment']) })),
  outcome: z.boolean(),
  /** What may happen next by the table of events; nothing to an erased application. */
  legal: z.array(z.enum(['started', 'submitted', 'booked', 'held', 'offered', 'hired', 'advanced', 'returned', 'declined', 'withdrew', 'expired', 'reopened'])),
  /** How commands name the application: the pseudonym, with the role where it stands in two. */
  named: z.string(),
});
export type PublishedCandidate = z.output<typeof candidateSchema>;
