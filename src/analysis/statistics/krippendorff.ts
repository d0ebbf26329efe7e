import { alphaOf, type Distances } from './disagreement.ts';
import type { Coefficient, Ratings } from './ratings.ts';

/** What the marks mean: names, an order, distances, or amounts with a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha: agreement of any number of raters, holes allowed, corrected for chance. 1 = perfect, 0 = as if the marks had been
 * dealt at random. The marks of a rubric are ordinal. A mark nobody gave changes nothing, so no scale is needed; units with one mark
 * have no part. The ratio level wants marks of one sign. The interval is analytic, with Student's t.
 * Undefined without a unit that two raters marked, and where all those marks are the same.
 * Source: Krippendorff, Content Analysis, 3rd edition (2013), chapter 12; interval: see `alphaOf`.
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): Coefficient | undefined {
  const alpha = alphaOf(ratings, (categories, counts) => distancesOf(level, categories, counts));
  return alpha && { value: alpha.value, error: alpha.error, interval: alpha.interval, units: alpha.units, raters: alpha.raters };
}

/**
 * Squared distances of a level. The ordinal one, (Σ counts from a to b − half of both ends)², is the squared difference of the middles of the
 * runs that the categories take when all pairable marks are put in order.
 */
function distancesOf(level: Level, categories: readonly number[], counts: readonly number[]): Distances {
  switch (level) {
    case 'nominal': return { pairs: (a, b) => (a === b ? 0 : 1) };
    case 'interval': return { positions: categories };
    case 'ordinal': {
      let below = 0;
      return { positions: counts.map((count) => { below += count; return below - count / 2; }) };
    }
    case 'ratio': return { pairs: (a, b) => {
      const [x = 0, y = 0] = [categories[a], categories[b]];
      return a === b || x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
    } };
  }
}
