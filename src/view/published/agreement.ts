import { z } from 'zod';
import { count, key, nullable } from './common.ts';

/** Lower and upper end of a 95 % interval. */
export const intervalSchema = z.tuple([z.number(), z.number()]);

/** A coefficient with its interval and the words that the interval carries. */
export const figureSchema = z.strictObject({ value: z.number(), interval: nullable(intervalSchema), words: z.string() });
export type PublishedFigure = z.output<typeof figureSchema>;

/** Agreement on one criterion. */
export const criterionAgreementSchema = z.strictObject({
  id: key(), name: z.string(), weight: z.number(),
  /** Samples or visits that two marked, and reviewers who marked one of them. */
  units: count(), reviewers: count(),
  /** Pairs of marks on the same work: all, equal ones, and those at most one level apart; the shares from 0 to 1, from five pairs on. */
  pairs: count(), exact: count(), within: count(), exactShare: nullable(z.number()), withinShare: nullable(z.number()),
  /** Why there is no coefficient. */
  missing: nullable(z.string()), preliminary: z.boolean(),
  /** Krippendorff's alpha, ordinal; where more than 80 % of the marks are `usual`, Gwet's AC2 beside it. */
  alpha: nullable(figureSchema), usual: nullable(z.strictObject({ mark: z.int(), share: z.number() })), ac2: nullable(figureSchema),
  /** The whole interval lies below what allows even tentative conclusions. */
  poor: z.boolean(),
  says: z.string(),
});
export type PublishedCriterionAgreement = z.output<typeof criterionAgreementSchema>;

/** `agreement.json`: agreement on real submissions that two people scored independently, one entry per rubric version. */
export const agreementSchema = z.strictObject({
  says: z.string(),
  rubrics: z.array(z.strictObject({
    rubric: key(), version: z.int(), title: z.string(), visits: count(), reviewers: count(),
    missing: nullable(z.string()), preliminary: z.boolean(),
    /** Krippendorff's alpha, interval, of the weighted totals. */
    total: nullable(figureSchema),
    criteria: z.array(criterionAgreementSchema),
    says: z.string(),
  })),
});
export type PublishedAgreement = z.output<typeof agreementSchema>;
