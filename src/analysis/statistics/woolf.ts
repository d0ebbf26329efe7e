import { chiSquareTail } from './distributions/chi-square.ts';
import type { Stratum } from './mantel-haenszel.ts';

/** Whether one odds ratio can stand for all strata. */
export interface Homogeneity {
  readonly chiSquare: number;
  readonly df: number;
  /** Probability of strata that differ so much or more, had they one odds ratio; small: they differ. */
  readonly p: number;
}

/**
 * Woolf's test that the odds ratios of the strata are equal, with a half added to each cell; undefined below two strata that hold both
 * groups. Source: Woolf, Annals of Human Genetics 19 (1955) 251–253, as in the examples of R's `mantelhaen.test`.
 */
export function woolf(tables: readonly Stratum[]): Homogeneity | undefined {
  const strata = tables.filter(([a, b, c, d]) => a + b > 0 && c + d > 0).map(([a, b, c, d]) => {
    const [w, x, y, z] = [a + 0.5, b + 0.5, c + 0.5, d + 0.5];
    return { log: Math.log((w * z) / (x * y)), weight: 1 / (1 / w + 1 / x + 1 / y + 1 / z) };
  });
  if (strata.length < 2) return undefined;
  const weights = strata.reduce((sum, { weight }) => sum + weight, 0);
  const mean = strata.reduce((sum, { log, weight }) => sum + weight * log, 0) / weights;
  const chiSquare = strata.reduce((sum, { log, weight }) => sum + weight * (log - mean) ** 2, 0);
  return { chiSquare, df: strata.length - 1, p: chiSquareTail(chiSquare, strata.length - 1) };
}
