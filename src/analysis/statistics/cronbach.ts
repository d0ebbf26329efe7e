import { isConstant } from './constant.ts';
import { fQuantile } from './distributions/f.ts';
import { mean, sum } from './mean.ts';

/** One item among the others. */
export interface ItemStatistics {
  readonly mean: number;
  /** Standard deviation over people, n − 1 below. */
  readonly sd: number;
  /** Correlation with the total of the other items: does it point the same way? Undefined when either is constant. */
  readonly itemTotal: number | undefined;
  /** Correlation with the total, the item included: always flatters. */
  readonly itemTotalUncorrected: number | undefined;
  /** Alpha of the other items; undefined when fewer than two are left or their total is constant. */
  readonly alphaIfDropped: number | undefined;
}

/** How far the items of a scale measure one thing. */
export interface CronbachAlpha {
  /** At most 1; negative when items contradict each other. */
  readonly alpha: number;
  /** Alpha if every item had the same spread; undefined when an item is constant. */
  readonly standardized: number | undefined;
  /** Feldt's; undefined when alpha is 1. */
  readonly interval: readonly [number, number] | undefined;
  readonly people: number;
  readonly items: readonly ItemStatistics[];
}

/**
 * Cronbach's alpha of people (rows) by items (columns), every cell filled; interval 95 % unless another level is asked for. Undefined below
 * two people or two items, with rows of unequal length, and when all totals are the same.
 * Sources: Cronbach, Psychometrika 16 (1951) 297–334; interval: Feldt, Psychometrika 30 (1965) 357–370.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[], level = 0.95): CronbachAlpha | undefined {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || rows.some((row) => row.length !== k)) return undefined;
  const columns = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? 0));
  const covariances = covariancesOf(columns);
  const own = covariances.map((row, item) => row[item] ?? 0);
  const withAll = covariances.map((row) => sum(row));
  const total = sum(withAll);
  if (k < 2 || isNone(total, own)) return undefined;
  const alpha = alphaOf(k, sum(own), total);
  return {
    alpha, standardized: standardized(covariances, own), interval: interval(alpha, n, k, level), people: n,
    items: own.map((variance, item): ItemStatistics => {
      const all = withAll[item] ?? 0;
      const rest = total - 2 * all + variance;
      return {
        mean: mean(columns[item] ?? []) ?? 0, sd: Math.sqrt(variance),
        itemTotal: correlation(all - variance, variance, rest, own), itemTotalUncorrected: correlation(all, variance, total, own),
        alphaIfDropped: k < 3 || isNone(rest, own) ? undefined : alphaOf(k - 1, sum(own) - variance, rest),
      };
    }),
  };
}

function alphaOf(k: number, own: number, total: number): number {
  return (k / (k - 1)) * (1 - own / total);
}

/** Covariances of every two items, n − 1 below; everything else is a sum of them. */
function covariancesOf(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const deviations = columns.map((column) => {
    const centre = mean(column) ?? 0;
    return isConstant(column) ? column.map(() => 0) : column.map((value) => value - centre);
  });
  const found: number[][] = columns.map(() => []);
  deviations.forEach((one, i) => deviations.slice(0, i + 1).forEach((other, j) => {
    const covariance = sum(one.map((value, person) => value * (other[person] ?? 0))) / (one.length - 1);
    [found[i], found[j]].forEach((row, side) => row && (row[side === 0 ? j : i] = covariance));
  }));
  return found;
}

/** Whether a variance is nothing but rounding beside those of the items. */
function isNone(variance: number, own: readonly number[]): boolean {
  return variance <= 1e-12 * sum(own);
}

function correlation(covariance: number, one: number, other: number, own: readonly number[]): number | undefined {
  return one === 0 || isNone(other, own) ? undefined : Math.max(-1, Math.min(1, covariance / Math.sqrt(one * other)));
}

function standardized(covariances: readonly (readonly number[])[], own: readonly number[]): number | undefined {
  const k = own.length;
  if (own.some((variance) => variance === 0)) return undefined;
  const r = mean(covariances.flatMap((row, i) => row.slice(0, i).map((covariance, j) => covariance / Math.sqrt((own[i] ?? 0) * (own[j] ?? 0))))) ?? 0;
  return 1 + (k - 1) * r <= 0 ? undefined : (k * r) / (1 + (k - 1) * r);
}

function interval(alpha: number, n: number, k: number, level: number): readonly [number, number] | undefined {
  if (1 - alpha < 1e-12) return undefined;
  const [d1, d2] = [n - 1, (n - 1) * (k - 1)];
  const outside = (1 - level) / 2;
  return [1 - (1 - alpha) / fQuantile(outside, d2, d1), 1 - (1 - alpha) * fQuantile(outside, d1, d2)];
}
