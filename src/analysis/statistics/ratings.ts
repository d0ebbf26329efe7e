/** Marks of several raters on several units: rows are units (samples, visits), columns are raters; undefined = not marked. */
export type Ratings = readonly (readonly (number | undefined)[])[];

/** How far two marks may lie apart and still agree in part. */
export type Weighting = 'unweighted' | 'linear' | 'quadratic';

/** A coefficient of agreement: 1 = perfect, 0 = as chance would bring, below 0 = worse than chance. */
export interface Coefficient {
  readonly value: number;
  /** Standard error; undefined with fewer than two units. */
  readonly error: number | undefined;
  /** 95 %, clipped to −1 and 1. Undefined without an error, and where the error is 0: marks without any spread cannot tell how sure they are. */
  readonly interval: readonly [number, number] | undefined;
  /** Units that had a part in it. */
  readonly units: number;
  /** Raters with at least one mark. */
  readonly raters: number;
}

/** Below this a standard error, or what chance leaves to explain, is rounding. */
export const NEARLY_ZERO = 1e-12;

/** Whether a cell holds a mark; what is no finite number counts as missing. */
export function isMark(cell: number | undefined): cell is number {
  return cell !== undefined && Number.isFinite(cell);
}

/** The marks of every unit that has at least `least` of them, without the holes. */
export function markedUnits(ratings: Ratings, least = 1): number[][] {
  return ratings.map((row) => row.filter(isMark)).filter((marks) => marks.length >= least);
}

/** The rows without a hole, as wide as the widest row. */
export function completeRows(ratings: Ratings): number[][] {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  return ratings.flatMap((row) => {
    const marks = row.filter(isMark);
    return marks.length === width && width > 0 ? [marks] : [];
  });
}

/** How many columns hold at least one mark. */
export function activeRaters(ratings: Ratings): number {
  const active = new Set<number>();
  for (const row of ratings) row.forEach((cell, rater) => { if (isMark(cell)) active.add(rater); });
  return active.size;
}

/** The marks that were given, each once, lowest first. */
export function categoriesOf(ratings: Ratings): number[] {
  return [...new Set(ratings.flatMap((row) => row.filter(isMark)))].sort((a, b) => a - b);
}

/**
 * Agreement weights of every pair of categories, 0 to 1: 1 on the diagonal; elsewhere 0 (unweighted), or falling with the distance of the
 * two values, straight or squared. Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), section 3.5.
 */
export function agreementWeights(categories: readonly number[], weighting: Weighting): number[][] {
  const range = (categories.at(-1) ?? 0) - (categories[0] ?? 0);
  return categories.map((a) => categories.map((b) => {
    if (a === b) return 1;
    if (weighting === 'unweighted' || range === 0) return 0;
    const apart = Math.abs(a - b) / range;
    return 1 - (weighting === 'linear' ? apart : apart * apart);
  }));
}

/** value ± quantile · error, clipped to −1 and 1; undefined where the error is undefined or nothing. */
export function coefficientInterval(value: number, error: number | undefined, quantile: number): readonly [number, number] | undefined {
  if (error === undefined || error < NEARLY_ZERO) return undefined;
  return [Math.min(value, Math.max(-1, value - quantile * error)), Math.max(value, Math.min(1, value + quantile * error))];
}
