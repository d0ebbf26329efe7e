import { Z_95 } from '../statistics/distributions/normal.ts';

/** The 80 % point of the standard normal distribution. */
const Z_80 = 0.8416212335729143;

/** The correlation that one would want to tell from none: what a good single method reaches. */
export const SOUGHT = 0.3;
/** Half of an interval's width from which a correlation is known well enough to act on. */
export const NARROW = 0.2;

/**
 * Pairs needed so that a correlation of `sought` is told from none at 95 % in four of five times; undefined outside (0, 1).
 * Source: Fisher's z with standard error 1/√(n − 3).
 */
export function pairsToTell(sought: number): number | undefined {
  if (!(sought > 0 && sought < 1)) return undefined;
  return Math.ceil(((Z_95 + Z_80) / Math.atanh(sought)) ** 2 + 3);
}

/**
 * Pairs needed so that the Bonett–Wright interval of a rank correlation reaches at most `half` to either side of its middle; undefined
 * for a correlation outside (−1, 1) or a width that is none.
 * Source: Bonett and Wright, Psychometrika 65 (2000) 23–28: standard error √((1 + r²/2)/(n − 3)).
 */
export function pairsForWidth(value: number, half: number): number | undefined {
  if (!(Math.abs(value) < 1) || !(half > 0)) return undefined;
  const z = Math.atanh(value);
  const width = (n: number): number => {
    const reach = Z_95 * Math.sqrt((1 + (value * value) / 2) / (n - 3));
    return (Math.tanh(z + reach) - Math.tanh(z - reach)) / 2;
  };
  // Wider than ±1 no interval is, so four pairs are always enough for that.
  let [low, high] = [3, 4];
  while (width(high) > half && high < 1e9) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (width(middle) > half) low = middle;
    else high = middle;
  }
  return high;
}
