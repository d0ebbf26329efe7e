import { widerPeriod } from '../../analysis/fairness/periods.ts';
import { pooled, type Opening, type Pooled } from '../../analysis/fairness/pooled.ts';
import { pooledWords } from '../../analysis/fairness/pooled-words.ts';
import { overallSays, recordFairness, recordSays, type RecordFairness } from '../../analysis/fairness/record.ts';
import { VERDICT_FROM, type GroupRate, type StageFairness } from '../../analysis/fairness/stage.ts';
import type { Counts } from '../../analysis/fairness/table.ts';
import { groupSays, groupWords, HIDDEN_WORDS, stageFinding, stageSays } from '../../analysis/fairness/words.ts';
import { wilson } from '../../analysis/statistics/wilson.ts';
import { listed, plural } from '../../model/words.ts';
import { orNull, rounded } from '../instants.ts';
import { stageTitleOf, type Lookup } from '../lookup.ts';
import type { PublishedFairness, PublishedFairnessIndex, PublishedGroup } from '../published/fairness.ts';
import type { PublishedFile } from '../published/files.ts';

/** A record that is published. */
interface Known {
  readonly role: string;
  readonly roleTitle: string;
  readonly period: string;
  readonly dimension: string;
  readonly note: string | undefined;
  readonly found: RecordFairness;
  readonly titleOf: (stage: string) => string;
}

/** Every record that may be shown, and the index with the pooled comparisons. */
export function* fairnessFiles(lookup: Lookup): Generator<PublishedFile> {
  const { known, withheld } = gathered(lookup);
  for (const each of known) yield [`fairness/${each.role}/${each.period}/${each.dimension}.json`, publishedFairness(each)];
  yield ['fairness.json', publishedIndex(known, withheld)];
}

function gathered({ workspace }: Lookup): { known: Known[]; withheld: PublishedFairnessIndex['withheld'] } {
  const known: Known[] = [];
  const withheld: PublishedFairnessIndex['withheld'] = [];
  for (const [role, records] of workspace.fairness) {
    const roleTitle = workspace.roles.get(role)?.value.title ?? role;
    const process = workspace.pipelines.get(workspace.roles.get(role)?.value.pipeline ?? '')?.value.stages.map((stage) => stage.id);
    const names = [...records.keys()].map((name) => ({ name, period: name.slice(0, name.indexOf('/')), dimension: name.slice(name.indexOf('/') + 1) }));
    for (const { name, period, dimension } of names) {
      const record = records.get(name);
      if (!record) continue;
      const within = widerPeriod(period, names.filter((each) => each.dimension === dimension).map((each) => each.period));
      if (within !== undefined) withheld.push({ role, roleTitle, period, dimension, within, says: `Not shown: its counts lie within those of ${within}, and the one could be subtracted from the other.` });
      else known.push({ role, roleTitle, period, dimension, note: record.value.note, found: recordFairness(record.value, process), titleOf: (stage) => stageTitleOf(workspace, role, stage) });
    }
  }
  return { known, withheld };
}

function publishedFairness({ role, roleTitle, period, dimension, note, found, titleOf }: Known): PublishedFairness {
  return {
    role, roleTitle, period, dimension,
    says: recordSays(found, titleOf),
    overall: orNull(overallSays(found, titleOf)),
    note: orNull(note),
    hidden: found.stages.some(({ guard }) => guard === 'suppressed') ? HIDDEN_WORDS : null,
    stages: found.stages.map((stage) => ({
      stage: stage.stage, title: titleOf(stage.stage),
      groups: stage.groups.map((group) => publishedGroup(stage, group, titleOf(stage.stage))),
      reference: orNull(stage.reference), fourFifths: orNull(stage.fourFifths), guard: orNull(stage.guard),
      finding: stageFinding(stage), says: stageSays(stage, titleOf(stage.stage)),
    })),
  };
}

function publishedGroup(stage: StageFairness, group: GroupRate, where: string): PublishedGroup {
  const compared = group.comparison;
  const said = groupSays(stage, group, where);
  return {
    group: group.group, words: groupWords(group.group),
    reached: orNull(group.reached), advanced: orNull(group.advanced),
    rate: number(group.rate), interval: pair(group.interval),
    ratio: number(compared?.impactRatio), ratioInterval: pair(compared?.ratioInterval),
    difference: number(compared?.difference.difference), differenceInterval: pair(compared?.difference.interval),
    fisher: number(compared?.fisherTwoSided), shortfall: number(compared?.shortfall), flips: orNull(compared?.flips), verdict: orNull(compared?.verdict),
    says: orNull(said?.says), verdictSays: orNull(said?.verdict),
  };
}

function publishedIndex(known: readonly Known[], withheld: PublishedFairnessIndex['withheld']): PublishedFairnessIndex {
  const shown = known.some(({ found }) => found.tells);
  const comparisons = shown ? pooledOf(known) : [];
  return {
    shown,
    says: shown ? indexSays(known, comparisons) : missing(known.length),
    records: known.map(({ role, roleTitle, period, dimension, found, titleOf }) => ({
      role, roleTitle, period, dimension, shown: found.tells, stages: found.stages.length, people: people(found.stages[0]), says: recordSays(found, titleOf),
    })),
    withheld,
    pooled: comparisons,
  };
}

/** So many records are named in a title. */
const MOST_NAMED = 2;

/** A reversal is the one thing nobody sees who looks at one record after the other; then whatever stands below four fifths. */
function indexSays(known: readonly Known[], comparisons: PublishedFairnessIndex['pooled']): string {
  const turned = comparisons.find(({ pattern }) => pattern === 'reversed') ?? comparisons.find(({ pattern }) => pattern === 'gone' || pattern === 'uncovered');
  if (turned) return turned.says;
  const below = known.filter(({ found }) => found.stages.some(({ groups }) => groups.some(({ comparison }) => comparison?.verdict === 'below')));
  const telling = known.filter(({ found }) => found.tells).length;
  if (below.length > 0 && known.length > 1) return `Below four fifths in ${below.length} of ${plural(known.length, 'record')}${below.length > MOST_NAMED ? '' : `: ${listed(below.map(({ roleTitle, period }) => `${roleTitle}, ${period}`))}`}`;
  return known.length === 1 ? recordSays(known[0]?.found ?? { stages: [], overall: [], tells: false }, known[0]?.titleOf ?? ((stage) => stage)) : `No stage below four fifths in the ${plural(telling, 'record')} with enough people to tell`;
}

function missing(records: number): string {
  return records === 0
    ? `Fairness: nothing is counted yet. It takes voluntary counts per group and stage, with ${VERDICT_FROM} people of each of two groups at one stage.`
    : `Fairness: ${plural(records, 'record')}, and too few people to tell. It takes ${VERDICT_FROM} people of each of two groups at one stage.`;
}

/** People at a stage; undefined counts make it unknown. */
function people(stage: StageFairness | undefined): number | null {
  if (stage?.groups.some(({ reached }) => reached === undefined) !== false) return null;
  return stage.groups.reduce((sum, { reached }) => sum + (reached ?? 0), 0);
}

function pooledOf(known: readonly Known[]): PublishedFairnessIndex['pooled'] {
  const openings = new Map<string, { period: string; dimension: string; title: string; stage: string; all: Opening[]; titles: Map<string, string> }>();
  for (const { role, roleTitle, period, dimension, found, titleOf } of known) {
    for (const stage of found.stages) {
      const name = `${period}/${dimension}/${stage.stage}`;
      const one = openings.get(name) ?? { period, dimension, title: titleOf(stage.stage), stage: stage.stage, all: [], titles: new Map<string, string>() };
      one.all.push({ role, stage });
      one.titles.set(role, roleTitle);
      openings.set(name, one);
    }
  }
  return [...openings.values()].flatMap(({ all, titles, ...rest }) => {
    const same = new Set(titles.values()).size < titles.size;
    const titleOf = (role: string): string => (same ? role : titles.get(role) ?? role);
    return pooled(all).map((each) => ({ ...rest, ...publishedPooled(each, rest.title, titleOf) }));
  });
}

type PublishedPooled = PublishedFairnessIndex['pooled'][number];

function publishedPooled(each: Pooled, where: string, titleOf: (role: string) => string): Omit<PublishedPooled, 'period' | 'dimension' | 'stage' | 'title'> {
  const { focal, reference, together, apart } = each;
  const words = pooledWords(each, where, titleOf);
  return {
    pattern: each.pattern,
    together: { focal: side(focal, together.focal), reference: side(reference, together.reference), ...compared(together.comparison), fisher: rounded(together.comparison.fisherTwoSided) },
    apart: apart.map((one) => ({ role: one.role, roleTitle: titleOf(one.role), focal: side(focal, one.focal), reference: side(reference, one.reference), ...compared(one.comparison) })),
    leftOut: each.leftOut.map((role) => ({ role, roleTitle: titleOf(role) })),
    adjusted: each.adjusted === undefined ? null : { ratio: rounded(each.adjusted.ratio), interval: [rounded(each.adjusted.interval[0]), rounded(each.adjusted.interval[1])] },
    differ: number(each.differ),
    says: words.finding,
    drawn: words.drawn,
    sentences: [words.together, words.apart, words.reason, words.adjusted, words.leftOut].filter((sentence) => sentence !== undefined),
  };
}

function compared({ impactRatio, difference }: Pooled['together']['comparison']): Pick<PublishedPooled['together'], 'ratio' | 'differenceInterval'> {
  return { ratio: number(impactRatio), differenceInterval: pair(difference.interval) };
}

function side(group: string, { reached, advanced }: Counts): PublishedPooled['together']['focal'] {
  return { group, words: groupWords(group), reached, advanced, rate: rounded(advanced / reached), interval: pair(wilson(advanced, reached)) };
}

function number(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}

function pair(interval: readonly [number, number] | undefined): [number, number] | null {
  return interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])];
}
