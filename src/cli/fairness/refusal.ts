import { plural } from '../../model/words.ts';
import { rearranged, type Stages } from './counts.ts';

/** Groups put together and stages left out, as the options say it. */
interface Arrangement {
  readonly merges: readonly (readonly [groups: string, name: string])[];
  readonly without: readonly string[];
}

type Counts = Readonly<{ reached: number; advanced: number }>;

/** Above so many groups only the smallest are tried together: the sets of twenty would be a million. */
const MOST_GROUPS = 10;

/** What stands against writing the counts, a sentence for each group at a stage: 1 to 4 people who reached it, went on, or did not. */
export function tooFew(stages: Stages): string[] {
  return [...stages].flatMap(([stage, groups]) => [...groups].flatMap(([group, counts]) => {
    const words = fewWords(counts);
    return words === undefined ? [] : [`“${group}” at “${stage}”: ${words}; so few can be recognised.`];
  }));
}

function fewWords({ reached, advanced }: Counts): string | undefined {
  if (isFew(reached)) return `${plural(reached, 'person', 'people')} reached it`;
  if (isFew(advanced)) return `${reached} reached, and ${advanced} went on`;
  if (isFew(reached - advanced)) return `${reached} reached, ${advanced} went on, so ${reached - advanced} did not`;
  return undefined;
}

function isFew(count: number): boolean {
  return count >= 1 && count <= 4;
}

/**
 * The ways out of a refusal, each a whole line of options that passes. The smallest groups are put together first, and two at least are left,
 * since one group can be compared with nothing.
 * @param table the counts as they came @param given what was asked for, and not enough
 */
export function waysOut(table: Stages, given: Arrangement): string {
  const stages = rearranged(table, given.merges, given.without);
  const found = [merged(stages, []), left(stages), both(stages)].filter((way) => way !== undefined);
  // Doing both is offered only where one of them is not enough.
  const lines = [...new Set(found.slice(0, 2).map((way) => optionsOf(table, given, way)))];
  const [only] = lines;
  if (only === undefined) return 'Nothing was written. No merging and no leaving out makes these counts large enough; count a longer period.';
  const again = given.merges.length > 0 || given.without.length > 0 ? 'in place of the options given' : 'added to the same line';
  return `Nothing was written. ${lines.length === 1 ? 'The way out' : 'Two ways out'}, ${again}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

interface Way {
  readonly groups: readonly string[];
  readonly without: readonly string[];
}

function merged(stages: Stages, without: readonly string[]): Way | undefined {
  return candidates(stages).map((groups) => ({ groups, without })).find((way) => passes(stages, way));
}

function left(stages: Stages): Way | undefined {
  const way = { groups: [], without: fewStages(stages) };
  return passes(stages, way) ? way : undefined;
}

/** Merging, and leaving out the stages that are still too few; where one of the two alone is enough, nothing. */
function both(stages: Stages): Way | undefined {
  if (merged(stages, []) ?? left(stages)) return undefined;
  return candidates(stages)
    .map((groups) => ({ groups, without: fewStages(arranged(stages, { groups, without: [] })) }))
    .toSorted((a, b) => a.without.length - b.without.length)
    .find((way) => passes(stages, way));
}

function fewStages(stages: Stages): string[] {
  return [...stages].filter(([, groups]) => [...groups.values()].some((counts) => fewWords(counts) !== undefined)).map(([stage]) => stage);
}

function arranged(stages: Stages, { groups, without }: Way): Stages {
  return rearranged(stages, groups.length === 0 ? [] : [[groups.join(','), nameFor(groups, stages)]], without);
}

/** Large enough, a stage is left, and at each stage at least two groups where there were two. */
function passes(stages: Stages, way: Way): boolean {
  const after = arranged(stages, way);
  return after.size > 0 && fewStages(after).length === 0 && [...after].every(([stage, groups]) => groups.size >= Math.min(2, stages.get(stage)?.size ?? 0));
}

/** Sets of groups that may become one, those of the fewest people first; never all groups. */
function candidates(stages: Stages): string[][] {
  const people = new Map<string, number>();
  for (const groups of stages.values()) for (const [group, { reached }] of groups) people.set(group, Math.max(people.get(group) ?? 0, reached));
  const bySize = [...people.keys()].toSorted((a, b) => (people.get(a) ?? 0) - (people.get(b) ?? 0));
  if (bySize.length > MOST_GROUPS) return bySize.slice(2).map((_, index) => bySize.slice(0, index + 2));
  const size = (groups: readonly string[]): number => groups.reduce((sum, group) => sum + (people.get(group) ?? 0), 0);
  const sets = Array.from({ length: 2 ** bySize.length }, (_, bits) => bySize.filter((_group, at) => Math.floor(bits / 2 ** at) % 2 === 1));
  return sets.filter(({ length }) => length >= 2 && length < bySize.length).toSorted((a, b) => size(a) - size(b));
}

/** `woman-or-non-binary`; `other` for three and more, where no group is called so. */
function nameFor(groups: readonly string[], stages: Stages): string {
  const taken = [...stages.values()].some((each) => each.has('other') && !groups.includes('other'));
  return groups.length > 2 && !taken ? 'other' : groups.join('-or-');
}

/** A way out in the words of the table as it came, with what was asked for before. */
function optionsOf(table: Stages, given: Arrangement, { groups, without }: Way): string {
  const into = new Map(given.merges.flatMap(([from, name]) => from.split(',').map((group) => [group.trim(), name] as const)));
  const name = groups.length === 0 ? undefined : nameFor(groups, rearranged(table, given.merges, given.without));
  const from = new Map<string, string[]>();
  for (const group of new Set([...table.values()].flatMap((each) => [...each.keys()]))) {
    const now = into.get(group) ?? group;
    const then = name !== undefined && groups.includes(now) ? name : now;
    from.set(then, [...from.get(then) ?? [], group]);
  }
  return [
    ...[...from].filter(([then, members]) => members.length > 1 || members[0] !== then).map(([then, members]) => `--merge "${members.join(',')}=${then}"`),
    ...[...new Set([...given.without, ...without])].map((stage) => `--without ${stage}`),
  ].join(' ');
}
