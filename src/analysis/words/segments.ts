import type { GoingOn } from '../going-on.ts';
import type { Comparison } from '../segment-comparisons.ts';
import { fixed, ofHundred } from './numbers.ts';

/** Differences smaller than this either way are called no larger than that, and not too wide to tell. */
const NARROW = 0.15;

/** "Referral: of the 25 who entered 30 or more days ago, 18 went on within 30 days; all others: 20 of 60. Between 14 and 56 of 100 more." */
export function comparisonSays({ first, second, interval }: Comparison, name: string, other: string | undefined, day: number): string {
  const counts = `${name}: of the ${first.of} who entered ${day} or more days ago, ${first.went} went on within ${day} days; ${other === undefined ? 'all others' : other}: ${second.went} of ${second.of}.`;
  return `${counts} ${differenceSays(interval)}`;
}

/** Why a group that has entries enough is not compared yet. */
export function notYetSays(name: string, { entries, followed }: GoingOn, day: number, guard: number): string {
  return `${name}: ${followed.of} of ${entries} entered at least ${day} days ago; compared from ${guard} on.`;
}

/** Why entries stand in no group of sources. */
export function leftOutSays(leftOut: number): string {
  return `${leftOut} ${leftOut === 1 ? 'entry is' : 'entries are'} left out: the source, or too much of the month, is erased.`;
}

/** What an interval of a difference carries. */
export function differenceSays([lower, upper]: readonly [number, number]): string {
  if (lower > 0) return `${capital(ofHundred([lower, upper]))} more.`;
  if (upper < 0) return `${capital(ofHundred([-upper, -lower]))} fewer.`;
  const size = Math.max(-lower, upper);
  if (size <= NARROW) return `No difference of more than ${fixed(size * 100, 0)} of 100 either way.`;
  return `The difference is between ${fixed(lower * 100, 0)} and ${upper > 0 ? '+' : ''}${fixed(upper * 100, 0)} of 100: too wide to tell.`;
}

/** Many comparisons at once: some seem to differ though nothing does. Empty for fewer than two. */
export function chanceSays(comparisons: number): string {
  return comparisons < 2 ? '' : `One comparison in 20 looks like a difference by chance alone, and there are ${comparisons} here; the title calls a difference clear only if so many comparisons do not explain it.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
