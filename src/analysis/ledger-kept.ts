import type { CandidateFacts, ReplyState } from './facts.ts';
import { wilson } from './statistics/wilson.ts';

/** Fewer settled promises than this are shown as counts only. */
export const KEPT_FROM = 5;

/** One promised answer, by what it is counted under. */
export interface Promised {
  readonly role: string;
  readonly stage: string;
  readonly manager: string | undefined;
  /** Who sent the answer; undefined while nobody has. */
  readonly by: string | undefined;
  readonly state: ReplyState;
}

/** What became of promises. */
export interface KeptCounts {
  readonly kept: number;
  /** Answered after the due moment. */
  readonly late: number;
  /** Not answered, and due. */
  readonly overdue: number;
  /** Not answered, and not due: counted neither way. */
  readonly open: number;
  /** Wilson interval at 95 % of kept among kept, late and overdue, 0 to 1; undefined below five of them. */
  readonly interval: readonly [lower: number, upper: number] | undefined;
}

/** The counts of one role, stage or person. */
export interface Kept extends KeptCounts {
  readonly key: string;
}

/** Every answer a candidate was promised. */
export function promisesOf({ role, manager, visits }: CandidateFacts): Promised[] {
  return visits.flatMap(({ stage, reply }) => (reply ? [{ role, stage, manager, by: reply.answeredBy, state: reply.state }] : []));
}

/** Counts what became of promises. Open and overdue counts as broken, open and not due is left out of the interval. */
export function tally(promises: readonly Promised[]): KeptCounts {
  const counts = { kept: 0, late: 0, overdue: 0, open: 0 };
  for (const { state } of promises) counts[state] += 1;
  const settled = counts.kept + counts.late + counts.overdue;
  return { ...counts, interval: settled < KEPT_FROM ? undefined : wilson(counts.kept, settled) };
}

/** The same by role, stage or person, in the order given; what stands outside of it follows by name, what was promised nothing is left out. */
export function keptBy(promises: readonly Promised[], keyOf: (promise: Promised) => string | undefined, order: readonly string[]): Kept[] {
  const groups = Map.groupBy(promises, keyOf);
  const known = new Set(order);
  const others = [...groups.keys()].filter((key) => key !== undefined && !known.has(key)).sort();
  return [...order, ...others].flatMap((key) => {
    const group = key === undefined ? undefined : groups.get(key);
    return key === undefined || !group ? [] : [{ key, ...tally(group) }];
  });
}
