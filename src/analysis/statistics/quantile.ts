/**
 * Quantile with linear interpolation between order statistics, `share` from 0 to 1; undefined without values.
 * Source: Hyndman and Fan, American Statistician 50 (1996) 361–365, definition 7, the standard of R and NumPy.
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (position - Math.floor(position));
}

/** Middle value; undefined without values. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}
