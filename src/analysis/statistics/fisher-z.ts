import { zOf } from './distributions/normal.ts';

/** Closer to ±1 than this is a perfect relation but for rounding. */
const PERFECT = 1 - 1e-12;

/**
 * Interval of a coefficient from −1 to 1 on the scale of its inverse hyperbolic tangent, with `variance` on that scale. Undefined for a
 * perfect relation: the scale has no end there, and a few points on a line do not prove one.
 * Source: Fisher, Metron 1 (1921) 3–32.
 */
export function tanhInterval(value: number, variance: number, level: number): readonly [number, number] | undefined {
  if (Math.abs(value) > PERFECT || !(variance > 0) || variance === Infinity) return undefined;
  const half = zOf(level) * Math.sqrt(variance);
  return [Math.tanh(Math.atanh(value) - half), Math.tanh(Math.atanh(value) + half)];
}
