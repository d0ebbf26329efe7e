import { tanhInterval } from './fisher-z.ts';
import { productMoment, type Correlation } from './pearson.ts';
import { ranks } from './ranks.ts';

/**
 * Spearman's rank correlation of pairs: Pearson's of the ranks, ties sharing their mean rank, so that only order counts and one extreme
 * value decides nothing. Interval 95 % unless another level is asked for. Undefined below two pairs, and when either measure is constant.
 * Sources: Spearman, American Journal of Psychology 15 (1904) 72–101; interval: Bonett and Wright, Psychometrika 65 (2000) 23–28.
 */
export function spearman(x: readonly number[], y: readonly number[], level = 0.95): Correlation | undefined {
  const value = productMoment(ranks(x), ranks(y));
  if (value === undefined) return undefined;
  const n = x.length;
  return { value, n, interval: n < 4 ? undefined : tanhInterval(value, (1 + (value * value) / 2) / (n - 3), level) };
}
