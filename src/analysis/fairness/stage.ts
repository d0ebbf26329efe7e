import { adverseImpact, type AdverseImpact } from '../statistics/adverse-impact.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Hidden } from './suppression.ts';
import type { Counts, Table } from './table.ts';

/** No verdict below this group size. */
export const VERDICT_FROM = 30;
/** From here on the ratio alone decides; below, only where ratio, Fisher's test and the flip of one person agree. */
export const SURE_FROM = 200;
/** Two-sided probability below which a difference counts as more than chance. */
export const BEYOND_CHANCE = 0.05;

/**
 * What can be said of one group against the reference: below four fifths; within; tests that do not agree; too few of either; nobody
 * went on at all.
 */
export type Verdict = 'below' | 'within' | 'tests-differ' | 'too-few' | 'none-selected';

/** One group against the group with the highest rate. Source of each figure: `adverseImpact`. */
export interface Comparison extends AdverseImpact {
  readonly verdict: Verdict;
}

/** One group at one stage. Counts are undefined where they are hidden, and with them all that follows from them. */
export interface GroupRate {
  readonly group: string;
  readonly reached: number | undefined;
  readonly advanced: number | undefined;
  /** advanced / reached, 0 to 1; undefined also where nobody reached the stage. */
  readonly rate: number | undefined;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | undefined;
  /** Undefined for the reference itself, and where there is none. */
  readonly comparison: Comparison | undefined;
}

/** Why a stage as a whole has no verdict: counts are hidden, one group only, nobody went on, too few to judge, tests that do not agree. */
export type FairnessGuard = 'suppressed' | 'one-group' | 'none-selected' | 'below-30' | 'tests-differ';

/** Selection rates of one stage. */
export interface StageFairness {
  readonly stage: string;
  /** In the order of their names. */
  readonly groups: readonly GroupRate[];
  /** The group the others are held against: the highest rate among the groups of 30 or more, else among all that are shown. */
  readonly reference: string | undefined;
  /** Whether every group reaches four fifths of the highest rate; undefined under a guard. */
  readonly fourFifths: boolean | undefined;
  readonly guard: FairnessGuard | undefined;
}

type Shown = Counts & { readonly group: string };

/** One stage of a record, as far as it may be shown. */
export function stageFairness(table: Table, hidden: Hidden, stage: number): StageFairness {
  const rows = table.groups.flatMap((group, index) => {
    const counts = table.at(stage, index);
    const reached = hidden.reached(stage, index) ? undefined : counts?.reached;
    const advanced = hidden.advanced(stage, index) ? undefined : counts?.advanced;
    // A group that this stage leaves out has a row only where the reader must know that something is missing.
    return [{ group, reached, advanced }];
  });
  const shown = rows.flatMap(({ group, reached, advanced }): Shown[] => (reached === undefined || advanced === undefined || reached === 0 ? [] : [{ group, reached, advanced }]));
  const reference = highest(shown.filter(({ reached }) => reached >= VERDICT_FROM)) ?? highest(shown);
  const groups = rows.map((row): GroupRate => {
    const known = shown.find(({ group }) => group === row.group);
    return {
      ...row,
      rate: known && known.advanced / known.reached,
      interval: known && wilson(known.advanced, known.reached),
      comparison: known && reference && known !== reference ? comparison(reference, known) : undefined,
    };
  });
  const hides = rows.some((row) => row.reached === undefined || row.advanced === undefined);
  return { stage: table.stages[stage] ?? '', groups, reference: shown.length < 2 ? undefined : reference?.group, ...overall(hides, groups) };
}

/** Of equal rates the larger group: a reference should be known well. */
function highest(groups: readonly Shown[]): Shown | undefined {
  return groups.reduce<Shown | undefined>((best, each) => {
    if (!best) return each;
    const [a, b] = [each.advanced * best.reached, best.advanced * each.reached];
    return a > b || (a === b && each.reached > best.reached) ? each : best;
  }, undefined);
}

/** One group against the reference, with the verdict that its size allows; undefined when either has nobody. */
export function comparison(reference: Counts, focal: Counts): Comparison | undefined {
  const impact = adverseImpact({ selected: reference.advanced, applicants: reference.reached }, { selected: focal.advanced, applicants: focal.reached });
  if (!impact) return undefined;
  // Everybody of both went on: Katz's interval has no width there, and would promise that nothing else can be.
  const flat = reference.advanced === reference.reached && focal.advanced === focal.reached;
  return { ...impact, ratioInterval: flat ? undefined : impact.ratioInterval, verdict: verdict(impact, reference, focal) };
}

function verdict(impact: AdverseImpact, reference: Counts, focal: Counts): Verdict {
  const size = Math.min(reference.reached, focal.reached);
  if (reference.advanced + focal.advanced === 0) return 'none-selected';
  if (size < VERDICT_FROM) return 'too-few';
  const agree = impact.belowFourFifths === impact.fisherTwoSided < BEYOND_CHANCE && !impact.flips;
  if (size < SURE_FROM && !agree) return 'tests-differ';
  return impact.belowFourFifths ? 'below' : 'within';
}

function overall(hides: boolean, groups: readonly GroupRate[]): Pick<StageFairness, 'fourFifths' | 'guard'> {
  const verdicts = groups.flatMap((each) => each.comparison?.verdict ?? []);
  const none = (guard: FairnessGuard): Pick<StageFairness, 'fourFifths' | 'guard'> => ({ fourFifths: undefined, guard });
  if (hides) return none('suppressed');
  if (verdicts.length === 0) return none('one-group');
  if (verdicts.every((each) => each === 'none-selected')) return none('none-selected');
  if (verdicts.includes('too-few')) return none('below-30');
  if (verdicts.includes('tests-differ')) return none('tests-differ');
  return { fourFifths: !verdicts.includes('below'), guard: undefined };
}
