import { betaQuantile } from './distributions/beta.ts';

/**
 * The exact interval of a share, `x` of `n`, as shares from 0 to 1: at least 95 % whatever the truth, and therefore wider than Wilson’s.
 * Undefined without trials. Source: Clopper and Pearson, Biometrika 26 (1934) 404–413.
 */
export function clopperPearson(x: number, n: number, level = 0.95): readonly [number, number] | undefined {
  if (n === 0) return undefined;
  const outside = (1 - level) / 2;
  return [x === 0 ? 0 : betaQuantile(outside, x, n - x + 1), x === n ? 1 : betaQuantile(1 - outside, x + 1, n - x)];
}
