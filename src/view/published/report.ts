import { z } from 'zod';
import { count, date, key, nullable } from './common.ts';

/** `report/<role>.json`: one page of plain sentences about a role, each the same as where its figures are published. */
export const reportSchema = z.strictObject({
  role: key(), title: z.string(), state: z.string(), today: date(),
  /** Who applied and what became of them. */
  says: z.string(),
  counts: z.strictObject({ applied: count(), open: count(), hired: count(), headcount: count() }),
  sections: z.array(z.strictObject({
    id: z.enum(['funnel', 'promises', 'agreement', 'health', 'experience', 'fairness', 'validity', 'missing']),
    title: z.string(),
    lines: z.array(z.strictObject({
      /** What the sentence is about, where it is not the section: a stage, a rubric, a challenge. */
      about: nullable(z.string()),
      says: z.string(),
      /** How it is computed: an id of `methods.json`. */
      method: nullable(key()),
    })),
  })),
});
export type PublishedReport = z.output<typeof reportSchema>;
