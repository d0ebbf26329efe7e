import { mantelHaenszel, type CommonOdds, type Stratum } from '../statistics/mantel-haenszel.ts';
import { woolf } from '../statistics/woolf.ts';
import { BEYOND_CHANCE, comparison, VERDICT_FROM, type Comparison, type StageFairness } from './stage.ts';
import type { Counts } from './table.ts';

/** One stage of one opening, as far as it is shown. */
export interface Opening {
  readonly role: string;
  readonly stage: StageFairness;
}

/** Two groups in one opening. */
export interface Apart {
  readonly role: string;
  readonly focal: Counts;
  readonly reference: Counts;
  readonly comparison: Comparison;
}

/**
 * What becomes of a difference when the openings are looked at one by one: it turns round, it is gone, it only shows then, it stays,
 * or there was none.
 */
export type Pattern = 'reversed' | 'gone' | 'uncovered' | 'stays' | 'none';

/** Two groups over several openings: all together, and each opening by itself. */
export interface Pooled {
  readonly focal: string;
  /** The higher rate of all together. */
  readonly reference: string;
  readonly together: { readonly focal: Counts; readonly reference: Counts; readonly comparison: Comparison };
  readonly apart: readonly Apart[];
  /** Openings whose counts are hidden, in part at least: adding them in would give the hidden ones away. */
  readonly leftOut: readonly string[];
  /** Odds of the focal group against the reference within the openings; below 1 it goes on less. */
  readonly adjusted: CommonOdds | undefined;
  /** Whether the openings differ among themselves, so that no single figure stands for them: Woolf's p. */
  readonly differ: number | undefined;
  readonly pattern: Pattern;
}

/**
 * Compares groups over several openings. Only counts that are shown for each opening are added, so a total never holds more than what
 * stands beside it. Needs two openings with people of both groups, and 30 of each group in them.
 */
export function pooled(openings: readonly Opening[]): Pooled[] {
  const visible = openings.filter(({ stage }) => stage.guard !== 'suppressed');
  const leftOut = openings.filter(({ stage }) => stage.guard === 'suppressed').map(({ role }) => role);
  const totals = new Map<string, Counts>();
  for (const { group, reached = 0, advanced = 0 } of visible.flatMap(({ stage }) => stage.groups)) {
    const sum = totals.get(group) ?? NOBODY;
    totals.set(group, { reached: sum.reached + reached, advanced: sum.advanced + advanced });
  }
  const [highest, ...others] = [...totals].filter(([, { reached }]) => reached >= VERDICT_FROM).toSorted(([, a], [, b]) => b.advanced * a.reached - a.advanced * b.reached || b.reached - a.reached);
  return others.flatMap(([group]): Pooled[] => {
    const pair = highest && pairOf(visible, group, highest[0]);
    return pair ? [{ ...pair, leftOut }] : [];
  });
}

const NOBODY: Counts = { reached: 0, advanced: 0 };

/** Two groups over the openings in which both have people; the group behind is the focal one. */
function pairOf(visible: readonly Opening[], focal: string, reference: string): Omit<Pooled, 'leftOut'> | undefined {
  const apart = visible.flatMap(({ role, stage }) => both(role, stage, focal, reference));
  const sum = (of: (each: Apart) => Counts): Counts => apart.reduce((all, each) => ({ reached: all.reached + of(each).reached, advanced: all.advanced + of(each).advanced }), NOBODY);
  const [mine, theirs] = [sum((each) => each.focal), sum((each) => each.reference)];
  if (apart.length < 2 || mine.reached < VERDICT_FROM || theirs.reached < VERDICT_FROM) return undefined;
  // Openings with people of one group only may have put this group in front.
  if (mine.advanced * theirs.reached > theirs.advanced * mine.reached) return pairOf(visible, reference, focal);
  const compared = comparison(theirs, mine);
  if (!compared) return undefined;
  const strata = apart.map((each): Stratum => [each.focal.advanced, each.focal.reached - each.focal.advanced, each.reference.advanced, each.reference.reached - each.reference.advanced]);
  const adjusted = mantelHaenszel(strata);
  return { focal, reference, together: { focal: mine, reference: theirs, comparison: compared }, apart, adjusted, differ: woolf(strata)?.p, pattern: patternOf(compared, adjusted) };
}

function both(role: string, { groups }: StageFairness, focal: string, reference: string): Apart[] {
  const of = (name: string): Counts | undefined => {
    const found = groups.find(({ group }) => group === name);
    return found?.reached === undefined || found.advanced === undefined || found.reached === 0 ? undefined : { reached: found.reached, advanced: found.advanced };
  };
  const [a, b] = [of(focal), of(reference)];
  const compared = a && b && comparison(b, a);
  return compared ? [{ role, focal: a, reference: b, comparison: compared }] : [];
}

/** The focal group is the one behind when all are taken together. */
function patternOf({ fisherTwoSided }: Comparison, adjusted: CommonOdds | undefined): Pattern {
  const apart = adjusted !== undefined && (adjusted.interval[1] < 1 || adjusted.interval[0] > 1);
  if (fisherTwoSided >= BEYOND_CHANCE) return apart ? 'uncovered' : 'none';
  if (adjusted === undefined) return 'stays';
  if (adjusted.ratio >= 1) return 'reversed';
  return apart ? 'stays' : 'gone';
}
