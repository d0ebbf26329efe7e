import { coefficientInterval, isMark, NEARLY_ZERO, type Coefficient, type Ratings } from './ratings.ts';
import { studentQuantile } from './student-t.ts';

/**
 * How far categories lie apart, in whatever unit. `positions`: the squared difference of two positions, for which sums replace pairs;
 * `pairs`: any distance, 0 of a category to itself.
 */
export type Distances = { readonly positions: readonly number[] } | { readonly pairs: (a: number, b: number) => number };

/** Alpha with the disagreement that was seen and the one chance would bring, in the unit of the distances. */
export interface Alpha extends Coefficient {
  readonly observed: number;
  readonly expected: number;
}

/** Marks of one unit as indices of categories. */
type Unit = readonly number[];

/**
 * Krippendorff's alpha of any distances: 1 − observed / expected disagreement over the pairable marks, those of units that at least two
 * raters marked. `distances` are made from the categories and from how many pairable marks each has.
 * The standard error treats the distances as given. Interval with t of the units with any mark − 1, as R's irrCAC has it. Undefined without a pairable unit, and where all pairable
 * marks are the same: then nothing could have disagreed.
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); standard error: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), section 5.4.
 */
export function alphaOf(ratings: Ratings, distances: (categories: readonly number[], counts: readonly number[]) => Distances): Alpha | undefined {
  const { values, marked, raters } = pairableOf(ratings);
  const n = values.length;
  if (n === 0) return undefined;
  const categories = [...new Set(values.flat())].sort((a, b) => a - b);
  const index = new Map(categories.map((category, position) => [category, position]));
  const units: Unit[] = values.map((unit) => unit.map((value) => index.get(value) ?? 0));
  const counts = new Array<number>(categories.length).fill(0);
  let total = 0;
  for (const unit of units) {
    total += unit.length;
    for (const category of unit) counts[category] = (counts[category] ?? 0) + 1;
  }

  const metric = distances(categories, counts);
  const far = toAll(metric, counts, total);
  const chance = far.reduce((sum, distance, category) => sum + distance * (counts[category] ?? 0), 0) / total;
  if (!(chance > NEARLY_ZERO * largest(metric, categories.length))) return undefined;
  const marks = total / n;
  const within = units.map((unit) => inside(metric, unit) / (marks * (unit.length - 1)));
  const observed = within.reduce((sum, value) => sum + value, 0) / n;
  // Drawn without replacement, hence total − 1; the standard error is that of the same ratio with replacement.
  const expected = (chance * total) / (total - 1);
  const ratio = observed / chance;
  const influences = units.map((unit, position) => {
    const share = unit.length / marks;
    const mine = unit.reduce((sum, category) => sum + (far[category] ?? 0), 0) / marks;
    return 1 - ((within[position] ?? 0) - observed * (share - 1)) / chance - 2 * ratio * (share - mine / chance);
  });
  const error = n < 2 ? undefined : Math.sqrt(influences.reduce((sum, value) => sum + (value - 1 + ratio) ** 2, 0) / (n * (n - 1)));
  const value = 1 - observed / expected;
  return {
    value, error, observed, expected, units: n, raters,
    interval: error === undefined ? undefined : coefficientInterval(value, error, studentQuantile(0.95, marked - 1)),
  };
}

/** The marks of units that two raters or more marked, how many units have any mark, and how many raters are in the former. */
function pairableOf(ratings: Ratings): { values: number[][]; marked: number; raters: number } {
  const values: number[][] = [];
  const raters = new Set<number>();
  let marked = 0;
  for (const row of ratings) {
    const marks: number[] = [];
    for (const cell of row) if (isMark(cell)) marks.push(cell);
    if (marks.length > 0) marked += 1;
    if (marks.length < 2) continue;
    values.push(marks);
    for (let rater = 0; rater < row.length; rater += 1) if (isMark(row[rater])) raters.add(rater);
  }
  return { values, marked, raters: raters.size };
}

/** Mean distance of each category to a mark drawn at random. */
function toAll(metric: Distances, counts: readonly number[], total: number): number[] {
  if ('pairs' in metric) return counts.map((_, a) => counts.reduce((sum, count, b) => sum + count * metric.pairs(a, b), 0) / total);
  const centre = counts.reduce((sum, count, category) => sum + count * (metric.positions[category] ?? 0), 0) / total;
  const variance = counts.reduce((sum, count, category) => sum + count * ((metric.positions[category] ?? 0) - centre) ** 2, 0) / total;
  return counts.map((_, category) => ((metric.positions[category] ?? 0) - centre) ** 2 + variance);
}

/** Distances over all ordered pairs of marks of one unit. */
function inside(metric: Distances, unit: Unit): number {
  if ('pairs' in metric) return unit.reduce((sum, a) => sum + unit.reduce((row, b) => row + metric.pairs(a, b), 0), 0);
  const positions = unit.map((category) => metric.positions[category] ?? 0);
  const centre = positions.reduce((sum, position) => sum + position, 0) / positions.length;
  return 2 * positions.length * positions.reduce((sum, position) => sum + (position - centre) ** 2, 0);
}

/** The distance of the outermost categories: what rounding is measured against. */
function largest(metric: Distances, categories: number): number {
  if ('pairs' in metric) return metric.pairs(0, categories - 1);
  return ((metric.positions[categories - 1] ?? 0) - (metric.positions[0] ?? 0)) ** 2;
}
