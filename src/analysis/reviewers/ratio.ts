import { jackknifeError } from '../statistics/jackknife.ts';
import { studentQuantile } from '../statistics/student-t.ts';

/** Parts of a whole that come in clusters: the criteria of one score, the comparisons of one visit. */
export interface Cluster {
  readonly part: number;
  readonly whole: number;
}

/** A share over clusters. */
export interface Ratio extends Cluster {
  /** From 0 to 1; undefined where there is nothing to divide by. */
  readonly share: number | undefined;
  /** 95 %, clipped to 0 and 1; undefined below the guard, and where no cluster differs, since nothing then tells how much others would. */
  readonly interval: readonly [number, number] | undefined;
}

/**
 * Σ part / Σ whole with the interval of a jackknife that leaves out one cluster at a time, t(n−1): criteria of one score are more alike than
 * criteria of two, so counting each as a trial of its own would promise too much. `guard` clusters are needed for the interval.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 */
export function clusteredRatio(clusters: readonly Cluster[], guard: number): Ratio {
  const some = clusters.filter(({ whole }) => whole > 0);
  const part = some.reduce((total, each) => total + each.part, 0);
  const whole = some.reduce((total, each) => total + each.whole, 0);
  const share = whole === 0 ? undefined : part / whole;
  const error = some.length < Math.max(2, guard) ? undefined : jackknifeError(some.map((each) => (part - each.part) / (whole - each.whole)));
  // Estimates that are all alike differ by rounding only.
  if (share === undefined || error === undefined || error < 1e-9) return { part, whole, share, interval: undefined };
  const half = studentQuantile(0.95, some.length - 1) * error;
  return { part, whole, share, interval: [Math.max(0, share - half), Math.min(1, share + half)] };
}
