import { lowerHours, upperHours, type Duration } from '../../model/duration.ts';
import { quantile } from '../statistics/quantile.ts';
import { SHARE_FROM } from './guards.ts';
import { shareOf, shareWords, type Share } from './share.ts';

/** Working time that people say they needed, against the effort we state; in minutes. */
export interface EffortHealth {
  readonly n: number;
  /** Lower quartile, median and upper quartile; undefined below five. */
  readonly quartiles: readonly [number, number, number] | undefined;
  /** The effort we state, from and to. */
  readonly stated: readonly [number, number];
  /** Who needed more than its upper end. */
  readonly above: Share;
  readonly says: string;
}

/** Sets reported minutes against a stated effort. @param minutes in any order */
export function effortHealth(minutes: readonly number[], effort: Duration): EffortHealth {
  const stated = [lowerHours(effort) * 60, upperHours(effort) * 60] as const;
  const n = minutes.length;
  const above = shareOf(minutes.filter((each) => each > stated[1]).length, n);
  const at = (share: number): number => quantile(minutes, share) ?? 0;
  const quartiles = n < SHARE_FROM ? undefined : [at(0.25), at(0.5), at(0.75)] as const;
  return { n, quartiles, stated, above, says: says(n, quartiles, above, effort) };
}

function says(n: number, quartiles: EffortHealth['quartiles'], above: Share, effort: Duration): string {
  const stated = effort.text.replace(/(\d)\s?-\s?(\d)/, '$1–$2');
  if (n === 0) return `Nobody said how long it took; we state ${stated}.`;
  if (quartiles === undefined) return `${n === 1 ? 'One person' : `${n} people`} said how long it took: too few for a median. We state ${stated}.`;
  return `Half of ${n} needed between ${clock(quartiles[0])} and ${clock(quartiles[2])}, the one in the middle ${clock(quartiles[1])}. More than the ${clock(upperHours(effort) * 60)} we state: ${shareWords(above)}.`;
}

/** `4 h 15 min`, `45 min`. @param minutes whole or not */
export function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
  return [hours > 0 ? `${hours}\u00a0h` : '', rest > 0 || hours === 0 ? `${rest}\u00a0min` : ''].filter((part) => part !== '').join(' ');
}
