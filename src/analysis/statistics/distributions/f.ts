import { betaQuantile, incompleteBeta } from './beta.ts';

/**
 * P(F > x) of the F distribution with `d1` and `d2` degrees of freedom, any fraction above 0; 1 at and below x = 0.
 * Source: Abramowitz and Stegun, 26.6.2.
 * @throws {RangeError} when a number of degrees of freedom is not above 0
 */
export function fTail(x: number, d1: number, d2: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  // Below 1 the tail is not small, and a share close to 1 would have lost the digits of x.
  return x < 1 ? 1 - incompleteBeta((d1 * x) / (d2 + d1 * x), d1 / 2, d2 / 2) : incompleteBeta(d2 / (d2 + d1 * x), d2 / 2, d1 / 2);
}

/**
 * The x for which P(F ≤ x) = `p`: 0 at p = 0, Infinity at p = 1. Degrees of freedom may be fractions. Source: as `fTail`.
 * @throws {RangeError} when `p` is not from 0 to 1, or a number of degrees of freedom not above 0
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  // From the nearer end: the share left over must not be the difference of two numbers close to 1.
  if (p <= 0.5) {
    const share = betaQuantile(p, d1 / 2, d2 / 2);
    return (d2 * share) / (d1 * (1 - share));
  }
  const rest = betaQuantile(1 - p, d2 / 2, d1 / 2);
  return rest === 0 ? Infinity : (d2 * (1 - rest)) / (d1 * rest);
}
