import { zOf } from './distributions/normal.ts';

/**
 * Interval of the ratio of two independent shares, (x1 / n1) / (x2 / n2), by the logarithm of the ratio; 95 % unless another level is
 * asked for. Undefined when either count is 0: the logarithm has no limits there.
 * Source: Katz, Baptista, Azen and Pike, Biometrics 34 (1978) 469–474.
 */
export function katz(x1: number, n1: number, x2: number, n2: number, level = 0.95): readonly [number, number] | undefined {
  if (x1 === 0 || x2 === 0) return undefined;
  const ratio = x1 / n1 / (x2 / n2);
  // Everybody of both selected: the error is 0 and rounding must not make it less.
  const half = zOf(level) * Math.sqrt(Math.max(0, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
  return [ratio * Math.exp(-half), ratio * Math.exp(half)];
}
