import { backward, factorise, forward } from './cholesky.ts';
import { crossedDesign, type CrossedRow, type Design } from './crossed-design.ts';

/** Least squares of score = intercept + subject + rater; the effects of each side sum to 0. In the unit of the scores. */
export interface AdditiveFit {
  readonly intercept: number;
  readonly subjects: ReadonlyMap<string, number>;
  readonly raters: ReadonlyMap<string, number>;
}

/**
 * What each subject and each rater adds, without shrinking. Undefined below two subjects or two raters, and where the graph of raters and
 * subjects is not connected: then shifts of one part could be taken for the other. Source: Searle, Linear Models (1971), chapter 7.
 */
export function additiveFit(rows: readonly CrossedRow[]): AdditiveFit | undefined {
  const design = crossedDesign(rows);
  return design && additiveOf(design);
}

/** The same from a design that is there already. */
export function additiveOf(design: Design): AdditiveFit | undefined {
  if (design.parts !== 1) return undefined;
  const { long, short, patterns, patternOf } = design;
  const size = short.ids.length;
  // The equations fix the short effects up to a shift; a one in every cell asks for the sum 0.
  const cells = new Float64Array(size * size).fill(1);
  const effects = Float64Array.from(short.sums);
  for (let j = 0; j < size; j += 1) cells[j * size + j] = 1 + (short.counts[j] ?? 0);
  for (const { levels, counts, marks, members, sum } of patterns) {
    levels.forEach((a, left) => {
      const weight = (counts[left] ?? 0) / marks;
      effects[a] = (effects[a] ?? 0) - weight * sum;
      levels.forEach((b, right) => { cells[a * size + b] = (cells[a * size + b] ?? 0) - weight * members * (counts[right] ?? 0); });
    });
  }
  const matrix = { size, cells };
  if (factorise(matrix) === undefined) return undefined;
  forward(matrix, effects);
  backward(matrix, effects);

  const taken = patterns.map(({ levels, counts }) => levels.reduce((sum, j, at) => sum + (counts[at] ?? 0) * (effects[j] ?? 0), 0));
  const others = Array.from(long.sums, (sum, i) => (sum - (taken[patternOf[i] ?? 0] ?? 0)) / (long.counts[i] ?? 1));
  const centre = others.reduce((sum, value) => sum + value, 0) / others.length;
  const longEffects = new Map(long.ids.map((id, i) => [id, (others[i] ?? 0) - centre]));
  const shortEffects = new Map(short.ids.map((id, j) => [id, effects[j] ?? 0]));
  const [subjects, raters] = design.longIsSubjects ? [longEffects, shortEffects] : [shortEffects, longEffects];
  return { intercept: design.mean + centre, subjects, raters };
}
