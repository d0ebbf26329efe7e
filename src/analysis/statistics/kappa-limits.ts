import { normalQuantile } from './distributions/normal.ts';
import { at, over, sharesOf, type Table, type Weights } from './kappa.ts';

/**
 * Limits of weighted kappa as R's `psych::cohen.kappa` prints them when it is handed disagreement weights (0 on the diagonal, any unit):
 * it puts them into the formula for agreement weights as they are, and counts the columns' part by sums of weights. The limits come out
 * wider than those of `cohenKappa`, which follow the source; they are here for who compares with that program. Clipped to −1 and 1.
 * Undefined for a table that is empty or not square, and where the formula has no value.
 * Source: the formula is that of Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969) 323–327.
 */
export function disagreementLimits(table: Table, weights: Weights, value: number, n?: number): readonly [number, number] | undefined {
  const shares = sharesOf(table, n);
  if (!shares) return undefined;
  const { cells, rows, columns } = shares;
  const observed = over(cells, (i, j, share) => share * at(weights, i, j));
  const expected = over(cells, (i, j) => (rows[i] ?? 0) * (columns[j] ?? 0) * at(weights, i, j));
  const ofRow = cells.map((_, i) => columns.reduce((sum, share, j) => sum + share * at(weights, j, i), 0));
  const ofColumn = cells.map((_, j) => (rows[j] ?? 0) * (weights[j] ?? []).reduce((sum, weight) => sum + weight, 0));
  const squares = over(cells, (i, j, share) => share * (at(weights, i, j) * (1 - expected) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - observed)) ** 2);
  const variance = (squares - (observed * expected - 2 * expected + observed) ** 2) / (shares.n * (1 - expected) ** 4);
  if (!Number.isFinite(variance) || variance < 0) return undefined;
  const half = normalQuantile(0.975) * Math.sqrt(variance);
  return [Math.max(-1, value - half), Math.min(1, value + half)];
}
