/** Whether all values are the same but for rounding; true for none and for one. */
export function isConstant(values: readonly number[]): boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return values.length === 0 || high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}
