/** Ranks from 1, the smallest first; equal values share the mean of their ranks. Source: Kendall, Biometrika 33 (1945) 239–251. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const result = Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let after = first + 1;
    while (order[after]?.value === order[first]?.value && after < order.length) after += 1;
    for (const { index } of order.slice(first, after)) result[index] = (first + 1 + after) / 2;
    first = after;
  }
  return result;
}
