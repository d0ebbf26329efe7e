import { normalTail } from './distributions/normal.ts';
import { categoriesOf, completeRows, NEARLY_ZERO, type Ratings } from './ratings.ts';

/** Fleiss' kappa of complete units. */
export interface FleissKappa {
  /** 1 = perfect, 0 = as chance. */
  readonly kappa: number;
  /** Of the test that it is 0, and its two-sided p. */
  readonly z: number;
  readonly p: number;
  /** Conger's exact kappa: chance from each rater's own habits; undefined where those agree always. */
  readonly conger: number | undefined;
  readonly units: number;
  readonly raters: number;
}

/**
 * Fleiss' kappa: agreement of several raters on categories without order, over the units that all of them marked. For holes, weights and
 * an interval see `multiRater`. Undefined without a complete unit, below two raters, and with one category only.
 * Source: Fleiss, Psychological Bulletin 76 (1971) 378–382; variance under chance: Fleiss, Nee and Landis, Psychological Bulletin 86
 * (1979) 974–977; exact: Conger, Psychological Bulletin 88 (1980) 322–328.
 */
export function fleissKappa(ratings: Ratings): FleissKappa | undefined {
  const rows = completeRows(ratings);
  const [n, r] = [rows.length, rows[0]?.length ?? 0];
  const categories = categoriesOf(rows);
  if (n === 0 || r < 2 || categories.length < 2) return undefined;
  let pairs = 0;
  for (const row of rows) for (const category of categories) {
    const count = row.filter((mark) => mark === category).length;
    pairs += count * (count - 1);
  }
  const observed = pairs / (n * r * (r - 1));
  const byRater = categories.map((category) => Array.from({ length: r }, (_, j) => rows.filter((row) => row[j] === category).length / n));
  const shares = byRater.map((list) => list.reduce((sum, share) => sum + share, 0) / r);
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  const spread = byRater.reduce((sum, list, k) => sum + list.reduce((inner, share) => inner + (share - (shares[k] ?? 0)) ** 2, 0), 0);
  const exact = expected - spread / (r * (r - 1));

  const pq = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const skew = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const error = Math.sqrt((2 / (n * r * (r - 1))) * (pq * pq - skew)) / pq;
  const kappa = (observed - expected) / (1 - expected);
  const z = kappa / error;
  return {
    kappa, z, p: Math.min(1, 2 * normalTail(Math.abs(z))), units: n, raters: r,
    conger: 1 - exact > NEARLY_ZERO ? (observed - exact) / (1 - exact) : undefined,
  };
}
