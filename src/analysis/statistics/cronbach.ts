import { isConstant } from './constant.ts';
import { fQuantile } from './distributions/f.ts';
import { mean, sum } from './mean.ts';
import { productMoment } from './pearson.ts';

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
  const alpha = alphaOf(columns);
  if (alpha === undefined) return undefined;
  const totals = rows.map((row) => sum(row));
  return {
    alpha, standardized: standardized(columns), interval: interval(alpha, n, k, level), people: n,
    items: columns.map((column, item): ItemStatistics => {
      const rest = totals.map((total, person) => total - (column[person] ?? 0));
      return {
        mean: mean(column) ?? 0, sd: Math.sqrt(variance(column)),
        itemTotal: productMoment(column, rest), itemTotalUncorrected: productMoment(column, totals),
        alphaIfDropped: alphaOf(columns.filter((_, other) => other !== item)),
      };
    }),
  };
}

function alphaOf(columns: readonly (readonly number[])[]): number | undefined {
  const k = columns.length;
  const people = columns[0] ?? [];
  const total = variance(people.map((_, person) => sum(columns.map((column) => column[person] ?? 0))));
  if (k < 2 || total === 0) return undefined;
  return (k / (k - 1)) * (1 - sum(columns.map(variance)) / total);
}

function standardized(columns: readonly (readonly number[])[]): number | undefined {
  const k = columns.length;
  const pairs = columns.flatMap((column, item) => columns.slice(item + 1).map((other) => productMoment(column, other)));
  const known = pairs.flatMap((value) => value ?? []);
  const r = mean(known);
  if (r === undefined || known.length < pairs.length || 1 + (k - 1) * r <= 0) return undefined;
  return (k * r) / (1 + (k - 1) * r);
}

function interval(alpha: number, n: number, k: number, level: number): readonly [number, number] | undefined {
  if (1 - alpha < 1e-12) return undefined;
  const [d1, d2] = [n - 1, (n - 1) * (k - 1)];
  const outside = (1 - level) / 2;
  return [1 - (1 - alpha) * fQuantile(1 - outside, d1, d2), 1 - (1 - alpha) * fQuantile(outside, d1, d2)];
}

/** n − 1 below; exactly 0 for equal values, whatever rounding makes of their mean. */
function variance(values: readonly number[]): number {
  const centre = mean(values);
  if (centre === undefined || values.length < 2 || isConstant(values)) return 0;
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}
