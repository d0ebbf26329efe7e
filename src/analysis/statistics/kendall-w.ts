import { chiSquareTail } from './distributions/chi-square.ts';
import { completeRows, NEARLY_ZERO, type Ratings } from './ratings.ts';

/** Kendall's W with the test that the raters' orders have nothing in common. */
export interface KendallW {
  /** 0 = no common order, 1 = the same order. */
  readonly w: number;
  readonly chiSquare: number;
  readonly df: number;
  /** From the chi-square distribution; rough below eight units. */
  readonly p: number;
  readonly units: number;
  readonly raters: number;
}

/**
 * Kendall's coefficient of concordance: whether raters put the units in the same order, corrected for ties. Units with a hole are left
 * out. Undefined below two units or two raters, and where every rater gave all units the same mark.
 * Source: Kendall and Gibbons, Rank Correlation Methods, 5th edition (1990), chapter 6.
 */
export function kendallW(ratings: Ratings): KendallW | undefined {
  const rows = completeRows(ratings);
  const [n, m] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || m < 2) return undefined;
  const sums = new Array<number>(n).fill(0);
  let tied = 0;
  for (let rater = 0; rater < m; rater += 1) {
    const { ranks, ties } = ranked(rows.map((row) => row[rater] ?? 0));
    ranks.forEach((rank, unit) => { sums[unit] = (sums[unit] ?? 0) + rank; });
    tied += ties;
  }
  const middle = (m * (n + 1)) / 2;
  const spread = sums.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * tied;
  if (!(most > NEARLY_ZERO)) return undefined;
  const w = Math.min(1, (12 * spread) / most);
  const chiSquare = m * (n - 1) * w;
  return { w, chiSquare, df: n - 1, p: chiSquareTail(chiSquare, n - 1), units: n, raters: m };
}

/** Ranks from 1, equal values sharing the mean of theirs, and Σ (t³ − t) over the groups of equals. */
function ranked(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? -1] === values[order[from] ?? -1]) to += 1;
    for (let position = from; position <= to; position += 1) ranks[order[position] ?? -1] = (from + to) / 2 + 1;
    const size = to - from + 1;
    ties += size ** 3 - size;
    from = to + 1;
  }
  return { ranks, ties };
}
