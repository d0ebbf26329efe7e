import { backward, factorise, forward, inverse, type Symmetric } from './cholesky.ts';
import type { Design } from './crossed-design.ts';

/** Standard deviations of the two sides, in residual standard deviations, from 0. */
export interface Ratios {
  readonly long: number;
  readonly short: number;
}

/** Predictions of one side, in the unit of the scores, and their errors in residual standard deviations. */
export interface Predictions {
  readonly effects: Float64Array;
  readonly errors: Float64Array;
}

/** Everything that follows once the ratios are known. */
export interface Fit {
  /** Mean minus the plain mean of all scores. */
  readonly shift: number;
  /** In residual standard deviations. */
  readonly shiftError: number;
  /** Of the residual. */
  readonly variance: number;
  readonly long: Predictions;
  readonly short: Predictions;
}

/**
 * Henderson's equations I + Λ Zᵀ Z Λ with the long side eliminated: its block is diagonal, so what remains is a dense matrix of the short
 * side. `ones` and `scores` are the right-hand sides Λ Zᵀ 1 and Λ Zᵀ y after elimination and L z = b.
 */
interface Reduced {
  readonly factor: Symmetric;
  readonly logDet: number;
  readonly ones: Float64Array;
  readonly scores: Float64Array;
  /** 1ᵀ V⁻¹ 1, 1ᵀ V⁻¹ y and yᵀ V⁻¹ y in residual variances. */
  readonly oneOne: number;
  readonly oneScore: number;
  readonly scoreScore: number;
}

/** −2 ln of the restricted likelihood with mean and residual variance at their best; Infinity where the numbers do not carry it. */
export function deviance(design: Design, ratios: Ratios): number {
  const reduced = reduce(design, ratios);
  if (!reduced) return Infinity;
  const rest = left(reduced);
  if (!(rest > 0)) return Infinity;
  const df = design.rows.length - 1;
  return reduced.logDet + Math.log(reduced.oneOne) + df * (1 + Math.log((2 * Math.PI * rest) / df));
}

/** Weighted sum of squares around the fitted mean; NaN where rounding left nothing to weigh the mean by. */
function left({ oneOne, oneScore, scoreScore }: Reduced): number {
  return oneOne > 0 ? scoreScore - (oneScore * oneScore) / oneOne : NaN;
}

function reduce(design: Design, ratios: Ratios): Reduced | undefined {
  const { short, patterns } = design;
  const size = short.ids.length;
  const cells = new Float64Array(size * size);
  const ones = scaled(short.counts, ratios.short);
  const scores = scaled(short.sums, ratios.short);
  for (let j = 0; j < size; j += 1) cells[j * size + j] = 1 + ratios.short ** 2 * (short.counts[j] ?? 0);
  let logDet = 0;
  let [oneOne, oneScore, scoreScore] = [design.rows.length, 0, design.squares];
  for (const { levels, counts, marks, members, sum, squares } of patterns) {
    const pivot = pivotOf(ratios, marks);
    logDet += members * Math.log(pivot);
    const share = ratios.long ** 2 / pivot;
    oneOne -= share * members * marks * marks;
    oneScore -= share * marks * sum;
    scoreScore -= share * squares;
    for (let a = 0; a < levels.length; a += 1) {
      const row = levels[a] ?? 0;
      const weight = share * ratios.short * (counts[a] ?? 0);
      ones[row] = (ones[row] ?? 0) - weight * members * marks;
      scores[row] = (scores[row] ?? 0) - weight * sum;
      for (let b = 0; b < levels.length; b += 1) {
        const at = row * size + (levels[b] ?? 0);
        cells[at] = (cells[at] ?? 0) - weight * members * ratios.short * (counts[b] ?? 0);
      }
    }
  }
  const factor = { size, cells };
  const rest = factorise(factor);
  if (rest === undefined) return undefined;
  forward(factor, ones);
  forward(factor, scores);
  for (let j = 0; j < size; j += 1) {
    const [one, score] = [ones[j] ?? 0, scores[j] ?? 0];
    oneOne -= one * one;
    oneScore -= one * score;
    scoreScore -= score * score;
  }
  return { factor, logDet: logDet + rest, ones, scores, oneOne, oneScore, scoreScore };
}

/** Mean, residual variance and the predictions of both sides; undefined where the numbers do not carry it. */
export function predict(design: Design, ratios: Ratios): Fit | undefined {
  const reduced = reduce(design, ratios);
  if (!reduced) return undefined;
  const squares = left(reduced);
  if (!(squares > 0)) return undefined;
  const { long, short, patterns, patternOf } = design;
  const { factor } = reduced;
  const shift = reduced.oneScore / reduced.oneOne;
  const solved = reduced.scores.map((score, j) => score - shift * (reduced.ones[j] ?? 0));
  backward(factor, solved);
  const covariance = inverse(factor);
  const cross = ratios.long * ratios.short;
  const met = patterns.map(({ levels, counts, marks }) => {
    const pivot = pivotOf(ratios, marks);
    let [taken, spread] = [0, 0];
    for (let a = 0; a < levels.length; a += 1) {
      const row = levels[a] ?? 0;
      taken += cross * (counts[a] ?? 0) * (solved[row] ?? 0);
      for (let b = 0; b < levels.length; b += 1) spread += (counts[a] ?? 0) * (counts[b] ?? 0) * (covariance.cells[row * factor.size + (levels[b] ?? 0)] ?? 0);
    }
    return { pivot, taken, error: ratios.long * Math.sqrt(1 / pivot + (cross * cross * spread) / (pivot * pivot)) };
  });
  const effects = long.sums.map((sum, i) => {
    const { pivot = 1, taken = 0 } = met[patternOf[i] ?? 0] ?? {};
    return (ratios.long * (ratios.long * (sum - shift * (long.counts[i] ?? 0)) - taken)) / pivot;
  });
  const errors = Float64Array.from(patternOf, (pattern) => met[pattern]?.error ?? 0);
  return {
    shift, shiftError: 1 / Math.sqrt(reduced.oneOne), variance: squares / (design.rows.length - 1),
    long: { effects, errors },
    short: {
      effects: scaled(solved, ratios.short),
      errors: Float64Array.from(short.ids, (_, j) => ratios.short * Math.sqrt(covariance.cells[j * factor.size + j] ?? 0)),
    },
  };
}

/** The diagonal of the equations at a long level with so many marks. */
function pivotOf(ratios: Ratios, marks: number): number {
  return 1 + ratios.long ** 2 * marks;
}

function scaled(values: Float64Array, factor: number): Float64Array {
  return values.map((value) => value * factor);
}
