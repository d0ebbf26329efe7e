import { isHandedIn } from '../model/stage-kind.ts';
import type { Due, Move, Owes, VisitFacts } from './facts.ts';
import { businessDaysLate, dueAt, type Office } from './time/office.ts';

const NOBODY: Move = { on: 'nobody', people: [], owes: 'nothing', sinceAt: undefined, due: undefined, lateBy: 0 };

/**
 * Whose move it is, as a hiring manager would say it. An application that was decided and not told is the manager's; a visit of ours
 * waits for its reviewers until the panel is complete and then for the manager; everything else waits for the candidate.
 */
export function move(office: Office, visits: readonly VisitFacts[], current: VisitFacts | undefined, manager: string | undefined, now: number): Move {
  if (!current) return NOBODY;
  const our = (owes: Owes, sinceAt: number | undefined, due: Due | undefined): Move =>
    ({ on: 'manager', people: manager === undefined ? [] : [manager], owes, sinceAt, due, lateBy: due ? businessDaysLate(office, due, now) : 0 });
  const their = (owes: Owes, since: string, due: Due | undefined): Move =>
    ({ on: 'candidate', people: [], owes, sinceAt: Date.parse(since), due, lateBy: due ? businessDaysLate(office, due, now) : 0 });
  // The oldest answer that is owed for a stage that has been left.
  const untold = visits.find((visit) => visit.leftAt !== undefined && visit.reply?.decidedNotTold === true);

  switch (current.phase) {
    case 'closed':
      return untold ? our('answer', untold.leftAt, untold.reply?.due) : NOBODY;
    case 'entered': {
      if (untold) return our('invite', untold.leftAt, untold.reply?.due);
      if (!isHandedIn(current.kind)) return their('book', current.entered, current.startBy);
      return current.deadline ? their('hand-in', current.entered, current.deadline) : their('start', current.entered, current.startBy);
    }
    case 'working':
      return their('hand-in', current.started ?? current.entered, current.deadline);
    case 'booked':
      // Once it is over somebody of us writes down that it was held, or books it again.
      if (current.bookedFor === undefined || current.meetsUntil === undefined) return their('meet', current.entered, undefined);
      if (now > current.meetsUntil.at) return our('record', current.meetsUntil.at, current.meetsUntil);
      return now < Date.parse(current.bookedFor) ? their('meet', current.entered, dueAt(office, current.bookedFor)) : their('attend', current.bookedFor, current.meetsUntil);
    case 'theirs':
      return their('answer-offer', current.offered ?? current.entered, current.deadline);
    case 'ours':
      return ours(office, current, our, untold, now);
  }
}

function ours(
  office: Office, current: VisitFacts, our: (owes: Owes, since: number | undefined, due: Due | undefined) => Move, untold: VisitFacts | undefined, now: number,
): Move {
  const since = current.reply?.sinceAt ?? current.enteredAt;
  if (current.kind === 'offer') return our('offer', since, current.reply?.due);
  const { panel } = current;
  if (panel && !panel.complete) {
    const missing = panel.missing;
    const days = missing.flatMap((score) => score.due ?? []).sort();
    const due = days[0] === undefined ? current.reply?.due : dueAt(office, days[0]);
    const people = panel.named ? missing.map((score) => score.person) : panel.pool;
    // With everybody released, or a role without a panel, somebody has to be asked first.
    if (people.length === 0) return our('score', since, current.reply?.due);
    return { on: 'reviewers', people, owes: 'score', sinceAt: since, due, lateBy: due ? businessDaysLate(office, due, now) : 0 };
  }
  if (current.reply?.decidedNotTold) return our('answer', since, current.reply.due);
  // The stage before was never answered: that is older than this stage's own debt.
  if (untold) return our('answer', untold.leftAt, untold.reply?.due);
  return our('decide', panel?.completeAt ?? since, current.reply?.due);
}
