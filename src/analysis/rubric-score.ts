import { mean, sum } from './statistics/mean.ts';
import { jackknifeError } from './statistics/jackknife.ts';
import { studentQuantile } from './statistics/student-t.ts';

/** What the arithmetic needs to know of a rubric; `Rubric` of the model fits. */
export interface RubricLike {
  readonly scale: { readonly min: number; readonly max: number };
  readonly mustHave: readonly string[];
  /** Weights count relative to each other. */
  readonly criteria: readonly { readonly id: string; readonly weight: number }[];
}

/** One reviewer's marks by criterion; not observed = absent, never zero. */
export type Marks = ReadonlyMap<string, number>;

/** One criterion over all counted reviewers. */
export interface CriterionScore {
  readonly id: string;
  readonly weight: number;
  /** Mean of the marks; undefined when nobody marked it. */
  readonly mean: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** max − min; 0 with one mark or none. */
  readonly spread: number;
  /** How many reviewers marked it. */
  readonly marked: number;
}

/** Why a score is not to be read as one. */
export type Incomplete = { readonly why: 'coverage' } | { readonly why: 'must-have'; readonly criterion: string };

/** The score of a visit in the scale of its rubric. */
export interface RubricScore {
  /** Weighted mean of the criterion means; undefined without a mark. */
  readonly score: number | undefined;
  /** 100 (score − min) / (max − min), so that scales of four and five levels compare. */
  readonly percent: number | undefined;
  /** Share of the weights that were marked, 0 to 1. */
  readonly coverage: number;
  /** Reviewers with at least one mark. */
  readonly reviewers: number;
  /** In the rubric's order. */
  readonly criteria: readonly CriterionScore[];
  /** Lowest and highest total of a single reviewer, in the scale. */
  readonly spread: readonly [number, number] | undefined;
  /** Leave-one-reviewer-out jackknife; undefined below two reviewers. */
  readonly standardError: number | undefined;
  /** 95 %, clipped to the scale; undefined below three reviewers. */
  readonly interval: readonly [number, number] | undefined;
  /** Empty when the score may be read as one. */
  readonly incomplete: readonly Incomplete[];
}

/** A standard error that is 0 but for rounding: reviewers who are all alike do not tell how much others would differ, so there is no interval. */
const ALIKE = 1e-9;
/** An interval is shown from so many reviewers on; with two only the spread. */
export const INTERVAL_FROM = 3;
/** Below this share of marked weights a score is incomplete. */
export const COVERAGE_MIN = 0.7;

/**
 * Aggregates the marks of the counted reviewers: criterion means first, then weights. Averaging reviewers' totals instead would let
 * a reviewer who skipped the hard criterion raise the score. The order of reviewers never matters.
 */
export function rubricScore(rubric: RubricLike, reviewers: readonly Marks[]): RubricScore {
  const { min, max } = rubric.scale;
  const marking = reviewers.filter((marks) => rubric.criteria.some((criterion) => marks.has(criterion.id)));
  const criteria = rubric.criteria.map((criterion) => criterionScore(criterion, marking));
  const score = weighted(criteria);
  const totals = marking.flatMap((marks) => weighted(rubric.criteria.map((criterion) => criterionScore(criterion, [marks]))) ?? []);
  const weights = sum(criteria.map((criterion) => criterion.weight));
  const coverage = weights === 0 ? 0 : sum(criteria.filter((criterion) => criterion.marked > 0).map((criterion) => criterion.weight)) / weights;
  const standardError = jackknifeError(leaveOneOut(rubric, marking));
  return {
    score,
    percent: score === undefined ? undefined : (100 * (score - min)) / (max - min),
    coverage,
    reviewers: marking.length,
    criteria,
    spread: totals.length === 0 ? undefined : [Math.min(...totals), Math.max(...totals)],
    standardError,
    interval: marking.length < INTERVAL_FROM || (standardError ?? 0) < ALIKE ? undefined : interval(score, standardError, marking.length, rubric.scale),
    incomplete: incomplete(rubric, criteria, coverage),
  };
}

/** score ± t(n−1) · standard error at 95 %, clipped to the scale; undefined without a standard error. */
export function interval(
  score: number | undefined, standardError: number | undefined, reviewers: number, scale: RubricLike['scale'],
): readonly [number, number] | undefined {
  if (score === undefined || standardError === undefined) return undefined;
  const half = studentQuantile(0.95, reviewers - 1) * standardError;
  return [Math.max(scale.min, score - half), Math.min(scale.max, score + half)];
}

/** The total of one reviewer's marks, Σ w x / Σ w over what that reviewer marked; undefined without a mark. */
export function reviewerTotal(rubric: RubricLike, marks: Marks): number | undefined {
  return weighted(rubric.criteria.map((criterion) => criterionScore(criterion, [marks])));
}

function criterionScore(criterion: { readonly id: string; readonly weight: number }, reviewers: readonly Marks[]): CriterionScore {
  const marks = reviewers.flatMap((marks) => marks.get(criterion.id) ?? []);
  const low = marks.length === 0 ? undefined : Math.min(...marks);
  const high = marks.length === 0 ? undefined : Math.max(...marks);
  return {
    id: criterion.id, weight: criterion.weight, mean: mean(marks), min: low, max: high,
    spread: low === undefined || high === undefined ? 0 : high - low, marked: marks.length,
  };
}

function weighted(criteria: readonly CriterionScore[]): number | undefined {
  let above = 0;
  let below = 0;
  for (const criterion of criteria) {
    if (criterion.mean === undefined) continue;
    above += criterion.weight * criterion.mean;
    below += criterion.weight;
  }
  return below === 0 ? undefined : above / below;
}

function leaveOneOut(rubric: RubricLike, reviewers: readonly Marks[]): number[] {
  if (reviewers.length < 2) return [];
  return reviewers.flatMap((_, left) => {
    const others = reviewers.filter((_, index) => index !== left);
    return weighted(rubric.criteria.map((criterion) => criterionScore(criterion, others))) ?? [];
  });
}

function incomplete(rubric: RubricLike, criteria: readonly CriterionScore[], coverage: number): Incomplete[] {
  const reasons: Incomplete[] = coverage < COVERAGE_MIN - 1e-9 ? [{ why: 'coverage' }] : [];
  for (const criterion of criteria) {
    if (rubric.mustHave.includes(criterion.id) && criterion.marked === 0) reasons.push({ why: 'must-have', criterion: criterion.id });
  }
  return reasons;
}
