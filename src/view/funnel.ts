import { differences, funnelSegments, type Differences, type Dimension, type SegmentedStage } from '../analysis/funnel-segments.ts';
import { spellsOf, type StageSpell } from '../analysis/funnel-spells.ts';
import { clearAmong, guardOf, TREND_FROM, type Comparison } from '../analysis/segment-comparisons.ts';
import { chanceSays, comparisonSays, differenceSays, leftOutSays, notYetSays } from '../analysis/words/segments.ts';
import { stageTitle } from '../model/stages.ts';
import { listed } from '../model/words.ts';
import { publishedGoing } from './funnel-stage.ts';
import { orNull, rounded } from './instants.ts';
import { stageTitleOf, type Lookup } from './lookup.ts';
import type { PublishedFunnel } from './published/funnel.ts';

const TITLES: Readonly<Record<Dimension, string>> = { source: 'Source', period: 'Time of entry', role: 'Role', level: 'Level', pipeline: 'Pipeline' };
const GROUPS: Readonly<Record<Dimension, string>> = { source: 'sources', period: 'times of entry', role: 'roles', level: 'levels', pipeline: 'pipelines' };
/** More differences than this are counted and not all named: a title is one line or two. */
const NAMED = 2;
const QUARTERS = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Entries of all roles in groups side by side, and today's board apart from them. */
export function publishedFunnel(lookup: Lookup): PublishedFunnel {
  const roles = spellsOf(lookup.workspace, lookup.facts);
  const segments = funnelSegments(lookup.workspace, [...roles.values()].flat());
  const found = differences(segments);
  const { comparisons } = found;
  const shown = segments.some(({ stages }) => stages.some((stage) => stage.comparisons.some(({ first, second }) => first.of >= TREND_FROM && second.of >= TREND_FROM)));
  return {
    shown,
    says: shown ? finding(found, lookup) : `Groups stand side by side once two of them have ${TREND_FROM} entries into the same stage that could be followed to the end of its time; until then every difference would be too wide to tell.`,
    chance: chanceSays(comparisons), comparisons,
    segments: segments.map(({ dimension, sameAs, stages }) => ({ dimension, title: TITLES[dimension], sameAs: orNull(sameAs), stages: stages.map((stage) => publishedStage(dimension, stage, comparisons, lookup)) })),
    snapshot: [...roles].flatMap(([role, spells]) => board(role, spells, lookup)),
  };
}

function publishedStage(dimension: Dimension, { pipeline, stage, horizon, rows, comparisons, leftOut }: SegmentedStage, made: number, lookup: Lookup): PublishedFunnel['segments'][number]['stages'][number] {
  return {
    pipeline: orNull(pipeline), pipelineTitle: pipeline === undefined ? null : pipelineTitle(pipeline, lookup), stage, title: titleOf(pipeline, stage, lookup), horizon, leftOut,
    notes: notesOf(dimension, { rows, horizon, leftOut }, lookup),
    says: stageFinding(dimension, { pipeline, stage, comparisons }, made, lookup),
    rows: rows.map(({ key, going, ...ended }) => ({ key, words: wordsOf(dimension, key, lookup), entries: going.entries, ...ended, going: publishedGoing(going) })),
    comparisons: comparisons.map((each) => ({
      of: each.of, against: orNull(each.against), first: { ...each.first }, second: { ...each.second },
      difference: rounded(each.difference), interval: [rounded(each.interval[0]), rounded(each.interval[1])],
      apart: each.interval[0] > 0 || each.interval[1] < 0,
      says: comparisonSays(each, wordsOf(dimension, each.of, lookup), each.against === undefined ? undefined : wordsOf(dimension, each.against, lookup), horizon),
    })),
  };
}

/** Groups with entries enough, and too few of them old enough; and what stands in no group. */
function notesOf(dimension: Dimension, { rows, horizon, leftOut }: Pick<SegmentedStage, 'rows' | 'horizon' | 'leftOut'>, lookup: Lookup): string[] {
  const guard = guardOf(dimension === 'period' ? 'time' : 'group');
  const waiting = rows.filter(({ going }) => going.entries >= guard && going.followed.of < guard);
  return [...waiting.map(({ key, going }) => notYetSays(wordsOf(dimension, key, lookup), going, horizon, guard)), ...(leftOut > 0 ? [leftOutSays(leftOut)] : [])];
}

/**
 * The title of the page: the widest difference that so many comparisons do not explain; else those that stand out on their own, and that
 * this may be chance; else that there is none.
 */
function finding({ comparisons, clear, apart }: Differences, lookup: Lookup): string {
  if (clear) return difference(clear.dimension, clear.stage, clear.comparison, lookup);
  if (apart.length === 0) return 'No group gets on clearly more or less often than the others';
  const named = apart.slice(0, NAMED).map(({ dimension, stage, comparison }) => `${inSentence(dimension, comparison.of, lookup)} at ${inText(titleOf(stage.pipeline, stage.stage, lookup))}`);
  const out = apart.length === 1 ? 'One difference stands' : `${apart.length} differences stand`;
  return `${out} out among ${comparisons} comparisons, and may still be chance: ${apart.length > NAMED ? 'widest ' : ''}${listed(named)}`;
}

/**
 * The title of one stage in groups: its widest difference if one lies apart, no more than its interval, and marked where it stands out only
 * as long as the other comparisons are not thought of.
 * @param made comparisons of the whole page
 */
function stageFinding(dimension: Dimension, stage: Pick<SegmentedStage, 'pipeline' | 'stage' | 'comparisons'>, made: number, lookup: Lookup): string {
  const [widest] = stage.comparisons.filter(({ interval }) => interval[0] > 0 || interval[1] < 0).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (widest) return `${difference(dimension, stage, widest, lookup)}${clearAmong(widest, made) ? '' : ', taken on its own'}`;
  const title = titleOf(stage.pipeline, stage.stage, lookup);
  return stage.comparisons.length === 0 ? `${title}: too few in each group to compare` : `${title}: no clear difference between ${GROUPS[dimension]}`;
}

function difference(dimension: Dimension, stage: Pick<SegmentedStage, 'pipeline' | 'stage'>, { of, against, interval }: Comparison, lookup: Lookup): string {
  const rest = against === undefined ? 'all others' : wordsOf(dimension, against, lookup);
  return `${wordsOf(dimension, of, lookup)}: ${lowered(differenceSays(interval)).replace(/\.$/, '')} go on from ${inText(titleOf(stage.pipeline, stage.stage, lookup))} than of ${rest}`;
}

/** Today's board of a role: whoever is in a stage now. */
function board(role: string, spells: readonly StageSpell[], { workspace }: Lookup): PublishedFunnel['snapshot'] {
  const waiting = spells.filter(({ how, erased }) => how === undefined && !erased);
  if (waiting.length === 0) return [];
  const counts = Map.groupBy(waiting, ({ stage }) => stage);
  const opening = workspace.roles.get(role)?.value;
  const order = workspace.pipelines.get(opening?.pipeline ?? '')?.value.stages ?? [];
  return [{
    role, title: opening?.title ?? role, waiting: waiting.length,
    stages: order.flatMap(({ id }) => (counts.has(id) ? [{ stage: id, title: stageTitleOf(workspace, role, id), waiting: counts.get(id)?.length ?? 0 }] : [])),
  }];
}

/** A group in words: `2026-Q4` → "Oct–Dec 2026", `job-board` → "Job board". */
function wordsOf(dimension: Dimension, key: string, { workspace }: Lookup): string {
  if (dimension === 'role') {
    const title = workspace.roles.get(key)?.value.title;
    // Two openings of one title are told apart by their ids.
    return title === undefined || [...workspace.roles.values()].filter(({ value }) => value.title === title).length > 1 ? key : title;
  }
  if (dimension === 'pipeline') return workspace.pipelines.get(key)?.value.title ?? key;
  if (dimension === 'period') {
    const [year = '', part = ''] = key.split('-');
    return `${(part.startsWith('Q') ? QUARTERS[Number(part.slice(1)) - 1] : MONTHS[Number(part) - 1]) ?? part} ${year}`;
  }
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Sources and levels are words of ours; titles and months keep their capitals. */
function inSentence(dimension: Dimension, key: string, lookup: Lookup): string {
  const words = wordsOf(dimension, key, lookup);
  return dimension === 'source' || dimension === 'level' ? lowered(words) : words;
}

function pipelineTitle(pipeline: string, { workspace }: Lookup): string {
  return workspace.pipelines.get(pipeline)?.value.title ?? pipeline;
}

function titleOf(pipeline: string | undefined, stage: string, { workspace }: Lookup): string {
  const named = [...workspace.pipelines].flatMap(([id, { value }]) => (pipeline === undefined || id === pipeline ? value.stages : [])).find(({ id }) => id === stage);
  return stageTitle(named ?? { id: stage, title: undefined });
}

function inText(title: string): string {
  return `the ${lowered(title)}`;
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
