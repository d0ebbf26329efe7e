import { stagesOf } from '../model/stages.ts';
import type { Stage } from '../model/pipeline.ts';
import type { Exit } from '../model/replay.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CandidateFacts } from './facts.ts';
import { wilson } from './statistics/wilson.ts';

/** Promises of replies: broken is answered late or overdue. */
export interface PromiseCounts {
  readonly kept: number;
  readonly broken: number;
  /** Open and not due: neither kept nor broken. */
  readonly open: number;
}

/** One stage of a role's funnel, counted in visits; reached = waiting + returned + decided + gone. */
export interface FunnelStage {
  readonly stage: string;
  readonly kind: Stage['kind'];
  readonly reached: number;
  /** Different candidates among the visits. */
  readonly people: number;
  readonly waiting: number;
  readonly advanced: number;
  readonly returned: number;
  readonly declined: number;
  readonly withdrew: number;
  readonly expired: number;
  readonly hired: number;
  /** advanced + declined + withdrew + expired + hired. */
  readonly decided: number;
  /** Visits of erased candidates whose end is not known. */
  readonly gone: number;
  /** Visits of erased candidates, inside every count above but `waiting`. */
  readonly erased: number;
  /** Times the stage was passed over by advancing to a later one; such a candidate did not pass it. */
  readonly skipped: number;
  readonly promises: PromiseCounts;
}

/** How many applications a role has, by how they stand; one folder is one application. */
export interface RoleCounts {
  readonly applied: number;
  readonly open: number;
  readonly hired: number;
  readonly declined: number;
  readonly withdrew: number;
  readonly expired: number;
  readonly erased: number;
  /** Visits that came about by returning somebody. */
  readonly returns: number;
  /** Open applications that are late on our side. */
  readonly late: number;
}

/** The funnel of one role. */
export interface Funnel {
  readonly role: string;
  /** In the order of the pipeline; an optional or retired stage appears only when it is on or was visited. */
  readonly stages: readonly FunnelStage[];
  readonly counts: RoleCounts;
  readonly promises: PromiseCounts;
}

/** Fewer decided visits than this are shown as counts only. */
export const CONVERSION_FROM = 5;

type Tally = { -readonly [Key in Exclude<keyof FunnelStage, 'stage' | 'kind' | 'people' | 'promises' | 'decided'>]: number } & {
  people: Set<string>; promises: { kept: number; broken: number; open: number };
};

/**
 * Counts the visits of a role's candidates. Erased candidates stay in with what their tombstones say.
 * @param today the day on which a retirement must have begun to take a stage out; without it every retirement has
 */
export function funnel(workspace: Workspace, role: string, candidates: readonly CandidateFacts[], today = '9999-12-31'): Funnel {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  const on = new Set(pipeline && opening ? stagesOf(pipeline, opening.with).filter((stage) => stage.retired === undefined || stage.retired > today).map((stage) => stage.id) : []);
  const order = pipeline?.stages ?? [];
  const tallies = new Map(order.map((stage) => [stage.id, emptyTally()]));
  for (const candidate of candidates) {
    countVisits(candidate, tallies);
    countTombstone(candidate, tallies);
    countSkips(candidate, order.map((stage) => stage.id), on, tallies);
  }
  const stages = order.flatMap((stage) => {
    const tally = tallies.get(stage.id);
    return tally && (on.has(stage.id) || tally.reached > 0) ? [row(stage, tally)] : [];
  });
  return { role, stages, counts: roleCounts(candidates), promises: addPromises(stages.map((stage) => stage.promises)) };
}

/** Advanced of decided as a share with its Wilson interval at 95 %; undefined below five decided visits. */
export function conversion(stage: FunnelStage): { readonly share: number; readonly lower: number; readonly upper: number } | undefined {
  const bounds = stage.decided < CONVERSION_FROM ? undefined : wilson(stage.advanced + stage.hired, stage.decided);
  return bounds && { share: (stage.advanced + stage.hired) / stage.decided, lower: bounds[0], upper: bounds[1] };
}

/** Adds up promises, of stages or of roles. */
export function addPromises(list: readonly PromiseCounts[]): PromiseCounts {
  const total = { kept: 0, broken: 0, open: 0 };
  for (const counts of list) {
    total.kept += counts.kept;
    total.broken += counts.broken;
    total.open += counts.open;
  }
  return total;
}

function emptyTally(): Tally {
  return {
    reached: 0, waiting: 0, advanced: 0, returned: 0, declined: 0, withdrew: 0, expired: 0, hired: 0, gone: 0, erased: 0, skipped: 0,
    people: new Set(), promises: { kept: 0, broken: 0, open: 0 },
  };
}

function row(stage: Stage, tally: Tally): FunnelStage {
  const { people, ...counts } = tally;
  return {
    stage: stage.id, kind: stage.kind, ...counts, people: people.size,
    decided: tally.advanced + tally.declined + tally.withdrew + tally.expired + tally.hired,
  };
}

function countVisits(candidate: CandidateFacts, tallies: ReadonlyMap<string, Tally>): void {
  for (const visit of candidate.visits) {
    const tally = tallies.get(visit.stage);
    if (!tally) continue;
    enter(tally, candidate.id, visit.how);
    if (visit.how === undefined) tally.waiting += 1;
    const state = visit.reply?.state;
    if (state === 'kept') tally.promises.kept += 1;
    else if (state === 'open') tally.promises.open += 1;
    else if (state !== undefined) tally.promises.broken += 1;
  }
}

function countTombstone(candidate: CandidateFacts, tallies: ReadonlyMap<string, Tally>): void {
  // While the record still stands its own visits count, or they would be counted twice.
  if (candidate.visits.length > 0) return;
  for (const visit of candidate.folder.erased?.value.visits ?? []) {
    const tally = tallies.get(visit.stage);
    if (!tally) continue;
    enter(tally, candidate.id, visit.how);
    tally.erased += 1;
    if (visit.how === undefined) tally.gone += 1;
  }
}

function enter(tally: Tally, candidate: string, how: Exit | undefined): void {
  tally.reached += 1;
  tally.people.add(candidate);
  if (how !== undefined) tally[how] += 1;
}

function countSkips(candidate: CandidateFacts, order: readonly string[], on: ReadonlySet<string>, tallies: ReadonlyMap<string, Tally>): void {
  candidate.visits.forEach((visit, index) => {
    const next = candidate.visits[index + 1];
    if (!next || visit.how !== 'advanced') return;
    for (const stage of order.slice(order.indexOf(visit.stage) + 1, Math.max(0, order.indexOf(next.stage)))) {
      const tally = on.has(stage) ? tallies.get(stage) : undefined;
      if (tally) tally.skipped += 1;
    }
  });
}

/** Whether somebody had applied by the day that is looked at: of a record that begins later nothing is known yet. */
export function hasApplied({ appliedAt, how }: CandidateFacts): boolean {
  return appliedAt !== undefined || how === 'erased';
}

/** Whether somebody applies after the day that is looked at: a record whose every event is still to come, unlike one that has none. */
export function appliesLater(facts: CandidateFacts): boolean {
  return !hasApplied(facts) && facts.ignored > 0;
}

function roleCounts(candidates: readonly CandidateFacts[]): RoleCounts {
  const ended = (how: CandidateFacts['how']): number => candidates.filter((candidate) => candidate.how === how).length;
  return {
    applied: candidates.filter(hasApplied).length,
    open: candidates.filter((candidate) => !candidate.closed && candidate.current).length,
    hired: ended('hired') + candidates.filter((candidate) => candidate.how === 'erased' && candidate.folder.erased?.value.visits.some((visit) => visit.how === 'hired')).length,
    declined: ended('declined'), withdrew: ended('withdrew'), expired: ended('expired'), erased: ended('erased'),
    returns: candidates.reduce((total, candidate) => total + candidate.visits.filter((visit) => visit.how === 'returned').length
      + (candidate.visits.length > 0 ? 0 : (candidate.folder.erased?.value.visits.filter((visit) => visit.how === 'returned').length ?? 0)), 0),
    late: candidates.filter((candidate) => (candidate.move.on === 'manager' || candidate.move.on === 'reviewers') && candidate.move.lateBy > 0).length,
  };
}
