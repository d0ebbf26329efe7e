import { wilson } from '../statistics/wilson.ts';
import { ofHundred, percent, percentRange } from '../words/numbers.ts';
import { SHARE_FROM } from './guards.ts';

/** `x` of `n`, with a share and its 95 % interval where there are enough; both from 0 to 1. */
export interface Share {
  readonly x: number;
  readonly n: number;
  readonly share: number | undefined;
  readonly interval: readonly [number, number] | undefined;
}

/**
 * A share with its Wilson interval; counts alone below five.
 * @param apart how many of the `n` stand apart from each other: marks of several reviewers on one piece of work are alike, so that an
 * interval of all of them would be too narrow. Without it all of them do.
 */
export function shareOf(x: number, n: number, apart = n): Share {
  if (n < SHARE_FROM || apart < SHARE_FROM) return { x, n, share: undefined, interval: undefined };
  return { x, n, share: x / n, interval: wilson((x / n) * apart, apart) };
}

/** `12 of 30, 40 % (25–58 %)`; `3 of 4`. */
export function shareWords({ x, n, share, interval }: Share): string {
  return share === undefined || interval === undefined ? `${x} of ${n}` : `${x} of ${n}, ${percent(share)} (${percentRange(interval)})`;
}

/** A share as a sentence: what was counted, then what the interval says. @param did `decided visits went on` */
export function shareSays(share: Share, did: string): string {
  const counts = `${share.x} of ${share.n} ${did}`;
  if (share.share === undefined || share.interval === undefined) return `${counts}: too few for a percentage.`;
  return `${counts}, ${percent(share.share)} (${percentRange(share.interval)}): ${ofHundred(share.interval)}.`;
}

/** Whether the whole interval lies above a share. */
export function surelyAbove({ interval }: Share, limit: number): boolean {
  return interval !== undefined && interval[0] > limit;
}
