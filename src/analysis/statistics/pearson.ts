import { isConstant } from './constant.ts';
import { tanhInterval } from './fisher-z.ts';
import { mean, sum } from './mean.ts';
import { tTail } from './student-t.ts';

/** How closely two measures of the same people go together, from −1 to 1. */
export interface Correlation {
  readonly value: number;
  /** Pairs. */
  readonly n: number;
  /** Undefined below 4 pairs (Kendall: 5), and for a perfect relation. */
  readonly interval: readonly [number, number] | undefined;
}

/** A Pearson correlation with its test. */
export interface PearsonCorrelation extends Correlation {
  /** In standard errors if there were no relation, with n − 2 degrees of freedom; undefined for n = 2 and a perfect relation. */
  readonly t: number | undefined;
  /** Two-sided probability of `t`. */
  readonly p: number | undefined;
}

/**
 * Pearson's product-moment correlation of pairs (x and y have the same length), with the interval of Fisher's z; 95 % unless another level
 * is asked for. Undefined below two pairs, and when either measure is constant.
 * Sources: Pearson, Philosophical Transactions A 187 (1896) 253–318; Fisher, Metron 1 (1921) 3–32.
 */
export function pearson(x: readonly number[], y: readonly number[], level = 0.95): PearsonCorrelation | undefined {
  const n = x.length;
  const value = productMoment(x, y);
  if (value === undefined) return undefined;
  const interval = n < 4 ? undefined : tanhInterval(value, 1 / (n - 3), level);
  const rest = 1 - value * value;
  const t = n < 3 || rest < 1e-12 ? undefined : value * Math.sqrt((n - 2) / rest);
  return { value, n, interval, t, p: t === undefined ? undefined : 2 * tTail(Math.abs(t), n - 2) };
}

/** The bare coefficient, clipped to −1 and 1 against rounding; undefined below two pairs and when either measure is constant. */
export function productMoment(x: readonly number[], y: readonly number[]): number | undefined {
  const [meanX, meanY] = [mean(x), mean(y)];
  if (meanX === undefined || meanY === undefined || isConstant(x) || isConstant(y)) return undefined;
  const [dx, dy] = [x.map((value) => value - meanX), y.map((value) => value - meanY)];
  const both = sum(dx.map((value, index) => value * (dy[index] ?? 0)));
  const squares = Math.sqrt(sum(dx.map((value) => value * value)) * sum(dy.map((value) => value * value)));
  return squares === 0 ? undefined : Math.max(-1, Math.min(1, both / squares));
}
