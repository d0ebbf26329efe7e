import { z } from 'zod';
import { count, key, nullable } from './common.ts';

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
