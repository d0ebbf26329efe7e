import { congerOf } from './conger.ts';
import { alphaOf } from './disagreement.ts';
import { gwetOf } from './gwet.ts';
import { chanceCorrected, dot, tally, type ChanceCorrected, type Tally } from './pairwise.ts';
import type { Ratings, Weighting } from './ratings.ts';

/** Five coefficients of the same marks; one that is not defined is undefined. */
export interface MultiRater {
  readonly gwet: ChanceCorrected | undefined;
  readonly fleiss: ChanceCorrected | undefined;
  readonly conger: ChanceCorrected | undefined;
  readonly krippendorff: ChanceCorrected | undefined;
  readonly brennanPrediger: ChanceCorrected | undefined;
}

/**
 * Agreement of any number of raters, holes allowed: Gwet's AC, Fleiss' and Conger's kappa, Krippendorff's alpha and Brennan–Prediger,
 * which differ in what they call chance. `scale` names all categories; without it those that were used.
 * Undefined where no unit has two marks. Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), chapters 5 and 6.
 */
export function multiRater(ratings: Ratings, weighting: Weighting, scale?: readonly number[]): MultiRater | undefined {
  const counted = tally(ratings, weighting, scale);
  return counted && {
    gwet: gwetOf(counted), fleiss: fleissOf(counted), conger: congerOf(counted),
    krippendorff: krippendorffOf(counted, weighting), brennanPrediger: brennanPredigerOf(counted),
  };
}

/** Chance: every rater draws from the categories as all raters together used them. Fleiss, Psychological Bulletin 76 (1971) 378–382. */
function fleissOf(counted: Tally): ChanceCorrected | undefined {
  const near = counted.weights.map((row) => dot(row, counted.shares));
  return chanceCorrected(counted, dot(counted.shares, near), (unit) => dot(counted.counts[unit] ?? [], near) / (counted.marks[unit] ?? 1));
}

/** Chance: every category is as likely as any other. Brennan and Prediger, Educational and Psychological Measurement 41 (1981) 687–699. */
function brennanPredigerOf(counted: Tally): ChanceCorrected | undefined {
  const weights = counted.weights.flat();
  const expected = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return chanceCorrected(counted, expected, () => expected);
}

/** Alpha with the agreement weights turned into distances. */
function krippendorffOf(counted: Tally, weighting: Weighting): ChanceCorrected | undefined {
  const range = (counted.categories.at(-1) ?? 0) - (counted.categories[0] ?? 0);
  const alpha = alphaOf(counted.rows, (categories) => ({ pairs: (a, b) => {
    if (a === b) return 0;
    const apart = Math.abs((categories[a] ?? 0) - (categories[b] ?? 0)) / range;
    return weighting === 'unweighted' ? 1 : weighting === 'linear' ? apart : apart * apart;
  } }));
  if (!alpha) return undefined;
  // As Gwet writes alpha: the expected agreement with replacement, the observed one moved a little towards 1 instead.
  const total = counted.marks.reduce((sum, marks) => sum + (marks < 2 ? 0 : marks), 0);
  const { value, error, interval, units, raters } = alpha;
  return { value, error, interval, units, raters, observed: 1 - (1 - 1 / total) * alpha.observed, expected: 1 - (alpha.expected * (total - 1)) / total };
}
