import { z } from 'zod';
import { count, date, html, key, nullable } from './common.ts';

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

/** Distributions, never single answers; null, and questions left out, below the guard. */
export const surveyFiguresSchema = z.strictObject({
  answers: count(), guard: z.int(),
  recommend: nullable(z.strictObject({ counts: z.array(count()), n: count(), promoters: count(), passives: count(), detractors: count(), nps: z.number(), interval: z.tuple([z.number(), z.number()]) })),
  items: nullable(z.array(z.strictObject({ set: key(), id: key(), ask: z.string(), kind: z.enum(['scale', 'choice']), options: z.array(z.string()), counts: z.array(count()), n: count() }))),
  minutes: nullable(z.array(z.strictObject({ challenge: key(), title: z.string(), effort: nullable(z.string()), values: z.array(z.int()) }))),
});
export type SurveyFigures = z.output<typeof surveyFiguresSchema>;

/** `surveys/<role>.json`. */
export const surveySchema = surveyFiguresSchema.extend({ role: key(), roleTitle: z.string() });
export type PublishedSurvey = z.output<typeof surveySchema>;

const metSchema = z.strictObject({
  /** Answers in time, too late, not given and due, and not yet due; the interval is of those in time among the first three. */
  promises: z.strictObject({ kept: count(), late: count(), overdue: count(), open: count(), interval: nullable(z.tuple([z.number(), z.number()])) }),
  /** Business days until the answer, by what was promised or by stage; quartiles from the guard on. */
  replies: z.array(z.strictObject({ name: z.string(), promised: nullable(z.string()), promisedDays: nullable(z.number()), n: count(), open: count(), quartiles: nullable(z.tuple([z.number(), z.number(), z.number()])), longest: nullable(z.number()) })),
  withdrawals: z.array(z.strictObject({ reason: key(), words: z.string(), count: count() })),
});

/** `experience.json`: how it was for candidates, from the record and from what they said. */
export const experienceSchema = z.strictObject({
  guard: z.int(),
  overall: metSchema.extend({ survey: surveyFiguresSchema }),
  roles: z.array(metSchema.extend({ role: key(), roleTitle: z.string(), applied: count(), answers: count() })),
});
export type PublishedExperience = z.output<typeof experienceSchema>;

/** `outcomes.json`. */
export const outcomesSchema = z.array(z.strictObject({
  role: key(), roleTitle: z.string(), candidate: key(), spoken: z.string(), started: date(), left: nullable(date()), percent: nullable(z.number()),
  stages: z.array(z.strictObject({ stage: key(), title: z.string(), percent: z.number() })),
  reviews: z.array(z.strictObject({
    day: z.int(), on: date(), by: key(), performance: z.int(), again: z.string(),
    /** The criteria of hiring, marked on the job; null where the review holds to no rubric. */
    rubric: nullable(z.strictObject({ reference: z.string(), title: z.string(), version: z.int(), min: z.int(), max: z.int() })),
    /** `hiring` is the mean of the counted marks against the same version of the rubric; null without one. */
    marks: z.array(z.strictObject({ criterion: key(), name: z.string(), hiring: nullable(z.number()), job: z.int() })),
  })),
  /** The review that has come and is not written, or else the next one; null when none follows. `lateBy` in business days. */
  next: nullable(z.strictObject({ day: z.int(), due: date(), lateBy: count() })),
}));
export type PublishedOutcomes = z.output<typeof outcomesSchema>;

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
