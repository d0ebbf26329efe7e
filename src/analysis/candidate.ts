import type { Exit } from '../model/replay.ts';
import { stagesOf } from '../model/stages.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { CandidateFacts, VisitFacts } from './facts.ts';
import { move } from './move.ts';
import { barFacts, decidingVisit, overall } from './overall.ts';
import { recordAt, replayAt, type RecordAt } from './record.ts';
import { heldTime, segments } from './segments.ts';
import { stageTerms } from './stage-terms.ts';
import { officeOf } from './time/office.ts';
import { clockOf, matchAnswers } from './time/reply.ts';
import { visitFacts } from './visit.ts';

/**
 * Everything that follows from one application at `now` (epoch in milliseconds). Facts after now are left out and counted. Never
 * throws: of a record that is missing, erased or contradicts the state machine it says what remains legal.
 */
export function candidateFacts(workspace: Workspace, folder: CandidateFolder, now: number): CandidateFacts {
  const office = officeOf(workspace.calendar);
  const record = recordAt(workspace, folder, now);
  const role = workspace.roles.get(folder.role)?.value;
  const pipeline = role && workspace.pipelines.get(role.pipeline)?.value;
  const played = replayAt(workspace, folder.role, record.events, record.today);
  const accepted = record.events.filter((_, index) => !played?.faults.some((fault) => fault.index === index));
  const clocks = (played?.visits ?? []).flatMap((visit) => clockOf(visit) ?? []);
  const answers = matchAnswers(clocks, record.sent);
  const stretches = segments(office, played?.visits ?? [], accepted, now);
  const visits = (played?.visits ?? []).map((visit) => {
    const stage = pipeline?.stages.find((known) => known.id === visit.stage);
    return visitFacts({
      workspace, office, folder, record, visit,
      terms: stage && stageTerms(workspace, stage, folder.role),
      clock: clocks.find((clock) => clock.visit === visit),
      answer: answers.get(visit.name),
      time: heldTime(stretches.filter((stretch) => stretch.visit === visit.name)),
    });
  });
  const current = visits.at(-1);
  const weights = new Map((pipeline && role ? stagesOf(pipeline, role.with) : []).flatMap((stage) => (stage.weight === undefined ? [] : [[stage.id, stage.weight] as const])));
  const deciding = decidingVisit(visits);
  return {
    role: folder.role, id: folder.id, folder, manager: role?.manager, visits, current,
    closed: record.erased || (played?.closed ?? false),
    how: record.erased ? 'erased' : ending(current),
    reason: current?.phase === 'closed' ? current.reason : undefined,
    appliedAt: visits[0]?.enteredAt,
    lastAt: lastAt(record),
    daysInStage: current ? current.time.ours + current.time.theirs : 0,
    move: move(office, visits, current, role?.manager, now),
    segments: stretches,
    held: heldTime(stretches),
    overall: overall(visits, weights),
    disagreements: visits.filter((visit) => visit.panel?.complete).flatMap((visit) => visit.disagreements)
      .sort((a, b) => b.spread - a.spread || b.weight - a.weight),
    deciding: deciding?.name,
    bar: barFacts(deciding),
    decisions: record.decisions,
    faults: played?.faults ?? [],
    ignored: record.ignored,
  };
}

const ENDINGS: ReadonlySet<Exit | undefined> = new Set(['hired', 'declined', 'withdrew', 'expired']);

function ending(visit: VisitFacts | undefined): 'hired' | 'declined' | 'withdrew' | 'expired' | undefined {
  return visit?.phase === 'closed' && ENDINGS.has(visit.how) ? (visit.how as 'hired' | 'declined' | 'withdrew' | 'expired') : undefined;
}

function lastAt(record: RecordAt): number | undefined {
  const moments = [
    ...record.events.map((event) => event.at),
    ...record.sent.map((sent) => sent.message.at),
    ...[...record.scores.values()].flat().map((score) => score.value.submitted),
    ...record.decisions.map((decision) => decision.value.decided),
  ].map((instant) => Date.parse(instant));
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** Every application of a workspace, by role and then by candidate, in the order of ids. */
export interface WorkspaceFacts {
  readonly now: number;
  /** `now` as a day of the organisation. */
  readonly today: string;
  readonly roles: ReadonlyMap<string, readonly CandidateFacts[]>;
  /** All of them. */
  readonly all: readonly CandidateFacts[];
  /** Facts after now, left out everywhere. */
  readonly ignored: number;
}

/**
 * Computes the facts of every candidate once; funnel, today and load are counted from them.
 * A candidate whose id stands in two roles has two entries: one folder is one application.
 */
export function workspaceFacts(workspace: Workspace, now: number): WorkspaceFacts {
  const roles = new Map<string, readonly CandidateFacts[]>();
  for (const role of [...new Set([...workspace.roles.keys(), ...workspace.candidates.keys()])].sort()) {
    const folders = [...(workspace.candidates.get(role)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    roles.set(role, folders.map((folder) => candidateFacts(workspace, folder, now)));
  }
  const all = [...roles.values()].flat();
  return { now, today: officeOf(workspace.calendar).zone.dayOf(now), roles, all, ignored: all.reduce((total, facts) => total + facts.ignored, 0) };
}
