import type { CandidateFacts } from '../analysis/facts.ts';
import { appliesLater, conversion, funnel, type FunnelStage } from '../analysis/funnel.ts';
import { spellsOf, type StageSpell } from '../analysis/funnel-spells.ts';
import { goingOn, horizonOf } from '../analysis/going-on.ts';
import { roleCost } from '../analysis/process-cost.ts';
import { plannedTime, timeInStage } from '../analysis/time-in-stage.ts';
import { businessDaysLate, dueAt, officeOf } from '../analysis/time/office.ts';
import { waits } from '../analysis/waits.ts';
import { wayHorizon, waysOf, wholeWay } from '../analysis/whole-way.ts';
import { funnelFinding, goingFinding, timeFinding, waitsFinding, type StageFigures } from '../analysis/words/funnel-findings.ts';
import { compareText } from '../model/problem.ts';
import type { Role } from '../model/role.ts';
import { orNull, rounded } from './instants.ts';
import { publishedEntry, publishedGoing, publishedLeaving, publishedLeft, publishedTime, publishedWaits, publishedWholeWay } from './funnel-stage.ts';
import { openSince, roleStages, roleState, stageOfRole, stageTitleOf, type Lookup } from './lookup.ts';
import { candidateRow } from './candidate/row.ts';
import type { CandidateRow } from './published/common.ts';
import type { FunnelRow, PublishedRole } from './published/role.ts';
import { stageTitle } from '../model/stages.ts';

/** The page of one opening. */
export function publishedRole(id: string, role: Role, lookup: Lookup): PublishedRole {
  const { workspace, today } = lookup;
  const candidates = (lookup.facts.roles.get(id) ?? []).filter((facts) => !appliesLater(facts));
  const counted = funnel(workspace, id, candidates);
  const pipeline = workspace.pipelines.get(role.pipeline)?.value;
  const since = openSince(role, today);
  const closedOn = role.states.findLast((state) => state.is === 'closed' && state.on <= today)?.on;
  const rows = candidates.map((facts) => candidateRow(facts, lookup));
  const open = rows.filter((row) => !row.closed && row.stage !== null);
  const cost = roleCost(workspace, id);
  const spells = spellsOf(workspace, lookup.facts).get(id) ?? [];
  const byStage = Map.groupBy(spells, ({ stage }) => stage);
  const stages = counted.stages.map((stage) => ({ stage, spells: byStage.get(stage.stage) ?? [], figures: figuresOf(id, stage, byStage.get(stage.stage) ?? [], lookup) }));
  const figures = stages.map((each) => each.figures);
  // What is left of an erased candidate counts, and is told of nobody.
  const erased = new Set(candidates.flatMap(({ id: candidate, how }) => (how === 'erased' ? [candidate] : [])));
  const office = officeOf(workspace.calendar);
  const waiting = waits(candidates, counted.stages.map(({ stage }) => stage), (day) => businessDaysLate(office, dueAt(office, day), lookup.now) > 0);
  return {
    id,
    title: role.title,
    level: role.level,
    stack: [...role.stack],
    state: roleState(role, today),
    states: role.states.map((state) => ({ on: state.on, is: state.is, because: orNull(state.because) })),
    headcount: role.headcount,
    pipeline: role.pipeline,
    pipelineTitle: pipeline?.title ?? role.pipeline,
    bar: pipeline?.bar.trim() ?? '',
    manager: role.manager,
    panel: [...role.panel],
    pay: orNull(role.pay),
    openSince: orNull(since),
    openDays: since === undefined ? null : office.business.between(since, closedOn ?? today),
    counts: counted.counts,
    cost: { hours: rounded(cost?.hours ?? 0), days: cost?.days ?? 0 },
    funnel: stages.map((each) => funnelRow(each, lookup)),
    whole: publishedWholeWay(wholeWay(waysOf(workspace, lookup.facts, id), wayHorizon(workspace, id))),
    findings: { funnel: funnelFinding(stages.map(({ stage, figures: { title } }) => ({ ...stage, title }))), going: goingFinding(figures), time: timeFinding(figures), waits: waitsFinding(waiting), left: publishedLeaving(spells, lookup) },
    waits: publishedWaits(id, waiting, lookup),
    entries: spells.filter(({ candidate }) => !erased.has(candidate)).map(publishedEntry),
    stuck: [...open].sort(byUrgency),
    board: roleStages(workspace, role).map((stage) => ({
      stage: stage.id, title: stageTitle(stage), candidates: open.filter((row) => row.stage === stage.id).sort(byUrgency),
    })),
    closed: closedRows(candidates, lookup),
  };
}

/** What is computed of one stage from the entries into it. */
function figuresOf(role: string, { stage, kind }: FunnelStage, spells: readonly StageSpell[], lookup: Lookup): StageFigures {
  const { workspace } = lookup;
  const known = stageOfRole(workspace, role, stage);
  return {
    title: stageTitleOf(workspace, role, stage), kind,
    going: goingOn(spells, horizonOf(workspace, known)), time: timeInStage(spells),
    planned: known && plannedTime(workspace, known, role),
  };
}

function funnelRow({ stage, spells, figures }: { stage: FunnelStage; spells: readonly StageSpell[]; figures: StageFigures }, lookup: Lookup): FunnelRow {
  const share = conversion(stage);
  return {
    ...stage,
    title: figures.title,
    promises: { ...stage.promises },
    conversion: share === undefined ? null : { share: rounded(share.share), lower: rounded(share.lower), upper: rounded(share.upper) },
    going: publishedGoing(figures.going), time: publishedTime(figures.time, figures.planned), left: publishedLeft(spells, lookup),
  };
}

function closedRows(candidates: readonly CandidateFacts[], lookup: Lookup): CandidateRow[] {
  return candidates
    .map((facts) => candidateRow(facts, lookup))
    .filter((row) => row.closed || row.stage === null)
    .sort((a, b) => compareText(b.ended ?? '', a.ended ?? '') || compareText(a.id, b.id));
}

/** Furthest past its promise first, then the soonest due, then the longest in its stage. */
export function byUrgency(a: CandidateRow, b: CandidateRow): number {
  const ours = (row: CandidateRow): number => (row.move.on === 'manager' || row.move.on === 'reviewers' ? row.move.lateBy : 0);
  return ours(b) - ours(a) || compareText(a.move.due ?? '9999', b.move.due ?? '9999') || b.daysInStage - a.daysInStage || compareText(a.id, b.id);
}
