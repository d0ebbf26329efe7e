import { zOf } from './distributions/normal.ts';

/**
 * Wilson score interval of a share, `x` of `n`, as shares from 0 to 1; 95 % unless another level is asked for. Undefined without trials.
 * Source: Wilson, JASA 22 (1927) 209–212.
 */
export function wilson(x: number, n: number, level = 0.95): readonly [number, number] | undefined {
  if (n === 0) return undefined;
  const z = zOf(level);
  const z2 = z * z;
  const share = x / n;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At 0 and n of n one end is exactly the limit; rounding must not step over it.
  return [x === 0 ? 0 : Math.max(0, centre - half), x === n ? 1 : Math.min(1, centre + half)];
}
