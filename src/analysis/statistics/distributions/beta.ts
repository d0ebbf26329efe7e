import { notZero, stirlingRest } from './gamma.ts';

const EPSILON = 1e-16;
const MOST_TERMS = 100_000;

/**
 * Regularised incomplete beta function I_x(a, b) = P(X ≤ x) of a beta distribution, from 0 at x = 0 to 1 at x = 1. `a` and `b` above 0, any
 * fraction. Error about 10⁻¹³. Source: Abramowitz and Stegun, 26.5.8 (continued fraction, by the rule of Lentz) and 26.5.2 (symmetry).
 * @throws {RangeError} when `a` or `b` is not above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`Both parameters must be above 0; they are ${a} and ${b}.`);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = power(x, a, b);
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/**
 * The x for which I_x(a, b) = `p`: 0 at p = 0, 1 at p = 1. Newton’s method that never leaves the bracket.
 * @throws {RangeError} when `p` is not from 0 to 1, or `a` or `b` not above 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is from 0 to 1; it is ${p}.`);
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 400; step += 1) {
    const off = incompleteBeta(x, a, b) - p;
    if (off > 0) high = x;
    else low = x;
    const slope = power(x, a, b) / (x * (1 - x));
    const next = x - off / slope;
    const bounded = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(bounded - x) <= EPSILON * bounded || high - low <= EPSILON * high) return bounded;
    x = bounded;
  }
  return x;
}

/** x^a (1 − x)^b / B(a, b), as the distance from the peak of the density, so that large parameters keep their digits. */
function power(x: number, a: number, b: number): number {
  const n = a + b;
  const distance = a * Math.log((n * x) / a) + b * Math.log((n * (1 - x)) / b);
  return Math.exp(distance + stirlingRest(n) - stirlingRest(a) - stirlingRest(b)) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return value;
}
