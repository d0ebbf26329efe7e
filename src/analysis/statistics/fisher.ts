/**
 * Fisher's exact test of a 2×2 table [[a, b], [c, d]], two-sided: the probability of all tables with the same margins that are no more
 * likely than this one. Ties within 1 in 10⁷ count as equal, as in R.
 * Source: Fisher, Statistical Methods for Research Workers (1934), section 21.02; the two-sided rule is that of R's `fisher.test`.
 */
export function fisherTwoSided(a: number, b: number, c: number, d: number): number {
  const row = a + b;
  const column = a + c;
  const n = row + c + d;
  const low = Math.max(0, row + column - n);
  const high = Math.min(row, column);
  const logs = logFactorials(n);
  const log = (k: number): number => logs[k] ?? 0;
  const choose = (from: number, k: number): number => log(from) - log(k) - log(from - k);
  const probability = (x: number): number => Math.exp(choose(row, x) + choose(n - row, column - x) - choose(n, column));
  const limit = probability(a) * (1 + 1e-7);
  let total = 0;
  for (let x = low; x <= high; x += 1) {
    const p = probability(x);
    if (p <= limit) total += p;
  }
  return Math.min(1, total);
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k += 1) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}
