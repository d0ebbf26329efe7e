import { coefficientInterval, NEARLY_ZERO, type Coefficient, type Weighting, agreementWeights } from './ratings.ts';
import { Z_95 } from './distributions/normal.ts';

/** A square table of two raters: row = category of the first, column = of the second; counts, or shares together with `n`. */
export type Table = readonly (readonly number[])[];

/** Agreement weights by two categories, 1 on the diagonal. */
export type Weights = readonly (readonly number[])[];

/** A table as shares with its margins. */
export interface Shares {
  readonly n: number;
  readonly cells: Table;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A kappa with the agreement that was seen and the one that the margins bring by chance, 0 to 1. */
export interface Kappa extends Coefficient {
  readonly observed: number;
  readonly expected: number;
}

/** Shares and margins of a table; `n` where the table holds shares already. Undefined for a table that is empty or not square. */
export function sharesOf(table: Table, n?: number): Shares | undefined {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (!(total > 0) || !Number.isFinite(total) || table.some((row) => row.length !== table.length)) return undefined;
  const cells = table.map((row) => row.map((count) => count / total));
  return {
    n: n ?? total, cells, rows: cells.map((row) => row.reduce((sum, share) => sum + share, 0)),
    columns: cells.map((_, j) => cells.reduce((sum, row) => sum + (row[j] ?? 0), 0)),
  };
}

/** Counts pairs of marks; a pair with a hole is left out. */
export function tableOf(pairs: readonly (readonly [number | undefined, number | undefined])[], categories: readonly number[]): number[][] {
  const index = new Map(categories.map((category, position) => [category, position]));
  const table = categories.map(() => new Array<number>(categories.length).fill(0));
  for (const [first, second] of pairs) {
    const row = table[index.get(first ?? NaN) ?? -1];
    const column = index.get(second ?? NaN);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/**
 * Cohen's kappa of two raters, or with weights the weighted one, where a near miss counts in part: 1 = perfect, 0 = as chance from the
 * margins. `weights` by name (categories one step apart) or as agreement weights. Interval with the normal quantile.
 * Undefined for an empty table and where chance alone agrees always.
 * Source: Cohen, Psychological Bulletin 70 (1968) 213–220; error: Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969) 323–327.
 */
export function cohenKappa(table: Table, weights: Weighting | Weights = 'unweighted', n?: number): Kappa | undefined {
  const shares = sharesOf(table, n);
  return shares && kappaOf(shares, weightsOf(weights, table.length));
}

/** Agreement weights by name, for categories one step apart. */
export function weightsOf(weights: Weighting | Weights, categories: number): Weights {
  return typeof weights === 'string' ? agreementWeights(Array.from({ length: categories }, (_, k) => k), weights) : weights;
}

/** The same from shares. */
export function kappaOf({ n, cells, rows, columns }: Shares, weights: Weights): Kappa | undefined {
  const observed = over(cells, (i, j, share) => share * at(weights, i, j));
  const expected = over(cells, (i, j) => (rows[i] ?? 0) * (columns[j] ?? 0) * at(weights, i, j));
  const left = 1 - expected;
  if (!(left > NEARLY_ZERO)) return undefined;
  const value = (observed - expected) / left;
  // Mean weight of a row's category against the second rater's habits, and of a column's against the first's.
  const ofRow = cells.map((_, i) => columns.reduce((sum, share, j) => sum + share * at(weights, i, j), 0));
  const ofColumn = cells.map((_, j) => rows.reduce((sum, share, i) => sum + share * at(weights, i, j), 0));
  // Around the mean of what is squared, not as a difference of sums: an error that is 0 must not come out as rounding.
  const centre = observed - 2 * (1 - value) * expected;
  const variance = over(cells, (i, j, share) => share * (at(weights, i, j) - (1 - value) * ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) - centre) ** 2);
  const error = errorOf(variance, n, left);
  return { value, observed, expected, error, interval: coefficientInterval(value, error, Z_95), units: n, raters: 2 };
}

/** √(variance / n) / left; undefined below two units. */
export function errorOf(variance: number, n: number, left: number): number | undefined {
  return n < 2 ? undefined : Math.sqrt(variance / n) / left;
}

/** Sum over the cells of a table. */
export function over(cells: Table, term: (row: number, column: number, share: number) => number): number {
  return cells.reduce((sum, row, i) => row.reduce((inner, share, j) => inner + term(i, j, share), sum), 0);
}

/** One cell; 0 outside. */
export function at(table: Table, row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}
