import { at, errorOf, kappaOf, over, sharesOf, weightsOf, type Shares, type Table, type Weights } from './kappa.ts';
import { NEARLY_ZERO, type Weighting } from './ratings.ts';

/** A coefficient of two raters; the standard error where this table has one. */
export interface TableCoefficient {
  readonly value: number;
  readonly error?: number | undefined;
}

/** Five coefficients of one table; one that is not defined is undefined. */
export interface TwoRaters {
  readonly cohen: TableCoefficient | undefined;
  readonly gwet: TableCoefficient | undefined;
  readonly krippendorff: TableCoefficient | undefined;
  readonly scott: TableCoefficient | undefined;
  readonly brennanPrediger: TableCoefficient | undefined;
}

/**
 * Agreement of two raters from their square table of counts, weighted by how many steps the categories lie apart. They differ in what
 * they call chance: the two raters' own margins (Cohen), their common margins (Scott, Krippendorff), every category alike
 * (Brennan–Prediger), or how hard the categories are to tell apart (Gwet). Undefined for a table that is empty or not square.
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), chapters 3 and 6.
 */
export function twoRaters(table: Table, weighting: Weighting): TwoRaters | undefined {
  const shares = sharesOf(table);
  if (!shares) return undefined;
  const weights = weightsOf(weighting, table.length);
  const observed = over(shares.cells, (i, j, share) => share * at(weights, i, j));
  const common = shares.rows.map((share, k) => (share + (shares.columns[k] ?? 0)) / 2);
  const chance = over(weights, (i, j, weight) => weight * (common[i] ?? 0) * (common[j] ?? 0));
  // Alpha draws without replacement from 2 n marks.
  const small = 1 / (2 * shares.n);
  const cohen = kappaOf(shares, weights);
  return {
    cohen: cohen && { value: cohen.value, error: cohen.error },
    gwet: gwetOf(shares, weights, common, observed),
    krippendorff: corrected((1 - small) * observed + small, chance),
    scott: corrected(observed, chance),
    brennanPrediger: corrected(observed, over(weights, (_, __, weight) => weight) / weights.length ** 2),
  };
}

function corrected(observed: number, expected: number): TableCoefficient | undefined {
  return 1 - expected > NEARLY_ZERO ? { value: (observed - expected) / (1 - expected) } : undefined;
}

function gwetOf(shares: Shares, weights: Weights, common: readonly number[], observed: number): TableCoefficient | undefined {
  const q = weights.length;
  if (q < 2) return undefined;
  const scale = over(weights, (_, __, weight) => weight) / (q * (q - 1));
  const expected = scale * common.reduce((sum, share) => sum + share * (1 - share), 0);
  const left = 1 - expected;
  if (!(left > NEARLY_ZERO)) return undefined;
  const value = (observed - expected) / left;
  const centre = observed - 2 * (1 - value) * expected;
  const variance = over(shares.cells, (i, j, share) => {
    const chance = scale * (1 - ((common[i] ?? 0) + (common[j] ?? 0)) / 2);
    return share * (at(weights, i, j) - 2 * (1 - value) * chance - centre) ** 2;
  });
  return { value, error: errorOf(variance, shares.n, left) };
}
