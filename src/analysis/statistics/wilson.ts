/** The 97.5 % point of the standard normal distribution: two-sided 95 % everywhere. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a share, `x` of `n`, 95 %, as shares from 0 to 1; undefined without trials.
 * Source: Wilson, JASA 22 (1927) 209–212.
 */
export function wilson(x: number, n: number): readonly [number, number] | undefined {
  if (n === 0) return undefined;
  const z2 = Z_95 * Z_95;
  const share = x / n;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At 0 and n of n one end is exactly the limit; rounding must not step over it.
  return [x === 0 ? 0 : Math.max(0, centre - half), x === n ? 1 : Math.min(1, centre + half)];
}
