import { upperGamma } from './gamma.ts';

/**
 * P(χ² > x) with `df` degrees of freedom, any fraction above 0; 1 at and below x = 0. Source: Abramowitz and Stegun, 26.4.19.
 * @throws {RangeError} when `df` is not above 0
 */
export function chiSquareTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}
