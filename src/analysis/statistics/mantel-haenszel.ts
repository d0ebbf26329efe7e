import { Z_95 } from './distributions/normal.ts';

/** Two groups in one stratum, as a 2×2 table: [[a, b], [c, d]] = chosen and not chosen of the first, chosen and not chosen of the second. */
export type Stratum = readonly [a: number, b: number, c: number, d: number];

/** Odds of the first group against the second, had both been spread over the strata alike. */
export interface CommonOdds {
  /** From 0 up; 1 = no difference, above 1 the first group is chosen more. */
  readonly ratio: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  /** Strata that have people of both groups. */
  readonly strata: number;
}

/**
 * The Mantel–Haenszel common odds ratio over strata, with the interval of Robins, Breslow and Greenland; undefined where no stratum
 * holds both groups, or where one group is always or never chosen. It is an average: where the strata differ among themselves
 * (`woolf`), it describes none of them.
 * Source: Mantel and Haenszel, JNCI 22 (1959) 719–748; Robins, Breslow and Greenland, Biometrics 42 (1986) 311–323. R: `mantelhaen.test`.
 */
export function mantelHaenszel(tables: readonly Stratum[]): CommonOdds | undefined {
  const strata = tables.filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const [a, b, c, d] of strata) {
    const n = a + b + c + d;
    const [along, across, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    r += along;
    s += across;
    pr += p * along;
    psqr += p * across + q * along;
    qs += q * across;
  }
  if (r === 0 || s === 0) return undefined;
  const error = Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
  const log = Math.log(r / s);
  return { ratio: r / s, interval: [Math.exp(log - Z_95 * error), Math.exp(log + Z_95 * error)], strata: strata.length };
}
