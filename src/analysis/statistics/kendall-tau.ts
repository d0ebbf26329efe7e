import { tanhInterval } from './fisher-z.ts';
import type { Correlation } from './pearson.ts';

/**
 * Kendall's tau-b of pairs: the share of pairs of people whom both measures put in the same order less the share put in opposite order,
 * corrected for ties. The interval is on Fisher's z with variance 0.437 / (n − 4); 95 % unless another level is asked for, from 5 pairs.
 * Undefined below two pairs, and when either measure is constant.
 * Sources: Kendall, Biometrika 33 (1945) 239–251; interval: Fieller, Hartley and Pearson, Biometrika 44 (1957) 470–481, as reviewed by
 * Bonett and Wright, Psychometrika 65 (2000) 23–28.
 */
export function kendallTauB(x: readonly number[], y: readonly number[], level = 0.95): Correlation | undefined {
  const n = x.length;
  let [balance, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const dx = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const dy = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      balance += dx * dy;
      untiedX += Math.abs(dx);
      untiedY += Math.abs(dy);
    }
  }
  if (untiedX === 0 || untiedY === 0) return undefined;
  const value = balance / Math.sqrt(untiedX * untiedY);
  return { value, n, interval: n < 5 ? undefined : tanhInterval(value, 0.437 / (n - 4), level) };
}
