import { z } from 'zod';
import { interval, reviewerTotal, rubricScore, type Marks, type RubricLike } from '../../analysis/rubric-score.ts';
import { fixed, percent } from '../../analysis/words/numbers.ts';
import { plural } from '../../model/words.ts';
import { orNull, remark } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const rubricInput = z.strictObject({
  scores: z.array(z.array(z.number().nullable()).max(200)).max(2000).describe('one row for each reviewer, one column for each criterion; null: not marked'),
  layout: remark(),
  weights: z.array(z.number().gt(0)).max(200).describe('by criterion; they count relative to each other'),
  scale: z.tuple([z.number(), z.number()]).refine(([min, max]) => min < max, { error: 'goes from the lower to the higher mark' }).describe('lowest and highest mark'),
}).superRefine(({ scores, weights, scale: [min, max] }, context) => {
  scores.forEach((row, reviewer) => {
    if (row.length !== weights.length) context.addIssue({ code: 'custom', path: ['scores', reviewer], message: `has ${row.length} marks for ${weights.length} weights` });
    row.forEach((mark, criterion) => {
      if (mark !== null && (mark < min || mark > max)) context.addIssue({ code: 'custom', path: ['scores', reviewer, criterion], message: `is ${mark}, outside of the scale` });
    });
  });
});

/** The score of a visit. */
export const RUBRIC_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'rubric_aggregate', about: 'the score of several reviewers against a weighted rubric, with its error',
    input: rubricInput, example: { scores: [[4, 3, 3], [3, 3, null], [4, 4, 3]], weights: [50, 30, 20], scale: [1, 4] },
    compute: (input) => {
      const { rubric, reviewers } = taken(input);
      const found = rubricScore(rubric, reviewers);
      if (found.score === undefined) return { reason: 'Nobody marked anything.' };
      const bounds = interval(found.score, found.standardError, found.reviewers, rubric.scale);
      return {
        score: found.score, pct: found.percent, coverage: found.coverage, criterion_means: found.criteria.map((criterion) => orNull(criterion.mean)),
        n_reviewers: found.reviewers, se: orNull(found.standardError), lower: orNull(bounds?.[0]), upper: orNull(bounds?.[1]),
        reviewer_totals: reviewers.map((marks) => orNull(reviewerTotal(rubric, marks))),
      };
    },
    says: (input) => {
      const { rubric, reviewers } = taken(input);
      const { score, percent: points = 0, coverage, reviewers: n } = rubricScore(rubric, reviewers);
      return score === undefined ? undefined : `${fixed(score, 2)}, ${percent(points / 100)} of the scale, from ${plural(n, 'reviewer')}; ${percent(coverage)} of the weights are marked.`;
    },
  }),
];

function taken({ scores, weights, scale: [min, max] }: z.output<typeof rubricInput>): { readonly rubric: RubricLike; readonly reviewers: readonly Marks[] } {
  return {
    rubric: { scale: { min, max }, mustHave: [], criteria: weights.map((weight, index) => ({ id: String(index), weight })) },
    reviewers: scores.map((row) => new Map(row.flatMap((mark, index) => (mark === null ? [] : [[String(index), mark] as const])))),
  };
}
