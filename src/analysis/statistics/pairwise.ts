import { activeRaters, agreementWeights, categoriesOf, coefficientInterval, isMark, markedUnits, NEARLY_ZERO, type Coefficient, type Ratings, type Weighting } from './ratings.ts';
import { studentQuantile } from './student-t.ts';

/** What the coefficients of several raters with holes start from. Every list over units has the same order. */
export interface Tally {
  /** Rows with at least one mark. */
  readonly rows: Ratings;
  readonly categories: readonly number[];
  /** Agreement weights by two categories. */
  readonly weights: readonly (readonly number[])[];
  /** Unit by category: how many raters chose it. */
  readonly counts: readonly (readonly number[])[];
  /** Marks per unit. */
  readonly marks: readonly number[];
  /** Weighted share of agreeing pairs per unit; undefined where there is no pair. */
  readonly agreeing: readonly (number | undefined)[];
  /** Units with at least two marks. */
  readonly pairable: number;
  /** Mean of `agreeing`. */
  readonly observed: number;
  /** Share of each category: the mean over units of its share in the unit. */
  readonly shares: readonly number[];
  readonly raters: number;
}

/** A coefficient with the agreement that was seen and the one that chance would bring, 0 to 1. */
export interface ChanceCorrected extends Coefficient {
  readonly observed: number;
  readonly expected: number;
}

/**
 * Counts what raters chose. `scale` names all categories, where some may not have been used; otherwise those that were.
 * Undefined where no unit has two marks.
 */
export function tally(ratings: Ratings, weighting: Weighting, scale?: readonly number[]): Tally | undefined {
  const rows = ratings.filter((row) => row.some(isMark));
  const categories = [...new Set([...scale ?? [], ...categoriesOf(rows)])].sort((a, b) => a - b);
  const index = new Map(categories.map((category, position) => [category, position]));
  const weights = agreementWeights(categories, weighting);
  const counts = markedUnits(rows).map((marks) => {
    const row = new Array<number>(categories.length).fill(0);
    for (const mark of marks) { const at = index.get(mark) ?? 0; row[at] = (row[at] ?? 0) + 1; }
    return row;
  });
  const marks = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const agreeing = counts.map((row, unit) => share(row, marks[unit] ?? 0, weights));
  const pairs = agreeing.filter((value) => value !== undefined);
  if (pairs.length === 0) return undefined;
  return {
    rows, categories, weights, counts, marks, agreeing, pairable: pairs.length, raters: activeRaters(rows),
    observed: pairs.reduce((sum, value) => sum + value, 0) / pairs.length,
    shares: categories.map((_, k) => counts.reduce((sum, row, unit) => sum + (row[k] ?? 0) / (marks[unit] ?? 1), 0) / counts.length),
  };
}

function share(row: readonly number[], marks: number, weights: Tally['weights']): number | undefined {
  if (marks < 2) return undefined;
  const near = row.reduce((sum, count, k) => sum + count * (dot(weights[k] ?? [], row) - 1), 0);
  return near / (marks * (marks - 1));
}

/** Σ a b. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/**
 * (observed − expected) / (1 − expected) with its standard error by linearisation over units and a t(units − 1) interval.
 * `chanceOf` is the part one unit has in the expected agreement. Undefined where chance alone agrees always.
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), chapter 5.
 */
export function chanceCorrected(counted: Tally, expected: number, chanceOf: (unit: number) => number): ChanceCorrected | undefined {
  const left = 1 - expected;
  if (!(left > NEARLY_ZERO)) return undefined;
  const n = counted.counts.length;
  const value = (counted.observed - expected) / left;
  const values = counted.agreeing.map((agreeing, unit) => {
    const own = agreeing === undefined ? 0 : ((n / counted.pairable) * (agreeing - expected)) / left;
    return own - (2 * (1 - value) * (chanceOf(unit) - expected)) / left;
  });
  const error = n < 2 ? undefined : Math.sqrt(values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n * (n - 1)));
  return {
    value, error, observed: counted.observed, expected, units: n, raters: counted.raters,
    interval: error === undefined ? undefined : coefficientInterval(value, error, studentQuantile(0.95, n - 1)),
  };
}
