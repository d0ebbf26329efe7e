import { chanceCorrected, dot, tally, type ChanceCorrected, type Tally } from './pairwise.ts';
import type { Ratings, Weighting } from './ratings.ts';

/**
 * Gwet's AC1 (unweighted) and AC2 (linear, quadratic): agreement of any number of raters, holes allowed, corrected for chance. Unlike
 * kappa and alpha it stays usable where nearly all marks fall in one category. 1 = perfect, 0 = as chance.
 * `scale` names every category that could be chosen; without it those that were, which flatters a short list of marks.
 * Undefined where no unit has two marks or there is one category only.
 * Source: Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48; Handbook, 4th edition (2014), chapter 5.
 */
export function gwetAc(ratings: Ratings, weighting: Weighting, scale?: readonly number[]): ChanceCorrected | undefined {
  const counted = tally(ratings, weighting, scale);
  return counted && gwetOf(counted);
}

/** The same from what has been counted. */
export function gwetOf(counted: Tally): ChanceCorrected | undefined {
  const q = counted.categories.length;
  if (q < 2) return undefined;
  const scale = counted.weights.flat().reduce((sum, weight) => sum + weight, 0) / (q * (q - 1));
  const others = counted.shares.map((share) => 1 - share);
  return chanceCorrected(counted, scale * dot(counted.shares, others), (unit) => (scale * dot(counted.counts[unit] ?? [], others)) / (counted.marks[unit] ?? 1));
}
