import { mean, sum } from './mean.ts';

/**
 * Jackknife standard error from the n leave-one-out estimates: sqrt((n−1)/n · Σ(S₋ᵢ − mean)²).
 * Undefined below two. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), equation 11.5.
 */
export function jackknifeError(leaveOneOut: readonly number[]): number | undefined {
  const n = leaveOneOut.length;
  const centre = mean(leaveOneOut);
  if (centre === undefined || n < 2) return undefined;
  return Math.sqrt(((n - 1) / n) * sum(leaveOneOut.map((value) => (value - centre) ** 2)));
}
