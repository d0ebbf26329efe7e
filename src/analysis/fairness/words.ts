import { fixed, ofHundred, percent, percentRange } from '../words/numbers.ts';
import { BEYOND_CHANCE, VERDICT_FROM, type Comparison, type GroupRate, type StageFairness } from './stage.ts';
import type { Counts } from './table.ts';

/** Why a count prints as a dash. The same for all, so that it does not say which one was small. */
export const HIDDEN_WORDS = 'hidden: a count under five, or one from which it could be worked out';

/** Groups whose plural is not their id. */
const PLURALS: Readonly<Record<string, string>> = { woman: 'women', man: 'men', female: 'women', male: 'men' };

/** The people of a group: `women`; `“under 30”` where the id is no word for people. */
export function groupWords(group: string): string {
  const known = PLURALS[group] ?? group;
  return Object.values(PLURALS).includes(known) ? known : `“${group.replaceAll('-', ' ')}”`;
}

/** `36 of 100 women (36 %)`; `6 of 40 in “under 30” (15 %)`. */
export function countedGroup(group: string, { reached, advanced }: Counts): string {
  return `${counted(group, { reached, advanced })}${reached === 0 ? '' : ` (${percent(advanced / reached)})`}`;
}

function counted(group: string, { reached, advanced }: Counts): string {
  const words = groupWords(group);
  return `${advanced} of ${reached} ${words.startsWith('“') ? `in ${words}` : words}`;
}

/** Whether a difference is more than chance brings, for the end of a sentence. Where the test and the interval part, it stands at the edge. */
export function chanceWords({ fisherTwoSided, difference: { interval: [low, high] } }: Pick<Comparison, 'fisherTwoSided' | 'difference'>): string {
  const beyond = fisherTwoSided < BEYOND_CHANCE;
  if (beyond === (low <= 0 && high >= 0)) return 'stands at the edge of what chance could bring';
  return beyond ? 'is more than chance would bring' : 'is no more than chance could bring';
}

type Known = GroupRate & Counts;

/** Both rates and what the difference can be: what is known of two groups, before any verdict. */
export function pairWords(focal: Known, reference: Known, compared: Comparison, where: string): string {
  return `${countedGroup(focal.group, focal)} and ${countedGroup(reference.group, reference)} went on from ${where}; the difference, ${ofHundred(compared.difference.interval)}, ${chanceWords(compared)}.`;
}

/** What the rates mean, and what they do not tell. */
export function verdictWords(focal: Known, reference: Known, comparison: Comparison): string {
  const { verdict, impactRatio, ratioInterval, fisherTwoSided, belowFourFifths, flips, shortfall } = comparison;
  const [who, others] = [groupWords(focal.group), groupWords(reference.group)];
  const ratio = impactRatio === undefined ? '' : `the rate of ${who} is ${percent(impactRatio)} of that of ${others}${ratioInterval ? ` (${percentRange(ratioInterval)})` : ''}`;
  const chance = fisherTwoSided >= BEYOND_CHANCE;
  switch (verdict) {
    case 'none-selected': return 'Nobody went on, so there is nothing to compare.';
    case 'too-few': return `No verdict: ${tooFew(focal, reference)}, it takes ${VERDICT_FROM} in each group.`;
    case 'tests-differ': return `No verdict: ${ratio}, ${belowFourFifths ? 'below' : 'not below'} four fifths, but ${differing(belowFourFifths, chance, flips)}.`;
    case 'within': return chance
      ? `Within four fifths: ${ratio}. No gap is shown; that there is none is not shown either.`
      : `Within four fifths: ${ratio}. Still the difference is more than chance would bring: look at what the stage asks for.`;
    case 'below': return chance
      ? `Below four fifths: ${ratio}. So few went on that chance alone could bring it: look again with more people.`
      : `Below four fifths: ${ratio}; at one rate for both about ${fixed(shortfall, 0)} more ${who.startsWith('“') ? `in ${who}` : who} would have gone on. That is a gap to explain; the counts do not say where it comes from.`;
  }
}

function tooFew(focal: Known, reference: Known): string {
  const small = [focal, reference].filter(({ reached }) => reached < VERDICT_FROM);
  return small.map(({ group, reached }) => { const words = groupWords(group); return `${reached} ${words.startsWith('“') ? `in ${words}` : words}`; }).join(' and ') + (small.length === 1 && small[0]?.reached === 1 ? ' is too few' : ' are too few');
}

function differing(below: boolean, chance: boolean, flips: boolean): string {
  const reasons = [
    ...(below === chance ? [chance ? 'chance alone could bring that' : 'the difference is more than chance would bring'] : []),
    ...(flips ? ['one person more or less would turn it round'] : []),
  ];
  return reasons.join(', and ');
}

/** Both groups of a comparison, as far as they are known. */
export function known({ reached, advanced, ...rest }: GroupRate): Known | undefined {
  return reached === undefined || advanced === undefined ? undefined : { ...rest, reached, advanced };
}

/** What is known of one group against the reference; undefined for the reference, and where counts are hidden. */
export function groupSays({ groups, reference }: StageFairness, group: GroupRate, where: string): { readonly says: string; readonly verdict: string } | undefined {
  const [focal, other] = [known(group), groups.find((each) => each.group === reference)];
  const against = other && known(other);
  if (!focal || !against || !group.comparison) return undefined;
  return { says: pairWords(focal, against, group.comparison, where), verdict: verdictWords(focal, against, group.comparison) };
}

/** The groups that are compared, the most telling first: whatever there is a verdict on, then the lowest rate. */
function telling({ groups }: StageFairness): GroupRate[] {
  const place = ({ comparison }: GroupRate): number => (comparison ? TELLING.indexOf(comparison.verdict) : TELLING.length);
  return groups.filter((each) => each.comparison !== undefined).toSorted((a, b) => place(a) - place(b) || (a.rate ?? 0) - (b.rate ?? 0));
}

const TELLING: readonly Comparison['verdict'][] = ['below', 'tests-differ', 'within', 'too-few', 'none-selected'];

/** Whether no group has anybody at a stage. */
function nobody({ groups }: StageFairness): boolean {
  return groups.every(({ reached }) => (reached ?? 0) === 0);
}

/** A stage in a sentence or two: with two groups all that is known of them, with more the group that tells most. */
export function stageSays(stage: StageFairness, where: string): string {
  const pairs = telling(stage);
  const hidden = stage.guard === 'suppressed' ? 'Counts are hidden here, so that no group under five can be worked out; the stage as a whole has no verdict.' : '';
  const [furthest] = pairs;
  const said = furthest && groupSays(stage, furthest, where);
  if (!said || !furthest) return hidden !== '' ? hidden : nobody(stage) ? `Nobody is counted at ${where}.` : `Only one group is counted at ${where}: nothing to compare.`;
  const rest = pairs.length > 1 ? ` ${others(pairs.slice(1))}` : '';
  return [`${said.says} ${said.verdict}${rest}`, hidden].filter((each) => each !== '').join(' ');
}

const SHORT = { below: 'below four fifths', within: 'within four fifths', 'tests-differ': 'no verdict, the tests differ', 'too-few': 'too few for a verdict', 'none-selected': 'nobody went on' } as const;

function others(pairs: readonly GroupRate[]): string {
  return `The others: ${pairs.map(({ group, comparison }) => `${groupWords(group)} ${SHORT[comparison?.verdict ?? 'too-few']}`).join('; ')}.`;
}

/** The finding of a stage with its number, for the title over a drawing. */
export function stageFinding(stage: StageFairness): string {
  const { groups, reference, guard } = stage;
  const [focal] = telling(stage);
  const other = groups.find(({ group }) => group === reference);
  const [a, b] = [focal && known(focal), other && known(other)];
  const compared = focal?.comparison;
  if (!a || !b || !compared) return guard === 'suppressed' ? 'Counts are hidden, so there is nothing to compare' : nobody(stage) ? 'Nobody is counted' : 'One group only: nothing to compare';
  if (compared.verdict === 'none-selected') return 'Nobody went on';
  if (compared.verdict === 'too-few' || compared.impactRatio === undefined) return `${counted(a.group, a)} and ${counted(b.group, b)} went on: ${SHORT['too-few']}`;
  const who = groupWords(a.group);
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} go on at ${percent(compared.impactRatio)} of the rate of ${groupWords(b.group)}: ${SHORT[compared.verdict]}`;
}
