import { CLOCK_TOLERANCE } from '../model/clock.ts';
import { STAGE_KINDS } from '../model/stage-kind.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts, Due, Move, Reply, VisitFacts } from './facts.ts';
import { keptBy, type Kept, type KeptCounts, type Promised, promisesOf, tally } from './ledger-kept.ts';
import { businessDaysLate, daysBetween, officeOf, type Office } from './time/office.ts';

/** Who sends where no person does: its messages are received, and nobody was heard. */
const TOOL = 'hire';

/** Business days of silence from which somebody should write, whatever was promised: what good candidates wait. */
export const QUIET_FROM = 5;

/** An answer that a candidate waits for. */
export interface OwedAnswer {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly reply: Reply;
  /** What it takes: a decision, the answer itself, telling a decision that was made, or the invitation to the next stage. */
  readonly owe: 'decide' | 'answer' | 'decision-told' | 'invite';
  /** Business days past the due day, at least 1 once it has passed. */
  readonly lateBy: number;
}

/** How long somebody who waits has heard from no person. */
export interface Silence {
  readonly candidate: CandidateFacts;
  /** When they last did: epoch in milliseconds, and the organisation's day. */
  readonly since: number;
  readonly sinceDay: string;
  /** By what; `applied` where nobody ever wrote, counted from the application. */
  readonly by: 'message' | 'meeting' | 'applied';
  readonly business: number;
  readonly calendar: number;
  /** A decision was made that they do not know of. */
  readonly untold: boolean;
}

/** A date that a candidate has before them, or let pass. */
export interface TheirDate {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly owes: Move['owes'];
  readonly due: Due;
  /** It has passed, and nothing was recorded since. */
  readonly over: boolean;
}

/** Every promise to candidates, and what became of it. */
export interface Ledger {
  /** One for each candidate who waits, overdue ones first: where several stages were left unanswered, the oldest stands for all, since one message answers them. */
  readonly owed: readonly OwedAnswer[];
  /** Everybody who waits and is not with us at this moment, the longest silence first. */
  readonly silences: readonly Silence[];
  /** Soonest first, so those that have passed stand on top. */
  readonly theirs: readonly TheirDate[];
  readonly kept: KeptCounts;
  readonly byRole: readonly Kept[];
  readonly byStage: readonly Kept[];
  readonly byPerson: readonly Kept[];
}

/** Keeps the ledger of all applications, or of those given. */
export function ledger(workspace: Workspace, facts: WorkspaceFacts, candidates: readonly CandidateFacts[] = facts.all): Ledger {
  const office = officeOf(workspace.calendar);
  const { now } = facts;
  const promised = candidates.flatMap(promisesOf);
  return {
    owed: candidates.flatMap((candidate) => owedAnswer(office, candidate, now) ?? []).sort((a, b) => a.reply.due.at - b.reply.due.at || byName(a, b)),
    silences: candidates.flatMap((candidate) => silence(office, candidate, now) ?? []).sort((a, b) => b.business - a.business || a.since - b.since || byName(a, b)),
    theirs: candidates.flatMap((candidate) => theirDate(candidate, now) ?? []).sort((a, b) => a.due.at - b.due.at || byName(a, b)),
    kept: tally(promised),
    byRole: keptBy(promised, (promise) => promise.role, [...workspace.roles.keys()]),
    byStage: keptBy(promised, (promise) => promise.stage, stagesInOrder(workspace, candidates)),
    byPerson: keptBy(promised, personOf, [...workspace.people.keys()]),
  };
}

/** The oldest answer a candidate waits for; undefined when they wait for none. */
export function owedAnswer(office: Office, candidate: CandidateFacts, now: number): OwedAnswer | undefined {
  const waiting = candidate.visits.filter(({ reply }) => reply?.state === 'open' || reply?.state === 'overdue');
  const visit = waiting.toSorted((a, b) => (a.reply?.due.at ?? 0) - (b.reply?.due.at ?? 0))[0];
  if (!visit?.reply) return undefined;
  return { candidate, visit, reply: visit.reply, owe: owed(candidate, visit, visit.reply), lateBy: businessDaysLate(office, visit.reply.due, now) };
}

function owed({ move, current }: CandidateFacts, visit: VisitFacts, reply: Reply): OwedAnswer['owe'] {
  if (move.owes === 'decide' && visit === current) return 'decide';
  if (!reply.decidedNotTold) return 'answer';
  return move.owes === 'invite' && visit.leftAt !== undefined ? 'invite' : 'decision-told';
}

/**
 * Since when a candidate has heard from no person: the last message that a person sent, or the last meeting that was held.
 * Undefined for whoever waits for nothing, and while a meeting with us is under way.
 */
export function silence(office: Office, candidate: CandidateFacts, now: number): Silence | undefined {
  const { current, folder, visits, move } = candidate;
  const untold = visits.some((visit) => visit.reply?.decidedNotTold === true);
  if (!current || (candidate.closed && !untold) || move.owes === 'attend') return undefined;
  const heard = [
    ...(folder.messages?.value ?? []).filter(({ by }) => by !== TOOL).map(({ at }) => ({ at: Date.parse(at), by: 'message' as const })),
    ...visits.flatMap(({ held }) => (held === undefined ? [] : [{ at: Date.parse(held), by: 'meeting' as const }])),
  ].filter(({ at }) => at <= now + CLOCK_TOLERANCE);
  const { at, by } = heard.reduce((last, each) => (each.at > last.at ? each : last), { at: candidate.appliedAt ?? current.enteredAt, by: 'applied' as Silence['by'] });
  return { candidate, since: at, sinceDay: office.zone.dayOf(at), by, ...daysBetween(office, at, Math.max(at, now)), untold };
}

function theirDate(candidate: CandidateFacts, now: number): TheirDate | undefined {
  const { current: visit, move } = candidate;
  if (!visit || move.on !== 'candidate' || !move.due) return undefined;
  return { candidate, visit, owes: move.owes, due: move.due, over: now > move.due.at };
}

/** Who answered, or was to: what the tool sent, and what nobody has, is the manager's. */
function personOf({ manager, by }: Promised): string | undefined {
  return by === undefined || by === TOOL ? manager : by;
}

/** Stages of the pipelines these candidates go through, each once: in the order of the one pipeline, or of their kinds where there are several. */
function stagesInOrder(workspace: Workspace, candidates: readonly CandidateFacts[]): string[] {
  const used = new Set([...new Set(candidates.map(({ role }) => role))].sort().flatMap((role) => workspace.roles.get(role)?.value.pipeline ?? []));
  const stages = [...used].flatMap((id) => workspace.pipelines.get(id)?.value.stages ?? []);
  if (used.size > 1) stages.sort((a, b) => STAGE_KINDS.indexOf(a.kind) - STAGE_KINDS.indexOf(b.kind));
  return [...new Set(stages.map(({ id }) => id))];
}

/** The order of role and id, where nothing else decides. */
export function byName(a: { readonly candidate: CandidateFacts }, b: { readonly candidate: CandidateFacts }): number {
  const [first, second] = [`${a.candidate.role}/${a.candidate.id}`, `${b.candidate.role}/${b.candidate.id}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
