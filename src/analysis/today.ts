import { CLOCK_TOLERANCE } from '../model/clock.ts';
import type { EventName } from '../model/candidate.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts, Deadline, Due, VisitFacts } from './facts.ts';
import type { PromiseCounts } from './funnel.ts';
import { byName, owedAnswer, QUIET_FROM, silence, type OwedAnswer, type Silence } from './ledger.ts';
import { wilson } from './statistics/wilson.ts';
import { addDays } from './time/day.ts';
import { businessDaysLate, dueAt, officeOf, type Office } from './time/office.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** Promises kept are counted over so many days. */
export const KEPT_DAYS = 90;

/** A candidate whose scores are all in: a manager decides. */
export interface DecisionWaiting {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly due: Due | undefined;
  readonly lateBy: number;
}

/** Something a candidate was promised and has not got, other than a decision. */
export type PromiseWaiting = OwedAnswer & { readonly owe: Exclude<OwedAnswer['owe'], 'decide'> };

/** A score that was asked for by name. */
export interface ScoreWaiting {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly person: string;
  readonly asked: string | undefined;
  /** From which day it could be scored: when the person was asked, or when the work was there, whichever was later. */
  readonly since: string | undefined;
  readonly due: Due | undefined;
  readonly lateBy: number;
}

/** A candidate inside their window. */
export interface WindowRunning {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly deadline: Deadline | undefined;
  /** Real time left in hours, negative once it has passed; undefined without a deadline. */
  readonly hoursLeft: number | undefined;
}

/** One thing that happened; never a mark. */
export interface Happening {
  readonly at: string;
  readonly atEpoch: number;
  readonly candidate: CandidateFacts;
  readonly what: EventName | 'scored' | 'decided';
  /** The stage of an event, the visit of a score. */
  readonly where: string | undefined;
  readonly by: string | undefined;
}

/** What a manager reads in the morning. */
export interface Today {
  /** Whose applications these are; undefined for everybody's. */
  readonly manager: string | undefined;
  /** Open applications, and closed ones that still owe an answer, by whose move it is. */
  readonly moves: { readonly manager: number; readonly reviewers: number; readonly candidate: number };
  /** Soonest due first. */
  readonly decide: readonly DecisionWaiting[];
  /** The latest first, then the soonest; what stands under decide is not repeated. */
  readonly promises: readonly PromiseWaiting[];
  /** Answers of the last 90 days, and those overdue. */
  readonly kept: PromiseCounts & { readonly lower: number | undefined; readonly upper: number | undefined };
  readonly missing: readonly ScoreWaiting[];
  /** Visits that wait for scores and nobody was asked by name. */
  readonly unassigned: readonly { readonly candidate: CandidateFacts; readonly visit: VisitFacts }[];
  /** Whoever has heard from no person for five business days or more, the longest silence first. */
  readonly quiet: readonly Silence[];
  /** Soonest deadline first. */
  readonly working: readonly WindowRunning[];
  /** The business day before today: what happened from its beginning on. */
  readonly sinceDay: string;
  /** Newest first. */
  readonly since: readonly Happening[];
}

/** Counts Today from the facts, for one manager or for all. */
export function today(workspace: Workspace, facts: WorkspaceFacts, manager?: string): Today {
  const office = officeOf(workspace.calendar);
  const { now } = facts;
  const candidates = manager === undefined ? facts.all : facts.all.filter((candidate) => candidate.manager === manager);
  const currents = candidates.flatMap((candidate) => (candidate.current ? [{ candidate, visit: candidate.current }] : []));
  const late = (due: Due | undefined): number => (due ? businessDaysLate(office, due, now) : 0);
  const scoring = currents.filter(({ visit }) => visit.phase === 'ours' && visit.panel?.complete === false);
  const sinceDay = office.business.add(addDays(facts.today, -1), 0);
  return {
    manager,
    moves: {
      manager: candidates.filter((candidate) => candidate.move.on === 'manager').length,
      reviewers: candidates.filter((candidate) => candidate.move.on === 'reviewers').length,
      candidate: candidates.filter((candidate) => candidate.move.on === 'candidate').length,
    },
    decide: currents
      .filter(({ candidate }) => candidate.move.owes === 'decide')
      .map(({ candidate, visit }) => ({ candidate, visit, due: candidate.move.due, lateBy: candidate.move.lateBy }))
      .sort(soonest((entry) => entry.due?.at)),
    promises: candidates.flatMap((candidate) => owedAnswer(office, candidate, now) ?? []).filter(isNoDecision).sort(soonest((entry) => entry.reply.due.at)),
    kept: kept(candidates, now),
    missing: scoring
      .flatMap(({ candidate, visit }) => (visit.panel?.missing ?? []).map((score) => {
        const due = score.due === undefined ? undefined : dueAt(office, score.due);
        return { candidate, visit, person: score.person, asked: score.asked, since: scorableSince(office, visit, score.asked), due, lateBy: late(due) };
      }))
      .sort(soonest((entry) => entry.due?.at ?? entry.visit.reply?.due.at)),
    unassigned: scoring.filter(({ visit }) => visit.panel?.missing.length === 0).sort(soonest((entry) => entry.visit.reply?.due.at)),
    quiet: candidates.flatMap((candidate) => silence(office, candidate, now) ?? []).filter(({ business }) => business >= QUIET_FROM)
      .sort((a, b) => b.business - a.business || a.since - b.since || byName(a, b)),
    working: currents
      .filter(({ visit }) => visit.phase === 'working')
      .map(({ candidate, visit }) => ({
        candidate, visit, deadline: visit.deadline, hoursLeft: visit.deadline && (visit.deadline.at - now) / MS_PER_HOUR,
      }))
      .sort(soonest((entry) => entry.deadline?.at)),
    sinceDay,
    since: candidates.flatMap((candidate) => happenings(candidate, office.zone.startOfDay(sinceDay), now)).sort((a, b) => b.atEpoch - a.atEpoch || byName(a, b)),
  };
}

/** The day from which a reviewer could score: asked before the work was there means waiting, not being slow. */
export function scorableSince(office: Office, visit: VisitFacts, asked: string | undefined): string | undefined {
  const ready = visit.reply === undefined ? undefined : office.zone.dayOf(visit.reply.sinceAt);
  if (asked === undefined || ready === undefined) return asked ?? ready;
  return asked > ready ? asked : ready;
}

/** Today of every manager of a role, by id in ascending order. */
export function todayByManager(workspace: Workspace, facts: WorkspaceFacts): ReadonlyMap<string, Today> {
  const managers = [...new Set([...workspace.roles.values()].map((role) => role.value.manager))].sort();
  return new Map(managers.map((manager) => [manager, today(workspace, facts, manager)]));
}

/** What stands under decide is not repeated. */
function isNoDecision(owed: OwedAnswer): owed is PromiseWaiting {
  return owed.owe !== 'decide';
}

function kept(candidates: readonly CandidateFacts[], now: number): Today['kept'] {
  const counts = { kept: 0, broken: 0, open: 0 };
  for (const { visits } of candidates) {
    for (const { reply } of visits) {
      if (!reply) continue;
      if (reply.state === 'open') counts.open += 1;
      else if (reply.state === 'overdue') counts.broken += 1;
      else if ((reply.answeredAt ?? reply.due.at) > now - KEPT_DAYS * MS_PER_DAY) counts[reply.state === 'kept' ? 'kept' : 'broken'] += 1;
    }
  }
  const bounds = wilson(counts.kept, counts.kept + counts.broken);
  return { ...counts, lower: bounds?.[0], upper: bounds?.[1] };
}

function happenings(candidate: CandidateFacts, from: number, now: number): Happening[] {
  // Most candidates were quiet, and the parsing below is what costs.
  if ((candidate.lastAt ?? -Infinity) < from) return [];
  const { folder } = candidate;
  const all = [
    ...(folder.record?.value.events ?? []).map((event) => ({ at: event.at, what: event.event, where: event.stage, by: event.by })),
    ...[...folder.scores].flatMap(([visit, scores]) => scores.map((score) => ({ at: score.value.submitted, what: 'scored' as const, where: visit, by: score.person }))),
    ...candidate.decisions.map((decision) => ({ at: decision.value.decided, what: 'decided' as const, where: undefined, by: decision.value.by[0] })),
  ];
  return all
    .map((entry) => ({ ...entry, atEpoch: Date.parse(entry.at), candidate }))
    .filter((entry) => entry.atEpoch >= from && entry.atEpoch <= now + CLOCK_TOLERANCE);
}

/** Orders by a moment, those without one last, and by role and id where it is the same. */
function soonest<T extends { readonly candidate: CandidateFacts }>(moment: (entry: T) => number | undefined): (a: T, b: T) => number {
  return (a, b) => {
    const [first, second] = [moment(a) ?? Infinity, moment(b) ?? Infinity];
    return first === second ? byName(a, b) : first - second;
  };
}
