import { listed } from '../../model/words.ts';
import { coefficient, coefficientRange, ofHundred, percent, probability } from '../words/numbers.ts';
import type { Apart, Pooled } from './pooled.ts';
import { BEYOND_CHANCE } from './stage.ts';
import type { Counts } from './table.ts';
import { chanceWords, countedGroup, groupWords } from './words.ts';

/** What pooled figures hide or make up, sentence by sentence. */
export interface PooledWords {
  /** For a title. */
  readonly finding: string;
  /** The finding with its numbers, for the title over a drawing. */
  readonly drawn: string;
  /** All openings thrown together. */
  readonly together: string;
  /** Opening by opening. */
  readonly apart: string;
  /** Why the two differ; undefined where they do not. */
  readonly reason: string | undefined;
  /** The openings held against themselves, as one figure. */
  readonly adjusted: string;
  /** What is left out; undefined when nothing is. */
  readonly leftOut: string | undefined;
}

/** The comparison in plain words. `where` is the stage; `titleOf` names an opening. */
export function pooledWords(pooled: Pooled, where: string, titleOf: (role: string) => string): PooledWords {
  const { focal, reference, together, leftOut, apart } = pooled;
  return {
    finding: findingOf(pooled),
    drawn: drawnWords(pooled),
    together: `All ${apart.length} openings thrown together, ${countedGroup(focal, together.focal)} and ${countedGroup(reference, together.reference)} went on from ${where}; the difference, ${ofHundred(together.comparison.difference.interval)}, ${chanceWords(together.comparison)}.`,
    apart: apartWords(pooled, titleOf),
    reason: reasonWords(pooled, titleOf),
    adjusted: adjustedWords(pooled),
    leftOut: leftOut.length === 0 ? undefined : `Left out, since counts of theirs are hidden and could be worked out from a total: ${listed(leftOut.map(titleOf))}.`,
  };
}

function findingOf({ pattern, focal, reference }: Pooled): string {
  const [who, others] = [groupWords(focal), groupWords(reference)];
  switch (pattern) {
    case 'reversed': return `Pooled, ${who} go on less often than ${others}; opening by opening the picture turns round`;
    case 'gone': return `Pooled, ${who} go on less often than ${others}; opening by opening no more of it is left than chance could bring`;
    case 'uncovered': return `Pooled, ${who} and ${others} look alike; opening by opening they do not`;
    case 'stays': return `Pooled and opening by opening, ${who} go on less often than ${others}`;
    case 'none': return `Neither pooled nor opening by opening do ${who} and ${others} differ by more than chance could bring`;
  }
}

/** How many of 100 the group is behind or ahead: all together, and at both ends one by one. */
function drawnWords({ focal, together, apart }: Pooled): string {
  const each = apart.map(({ comparison }) => comparison.difference.difference).toSorted((a, b) => a - b);
  const who = groupWords(focal);
  return `All together ${who} are ${distance(together.comparison.difference.difference)}; one by one from ${distance(each[0] ?? 0)} to ${distance(each.at(-1) ?? 0)}`;
}

function distance(difference: number): string {
  const of = Math.round(Math.abs(difference) * 100);
  return of === 0 ? 'level' : `${of} of 100 ${difference < 0 ? 'behind' : 'ahead'}`;
}

function apartWords({ focal, reference, apart }: Pooled, titleOf: (role: string) => string): string {
  const ahead = apart.filter((each) => cross(each) > 0).map(({ role }) => titleOf(role));
  const behind = apart.filter((each) => cross(each) < 0).map(({ role }) => titleOf(role));
  const part = (group: string, titles: readonly string[]): string[] => (titles.length === 0 ? [] : [`${groupWords(group)} went on more often in ${titles.length} of ${apart.length} (${listed(titles)})`]);
  const parts = [...part(focal, ahead), ...part(reference, behind)];
  return parts.length === 0 ? 'One by one, the rates are equal in every opening.' : `One by one, ${parts.join(', ')}.`;
}

/** Above 0 where the focal group has the higher rate; in whole numbers. */
function cross({ focal, reference }: Apart): number {
  return focal.advanced * reference.reached - reference.advanced * focal.reached;
}

/** Shares are spread unevenly when they lie at least this far apart: below, spread is not worth naming as the reason. */
const UNEVEN = 0.05;

function reasonWords({ pattern, focal, reference, apart }: Pooled, titleOf: (role: string) => string): string | undefined {
  if (pattern === 'stays' || pattern === 'none') return undefined;
  const all = apart.reduce((sum, each) => add(sum, add(each.focal, each.reference)), NOBODY);
  const open = apart.filter((each) => { const { reached, advanced } = add(each.focal, each.reference); return advanced * all.reached > all.advanced * reached; });
  const share = (of: (each: Apart) => Counts): number => open.reduce((sum, each) => sum + of(each).reached, 0) / apart.reduce((sum, each) => sum + of(each).reached, 0);
  const [mine, theirs] = [share((each) => each.focal), share((each) => each.reference)];
  if (Math.abs(mine - theirs) < UNEVEN) return undefined;
  const [more, less] = mine > theirs ? [{ group: focal, share: mine }, { group: reference, share: theirs }] : [{ group: reference, share: theirs }, { group: focal, share: mine }];
  return `The reason: they applied to different openings. ${percent(more.share)} of ${groupWords(more.group)}, but ${percent(less.share)} of ${groupWords(less.group)}, applied where more people than on average went on (${listed(open.map(({ role }) => titleOf(role)))}). A pooled rate mixes where people applied with how they were judged.`;
}

const NOBODY: Counts = { reached: 0, advanced: 0 };

function add(a: Counts, b: Counts): Counts {
  return { reached: a.reached + b.reached, advanced: a.advanced + b.advanced };
}

function adjustedWords({ adjusted, differ, focal, reference }: Pooled): string {
  if (!adjusted) return 'No single figure can be given for the openings: in each of them all or none of a group went on.';
  const [low, high] = adjusted.interval;
  const chance = low <= 1 && high >= 1;
  const odds = `Each opening held against itself, the odds of ${groupWords(focal)} to go on are ${coefficient(adjusted.ratio)} times those of ${groupWords(reference)} (${coefficientRange(adjusted.interval)}): ${chance ? 'no more of a difference than chance could bring' : 'more of a difference than chance would bring'}.`;
  return differ !== undefined && differ < BEYOND_CHANCE
    ? `${odds} The openings differ among themselves (p\u00a0${differ < 0.001 ? '' : '=\u00a0'}${probability(differ)}), so that figure is an average which may describe none of them: judge each by itself.`
    : odds;
}
