import { incompleteBeta } from './distributions/beta.ts';

/**
 * P(|T| ≤ t) for Student's t with a whole number of degrees of freedom, t ≥ 0: a finite sum, exact but for rounding.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even).
 */
function central(t: number, df: number): number {
  const theta = Math.atan(t / Math.sqrt(df));
  const cos2 = Math.cos(theta) ** 2;
  const odd = df % 2 === 1;
  let term = odd ? Math.cos(theta) : 1;
  let total = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= ((k - 1) / k) * cos2;
    total += term;
  }
  return odd ? (2 / Math.PI) * (theta + Math.sin(theta) * total) : Math.sin(theta) * total;
}

/**
 * The t for which P(|T| ≤ t) = `level`: half the width, in standard errors, of a two-sided interval. `level` from 0 to 1 (excluded),
 * `df` a whole number from 1. Found by halving the interval of the angle, so that one degree of freedom needs no special case.
 */
export function studentQuantile(level: number, df: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (central(Math.tan(middle), df) < level) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2);
}

/**
 * P(T > t) for Student's t with `df` degrees of freedom, any fraction above 0. Source: Abramowitz and Stegun, 26.7.1.
 * @throws {RangeError} when `df` is not above 0
 */
export function tTail(t: number, df: number): number {
  const half = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}
