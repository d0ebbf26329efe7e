import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import type { Office } from '../analysis/time/office.ts';
import { isHandedIn } from '../model/stage-kind.ts';

/** An instant for people, in the organisation's zone: `2026-11-24 14:05`. */
export function momentWords(office: Office, epoch: number): string {
  return office.zone.instantText(epoch).slice(0, 16).replace('T', ' ');
}

/** Where a candidate is: `in “trial”, booked for 2026-11-11 09:00`. */
export function whereWords(office: Office, { current, how, reason }: CandidateFacts): string {
  if (!current) return 'in no stage';
  if (current.phase !== 'closed') return `in “${current.name}”, ${phaseWords(office, current)}`;
  const ended = how ?? 'ended';
  return `closed: ${ended} in “${current.name}”${current.leftAt === undefined ? '' : ` at ${momentWords(office, current.leftAt)}`}${reason === undefined ? '' : ` (${reason})`}`;
}

function phaseWords(office: Office, visit: VisitFacts): string {
  switch (visit.phase) {
    case 'entered': return isHandedIn(visit.kind) ? 'not started yet' : 'not booked yet';
    case 'working': return visit.deadline ? `working until ${momentWords(office, visit.deadline.at)}` : 'working';
    case 'booked': return visit.bookedFor === undefined ? 'booked' : `booked for ${momentWords(office, Date.parse(visit.bookedFor))}`;
    case 'theirs': return 'with our offer in hand';
    case 'ours': return 'where it is our move';
    case 'closed': return 'closed';
  }
}
