import { z } from 'zod';
import { count, date, key, nullable } from './common.ts';

const interval = () => nullable(z.tuple([z.number(), z.number()]));

/** `x` of `n`; share and 95 % interval from five on. */
export const shareSchema = z.strictObject({ x: count(), n: count(), share: nullable(z.number()), interval: interval() });
export type PublishedShare = z.output<typeof shareSchema>;

/** The criteria of one rubric version: whether they tell people apart, go together, and are read alike. */
export const criteriaHealthSchema = z.strictObject({
  rubric: key(), reference: z.string(), title: z.string(), version: z.int(), min: z.int(), max: z.int(),
  /** Visits with a complete panel, counted scores on them, and visits with every criterion marked. */
  visits: count(), scores: count(), whole: count(),
  /** Cronbach's alpha; null below the guard. */
  alpha: nullable(z.strictObject({ value: z.number(), interval: interval() })),
  says: z.string(),
  criteria: z.array(z.strictObject({
    criterion: key(), name: z.string(),
    top: shareSchema, bottom: shareSchema, unseen: shareSchema, apart: shareSchema,
    /** Correlation with the sum of the others; null below the guard, and where one side never differs. */
    withRest: nullable(z.strictObject({ value: z.number(), interval: interval() })),
    alphaIfDropped: nullable(z.number()),
    findings: z.array(z.enum(['top', 'bottom', 'unseen', 'apart', 'own-way'])),
    says: z.string(),
  })),
});
export type PublishedCriteriaHealth = z.output<typeof criteriaHealthSchema>;

const effortSchema = z.strictObject({
  n: count(), quartiles: nullable(z.tuple([z.number(), z.number(), z.number()])), stated: z.tuple([z.number(), z.number()]), above: shareSchema, says: z.string(),
});

/** Whether a challenge still works. */
export const challengeHealthSchema = z.strictObject({
  /** The version the figures are of; null: of all, since the challenge does not say since when each is in use. */
  version: nullable(z.int()),
  exposure: z.strictObject({ seen: count(), first: nullable(date()), versions: z.array(z.strictObject({ version: z.int(), since: date(), seen: count() })), says: z.string() }),
  stages: z.array(z.strictObject({ pipeline: key(), pipelineTitle: z.string(), stage: key(), stageTitle: z.string(), reached: count(), waiting: count(), wentOn: shareSchema, says: z.string() })),
  leaving: z.strictObject({ withdrew: count(), expired: count(), before: count(), share: shareSchema, reasons: z.array(z.strictObject({ reason: key(), words: z.string(), count: count() })), says: z.string() }),
  /** Minutes against the stated effort, from what was handed in and from anonymous surveys; null without an effort, or with too few answers to a survey. */
  reported: nullable(effortSchema), surveyed: nullable(effortSchema),
  rubrics: z.array(criteriaHealthSchema),
  /** A question with its reasons, never a verdict. */
  retire: z.strictObject({ reasons: z.array(z.strictObject({ why: z.string(), word: z.string(), says: z.string() })), says: z.string() }),
});
export type PublishedChallengeHealth = z.output<typeof challengeHealthSchema>;
