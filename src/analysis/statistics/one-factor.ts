import { mean } from './mean.ts';
import { productMoment } from './pearson.ts';

/** What one common factor explains of some items. */
export interface OneFactor {
  /** By item: its correlation with the factor; the first item's is not negative. */
  readonly loadings: readonly number[];
  /** By item: the share of its variance that is its own, from 0.005 to 1. */
  readonly uniquenesses: readonly number[];
}

/** Below this an item would be the factor itself (a Heywood case); R stops at the same place. */
const LEAST_OWN = 0.005;
const MOST_ROUNDS = 50_000;
const SETTLED = 1e-13;

/**
 * Maximum likelihood of one common factor over people (rows) by items (columns), on correlations. Undefined below three items, and when an
 * item is constant or the rounds do not settle. Found by expectation and maximisation in turn, which never steps past the top.
 * Sources: Jöreskog, Psychometrika 32 (1967) 443–482; Rubin and Thayer, Psychometrika 47 (1982) 69–76.
 */
export function oneFactor(rows: readonly (readonly number[])[]): OneFactor | undefined {
  const k = rows[0]?.length ?? 0;
  if (k < 3) return undefined;
  const columns = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? 0));
  const correlations = columns.map((column, i) => columns.map((other, j) => (i === j ? 1 : productMoment(column, other))));
  const known = correlations.map((row) => row.flatMap((value) => value ?? []));
  return known.some((row) => row.length < k) ? undefined : fit(known);
}

function fit(correlations: readonly (readonly number[])[]): OneFactor | undefined {
  let loadings: readonly number[] = correlations.map((row) => Math.max(0.1, Math.sqrt(Math.abs(mean(row) ?? 0))));
  let own: readonly number[] = loadings.map((loading) => Math.max(LEAST_OWN, 1 - loading * loading));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const weighted = loadings.map((loading, item) => loading / (own[item] ?? 1));
    const size = 1 + dot(weighted, loadings);
    // The factor as it is expected from the items: these weights, and the variance that this leaves open.
    const weights = weighted.map((value) => value / size);
    const shared = correlations.map((row) => dot(row, weights));
    const variance = 1 / size + dot(shared, weights);
    const next = shared.map((value) => value / variance);
    const nextOwn = next.map((loading, item) => Math.max(LEAST_OWN, 1 - loading * (shared[item] ?? 0)));
    const change = Math.max(...next.map((value, item) => Math.abs(value - (loadings[item] ?? 0))), ...nextOwn.map((value, item) => Math.abs(value - (own[item] ?? 0))));
    [loadings, own] = [next, nextOwn];
    if (change < SETTLED) {
      const sign = (loadings[0] ?? 0) < 0 ? -1 : 1;
      return { loadings: loadings.map((loading) => sign * loading), uniquenesses: own };
    }
  }
  return undefined;
}

/**
 * McDonald's omega total: the share of the variance of a sum of items that their one common factor makes, 0 to 1. `scale` weights the items:
 * their standard deviations for the sum as it is, ones for the sum of standardised items. Source: McDonald, Test Theory (1999), chapter 6.
 */
export function omegaTotal({ loadings, uniquenesses }: OneFactor, scale: readonly number[]): number {
  const common = dot(loadings, scale) ** 2;
  return common / (common + dot(uniquenesses, scale.map((value) => value * value)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, index) => total + value * (b[index] ?? 0), 0);
}
