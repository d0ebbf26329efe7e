import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { AskedFact, CandidateFacts, Due, VisitFacts } from './facts.ts';
import { byName, owedAnswer } from './ledger.ts';
import { businessDaysLate, dueAt, officeOf, type Office } from './time/office.ts';

/**
 * What somebody of us is to do: decide; tell what was decided; invite to the next stage; say that the answer is late; ask people to
 * score; score; write down how a meeting went; make the offer; close what has run out.
 */
export type DutyKind = 'decide' | 'tell' | 'invite' | 'late' | 'ask' | 'score' | 'record' | 'offer' | 'expire';

/** One thing one person is to do. */
export interface Duty {
  readonly kind: DutyKind;
  /** Whose it is; undefined where the role names no manager. */
  readonly person: string | undefined;
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  /** By when; of what has run out, when that was. */
  readonly due: Due | undefined;
  /** Business days by which we are late, at least 1 once the due moment has passed. A candidate’s window that has run out is nobody’s lateness of ours, and nobody waits for a trainee: 0. */
  readonly lateBy: number;
}

/** Everything somebody of us is to do, the latest first, then the soonest. What the manager and the reviewers owe one candidate stands apart. */
export function duties(workspace: Workspace, facts: WorkspaceFacts): Duty[] {
  const office = officeOf(workspace.calendar);
  return facts.all
    .flatMap((candidate) => dutiesFor(workspace, office, candidate, facts.now))
    .sort((a, b) => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity) || byName(a, b) || compare(a.person ?? '', b.person ?? ''));
}

function dutiesFor(workspace: Workspace, office: Office, candidate: CandidateFacts, now: number): Duty[] {
  const { move, manager, current } = candidate;
  const late = (due: Due | undefined): number => (due ? businessDaysLate(office, due, now) : 0);
  const found: Duty[] = [];
  const add = (kind: DutyKind, person: string | undefined, visit: VisitFacts, due: Due | undefined, patient = kind === 'expire'): void => void found.push({ kind, person, candidate, visit, due, lateBy: patient ? 0 : late(due) });

  const owed = owedAnswer(office, candidate, now);
  if (owed?.owe === 'decision-told') add('tell', manager, owed.visit, owed.reply.due);
  if (owed?.owe === 'invite') add('invite', manager, owed.visit, owed.reply.due);
  if (!current) return found;
  if (owed?.owe === 'answer' && owed.lateBy > 0 && move.on === 'reviewers' && !saidLate(workspace, candidate, owed.reply.due.at, now)) add('late', manager, owed.visit, owed.reply.due);

  if (move.owes === 'decide' || move.owes === 'offer' || move.owes === 'record') add(move.owes, manager, current, move.due);
  if (move.owes === 'score') {
    const missing = move.on === 'reviewers' ? current.panel?.missing ?? [] : [];
    for (const { person, due } of missing) add('score', person, current, due === undefined ? move.due : dueAt(office, due));
    if (missing.length === 0) add('ask', manager, current, move.due);
  }
  for (const { person, due, shadow } of besides(candidate, current, office.zone.dayOf(now))) {
    add('score', person, current, due === undefined ? current.reply?.due : dueAt(office, due), shadow);
  }
  if (move.on === 'candidate' && move.due && now > move.due.at && (move.owes === 'hand-in' || move.owes === 'start' || move.owes === 'book' || move.owes === 'answer-offer')) add('expire', manager, current, move.due);
  return found;
}

/** Asked by name and not waited for: trainees until marks are shown, and whoever was asked once the others had scored. */
function besides({ folder }: CandidateFacts, { phase, panel }: VisitFacts, today: string): readonly AskedFact[] {
  if (phase !== 'ours' || !panel) return [];
  const conflicted = (person: string): boolean => (folder.conflicts.get(person)?.value.declared ?? '9999') <= today;
  return panel.asked.filter((place) => place.shadow !== panel.complete && !place.in && place.released === undefined && !conflicted(place.person));
}

/** Whether the candidate was told, once the answer was due, that it is late. */
function saidLate(workspace: Workspace, { folder }: CandidateFacts, due: number, now: number): boolean {
  return (folder.messages?.value ?? []).some(({ at, message }) => {
    const sent = Date.parse(at);
    return sent > due && sent <= now && workspace.messages.get(message)?.values().next().value?.value.when.on === 'late';
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
