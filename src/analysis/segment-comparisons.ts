import type { SegmentRow } from './segment-rows.ts';
import { newcombe } from './statistics/newcombe.ts';

/** Groups with fewer entries that could be followed to the horizon are not compared: their interval would be some 80 of 100 wide. */
export const COMPARE_FROM = 10;
/** Two periods with fewer each show no trend. */
export const TREND_FROM = 20;

/** Two groups of entries into one stage: how many more of 100 went on by the horizon. */
export interface Comparison {
  readonly of: string;
  /** The other group; undefined for all others together. */
  readonly against: string | undefined;
  readonly first: { readonly went: number; readonly of: number };
  readonly second: { readonly went: number; readonly of: number };
  /** First less second, −1 to 1, with Newcombe's interval at 95 %. */
  readonly difference: number;
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * Compares groups by those who could be followed to the horizon, so that nobody who is still waiting is taken for a no. Periods: the
 * latest two that are wide enough. Two groups: with each other, once. More: each with all others together.
 */
export function compareSegments(kind: 'time' | 'group', rows: readonly SegmentRow[]): Comparison[] {
  const guard = guardOf(kind);
  const wide = rows.filter(({ going }) => going.followed.of >= guard);
  if (kind === 'time') {
    const [before, last] = wide.slice(-2);
    return before && last ? compared(last, before.key, before.going.followed) : [];
  }
  const [one, other] = wide;
  if (rows.length === 2) return one && other ? compared(one, other.key, other.going.followed) : [];
  const all = sum(rows);
  return wide.flatMap((row) => {
    const rest = { went: all.went - row.going.followed.went, of: all.of - row.going.followed.of };
    return rest.of < guard ? [] : compared(row, undefined, rest);
  });
}

/** How many entries that could be followed a group needs. */
export function guardOf(kind: 'time' | 'group'): number {
  return kind === 'time' ? TREND_FROM : COMPARE_FROM;
}

/**
 * Whether a difference is clear even though so many comparisons were made: its interval at the level 1 − 0.05 / n leaves out zero
 * (Bonferroni; Dunn, JASA 56 (1961) 52–64). A title says no less cautiously that two groups differ.
 */
export function clearAmong({ first, second }: Comparison, comparisons: number): boolean {
  const [lower, upper] = newcombe(first.went, first.of, second.went, second.of, 1 - 0.05 / Math.max(1, comparisons))?.interval ?? [0, 0];
  return lower > 0 || upper < 0;
}

function compared(row: SegmentRow, against: string | undefined, second: { went: number; of: number }): Comparison[] {
  const first = row.going.followed;
  const found = newcombe(first.went, first.of, second.went, second.of);
  return found ? [{ of: row.key, against, first, second, difference: found.difference, interval: found.interval }] : [];
}

function sum(rows: readonly SegmentRow[]): { went: number; of: number } {
  return rows.reduce((total, { going: { followed } }) => ({ went: total.went + followed.went, of: total.of + followed.of }), { went: 0, of: 0 });
}
