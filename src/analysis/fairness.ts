import type { Fairness } from '../model/fairness.ts';
import { fisherTwoSided } from './statistics/fisher.ts';

/** One group at one stage. Counts and rates are undefined where they are suppressed. */
export interface GroupRate {
  readonly group: string;
  readonly reached: number | undefined;
  readonly advanced: number | undefined;
  /** advanced / reached, 0 to 1. */
  readonly rate: number | undefined;
  /** Rate against the highest group's. */
  readonly ratio: number | undefined;
}

/** Why there is no verdict: too few to show, too few to judge, tests that do not agree, or a single group. */
export type FairnessGuard = 'suppressed' | 'below-30' | 'tests-differ' | 'one-group';

/** Selection rates of one stage. */
export interface StageFairness {
  readonly stage: string;
  /** In the order of their names. */
  readonly groups: readonly GroupRate[];
  /** Whether every group reaches four fifths of the highest rate; undefined under a guard. */
  readonly fourFifths: boolean | undefined;
  readonly guard: FairnessGuard | undefined;
}

/** A group below this is suppressed, and the next smallest with it, or subtraction would give it away. */
export const GROUP_MIN = 5;
/** No verdict below this group size, and below `SURE_FROM` only where ratio, Fisher and the flip of one person agree. */
export const VERDICT_FROM = 30;
export const SURE_FROM = 200;

interface Counts {
  readonly reached: number;
  readonly advanced: number;
}

/** Rates stage by stage, in the record's order: a balanced bottom line is no defence for a stage (Connecticut v. Teal, 1982). */
export function fairness(record: Fairness): StageFairness[] {
  return Object.entries(record.stages).map(([stage, groups]) => stageFairness(stage, groups));
}

/**
 * Whether a group's rate lies below four fifths of the reference's, in integers: 5·s₂·n₁ < 4·s₁·n₂. In floating point tables that
 * are exactly 4/5 fail. Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978).
 */
export function belowFourFifths(reference: Counts, focal: Counts): boolean {
  return 5 * focal.advanced * reference.reached < 4 * reference.advanced * focal.reached;
}

function stageFairness(stage: string, record: Readonly<Record<string, Counts>>): StageFairness {
  const groups = Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hidden = suppressed(groups);
  const shown = groups.filter(([name, counts]) => !hidden.has(name) && counts.reached > 0);
  const highest = shown.reduce<Counts | undefined>((best, [, counts]) => (!best || counts.advanced * best.reached > best.advanced * counts.reached ? counts : best), undefined);
  const rates = groups.map(([group, { reached, advanced }]): GroupRate => {
    if (hidden.has(group)) return { group, reached: undefined, advanced: undefined, rate: undefined, ratio: undefined };
    const rate = reached === 0 ? undefined : advanced / reached;
    const top = highest && highest.advanced > 0 ? highest.advanced / highest.reached : undefined;
    return { group, reached, advanced, rate, ratio: rate === undefined || top === undefined ? undefined : rate / top };
  });
  return { stage, groups: rates, ...verdict(hidden.size > 0, highest, shown.map(([, counts]) => counts)) };
}

/** Small counts and their complement: with one group hidden, the next smallest goes too, since the total is known elsewhere. */
function suppressed(groups: readonly (readonly [string, Counts])[]): ReadonlySet<string> {
  const small = (count: number): boolean => count > 0 && count < GROUP_MIN;
  const hidden = new Set(groups.filter(([, counts]) => small(counts.reached) || small(counts.advanced)).map(([name]) => name));
  const next = groups.filter(([name]) => !hidden.has(name)).toSorted(([, a], [, b]) => a.reached - b.reached)[0];
  if (hidden.size === 1 && next) hidden.add(next[0]);
  return hidden;
}

function verdict(hides: boolean, highest: Counts | undefined, shown: readonly Counts[]): Pick<StageFairness, 'fourFifths' | 'guard'> {
  if (hides) return { fourFifths: undefined, guard: 'suppressed' };
  if (!highest || shown.length < 2) return { fourFifths: undefined, guard: 'one-group' };
  if (shown.some((counts) => counts.reached < VERDICT_FROM)) return { fourFifths: undefined, guard: 'below-30' };
  const others = shown.filter((counts) => counts !== highest);
  if (others.some((counts) => Math.min(counts.reached, highest.reached) < SURE_FROM && !agreed(highest, counts))) return { fourFifths: undefined, guard: 'tests-differ' };
  return { fourFifths: !others.some((counts) => belowFourFifths(highest, counts)), guard: undefined };
}

/** Ratio, Fisher at 5 % and the flip of one person say the same. */
function agreed(reference: Counts, focal: Counts): boolean {
  const below = belowFourFifths(reference, focal);
  const significant = fisherTwoSided(reference.advanced, reference.reached - reference.advanced, focal.advanced, focal.reached - focal.advanced) < 0.05;
  return below === significant && belowFourFifths(reference, flipped(focal, below ? 1 : -1)) === below;
}

function flipped(counts: Counts, by: number): Counts {
  return { reached: counts.reached, advanced: Math.min(counts.reached, Math.max(0, counts.advanced + by)) };
}
