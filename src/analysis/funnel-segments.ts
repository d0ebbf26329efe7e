import type { Workspace } from '../model/workspace.ts';
import type { StageSpell } from './funnel-spells.ts';
import { horizonOf } from './going-on.ts';
import { clearAmong, compareSegments, type Comparison } from './segment-comparisons.ts';
import { segmentRows, type SegmentRow } from './segment-rows.ts';

/** What entries into a stage are grouped by. */
export const DIMENSIONS = ['source', 'period', 'role', 'level', 'pipeline'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** With as many entries a month on average, months stand apart; below, quarters do. */
export const MONTHLY_FROM = 20;
/** Where a larger share than this of a month's entries is erased, those that are left are no fair sample of it. */
export const ERASED_UP_TO = 0.1;

/** One stage, its entries in groups side by side. */
export interface SegmentedStage {
  /** Undefined where stages of several pipelines that share a name stand together. */
  readonly pipeline: string | undefined;
  readonly stage: string;
  /** In calendar days after entry. */
  readonly horizon: number;
  readonly rows: readonly SegmentRow[];
  readonly comparisons: readonly Comparison[];
  /** Entries left out: their source was erased, or their month lost too many of its entries to erasure. */
  readonly leftOut: number;
}

/** Every stage by one dimension. */
export interface Segments {
  readonly dimension: Dimension;
  /** Given where the groups are the same people as those of another dimension. */
  readonly sameAs: Dimension | undefined;
  readonly stages: readonly SegmentedStage[];
}

/** One difference between groups, and where. */
export interface FoundDifference {
  readonly dimension: Dimension;
  readonly stage: SegmentedStage;
  readonly comparison: Comparison;
}

/** The funnel by source, period, role, level and pipeline: groups of entries side by side, never divided by one another. */
export function funnelSegments(workspace: Workspace, spells: readonly StageSpell[]): Segments[] {
  const nested = levelIsPipeline(spells);
  return DIMENSIONS.map((dimension) => {
    const sameAs = dimension === 'level' && nested ? 'pipeline' : undefined;
    return { dimension, sameAs, stages: sameAs ? [] : segmentStages(workspace, spells, dimension) };
  });
}

/** What all comparisons together carry. */
export interface Differences {
  readonly comparisons: number;
  /** The widest of those that are clear among so many; undefined where so many comparisons explain every one. */
  readonly clear: FoundDifference | undefined;
  /** Those whose own interval leaves out zero, the widest first: one in twenty does by chance. */
  readonly apart: readonly FoundDifference[];
}

/** How many comparisons are made in all, the widest of those that are clear among so many, and those that stand out on their own. */
export function differences(segments: readonly Segments[]): Differences {
  const all = segments.flatMap(({ dimension, stages }) => stages.flatMap((stage) => stage.comparisons.map((comparison) => ({ dimension, stage, comparison }))));
  const nearest = ({ comparison: { interval } }: FoundDifference): number => Math.max(interval[0], -interval[1]);
  const apart = all.filter(({ comparison: { interval } }) => interval[0] > 0 || interval[1] < 0).sort((a, b) => nearest(b) - nearest(a));
  return { comparisons: all.length, clear: apart.find(({ comparison }) => clearAmong(comparison, all.length)), apart };
}

/**
 * Groups the entries of every stage by one dimension. Sources, periods and roles are compared within one pipeline, where the stage and its
 * bar are the same; levels and pipelines across pipelines, by the name of the stage. Only stages with two groups or more are returned.
 */
function segmentStages(workspace: Workspace, spells: readonly StageSpell[], dimension: Dimension): SegmentedStage[] {
  const across = dimension === 'level' || dimension === 'pipeline';
  const byPipeline = Map.groupBy(spells, ({ pipeline }) => (across ? '' : pipeline));
  return [...byPipeline].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([pipeline, all]) => {
    const keyOf = keyFunction(dimension, all);
    const fair = dimension === 'source' ? fairMonths(all) : undefined;
    const byStage = Map.groupBy(all, ({ stage }) => stage);
    return stageHorizons(workspace, across ? undefined : pipeline).flatMap(([stage, horizon]) => {
      const entries = byStage.get(stage) ?? [];
      const usable = fair ? entries.filter(({ source, entered }) => source !== undefined && fair.has(entered.slice(0, 7))) : entries;
      const rows = segmentRows(usable, keyOf, horizon);
      if (rows.length < 2) return [];
      const comparisons = compareSegments(dimension === 'period' ? 'time' : 'group', rows);
      return [{ pipeline: across ? undefined : pipeline, stage, horizon, rows, comparisons, leftOut: entries.length - usable.length }];
    });
  });
}

function keyFunction(dimension: Dimension, spells: readonly StageSpell[]): (spell: StageSpell) => string {
  if (dimension === 'period') return periodFunction(spells);
  return (spell) => spell[dimension] ?? '';
}

/** Months, or quarters where a month has too few first entries on average. */
function periodFunction(spells: readonly StageSpell[]): (spell: StageSpell) => string {
  const first = spells.filter(({ visit }) => visit === spells[0]?.visit);
  const months = new Set(first.map(({ entered }) => entered.slice(0, 7)));
  const monthly = first.length >= MONTHLY_FROM * months.size;
  return ({ entered }) => (monthly ? entered.slice(0, 7) : `${entered.slice(0, 4)}-Q${Math.ceil(Number(entered.slice(5, 7)) / 3)}`);
}

/** The months of entry of which hardly anything was erased. */
function fairMonths(spells: readonly StageSpell[]): ReadonlySet<string> {
  const months = Map.groupBy(spells, ({ entered }) => entered.slice(0, 7));
  return new Set([...months].filter(([, all]) => all.filter(({ source }) => source === undefined).length <= ERASED_UP_TO * all.length).map(([month]) => month));
}

/** Stages in the order of a pipeline with the horizon of each; of all pipelines, by their names, with the widest. */
function stageHorizons(workspace: Workspace, pipeline: string | undefined): (readonly [stage: string, horizon: number])[] {
  const stages = [...workspace.pipelines].filter(([id]) => pipeline === undefined || id === pipeline).flatMap(([, { value }]) => value.stages);
  const horizons = new Map<string, number>();
  for (const stage of stages) horizons.set(stage.id, Math.max(horizons.get(stage.id) ?? 0, horizonOf(workspace, stage)));
  return [...horizons];
}

/** Whether every level has one pipeline and every pipeline one level: the same groups under two names. */
function levelIsPipeline(spells: readonly StageSpell[]): boolean {
  const pairs = new Set(spells.map(({ level, pipeline }) => `${level}\n${pipeline}`));
  return pairs.size === new Set(spells.map(({ level }) => level)).size && pairs.size === new Set(spells.map(({ pipeline }) => pipeline)).size;
}
