import { wilson } from './wilson.ts';

/** A difference of two shares, from −1 to 1. */
export interface Difference {
  /** The first share less the second. */
  readonly difference: number;
  readonly interval: readonly [number, number];
}

/**
 * The difference of two independent shares, x1 of n1 less x2 of n2, with an interval made from both Wilson intervals; 95 % unless another
 * level is asked for. Undefined when either has no trials. Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, level = 0.95): Difference | undefined {
  const first = wilson(x1, n1, level);
  const second = wilson(x2, n2, level);
  if (!first || !second) return undefined;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    interval: [
      Math.max(-1, difference - Math.hypot(p1 - first[0], second[1] - p2)),
      Math.min(1, difference + Math.hypot(first[1] - p1, p2 - second[0])),
    ],
  };
}
