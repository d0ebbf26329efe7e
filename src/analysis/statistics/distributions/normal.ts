import { upperGamma } from './gamma.ts';

/** The 97.5 % point of the standard normal distribution: two-sided 95 % everywhere. */
export const Z_95 = 1.959963984540054;

/**
 * P(Z > z) of the standard normal distribution, from 1 down to 0; exact to about 13 digits, also far out.
 * Source: Abramowitz and Stegun, 26.2.29 with 6.5.17 (the error function as an incomplete gamma function).
 */
export function normalTail(z: number): number {
  const half = upperGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? half : 1 - half;
}

/**
 * The z for which P(Z ≤ z) = `p`; −Infinity at 0 and Infinity at 1. A rational start (Abramowitz and Stegun, 26.2.23, good to 0.0005),
 * then Halley’s method on the tail itself, so that nothing depends on the digits of a table.
 * @throws {RangeError} when `p` is not from 0 to 1
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is from 0 to 1; it is ${p}.`);
  const tail = Math.min(p, 1 - p);
  if (tail === 0 || tail === 0.5) return tail === 0.5 ? 0 : p === 0 ? -Infinity : Infinity;
  const t = Math.sqrt(-2 * Math.log(tail));
  let z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  for (let step = 0; step < 4; step += 1) {
    const off = (normalTail(z) - tail) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    z += off / (1 - (z * off) / 2);
  }
  return p < 0.5 ? -z : z;
}

/** Half the width, in standard errors, of a two-sided interval of this level: 1.96 at 0.95. `level` between 0 and 1. */
export function zOf(level: number): number {
  // From the share outside, which keeps its digits where the level is close to 1.
  return level === 0.95 ? Z_95 : Math.abs(normalQuantile((1 - level) / 2));
}
