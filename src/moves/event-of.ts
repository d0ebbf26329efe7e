import type { VisitFacts } from '../analysis/facts.ts';
import type { Office } from '../analysis/time/office.ts';
import type { CandidateEvent } from '../model/candidate.ts';
import { closest, listed } from '../model/words.ts';
import type { Workspace } from '../model/workspace.ts';
import { targetsOf } from './legal.ts';
import type { MoveRequest } from './move.ts';
import { NotPossible } from './refusal.ts';
import { VERBS } from './verbs.ts';
import { momentWords } from './where.ts';

/**
 * The event that a request writes, with the words of the closed lists.
 * @throws NotPossible when a word is missing or not in its list
 */
export function eventOf(workspace: Workspace, office: Office, role: string, current: VisitFacts, request: MoveRequest): CandidateEvent {
  const { verb, by } = request;
  const { event } = VERBS[verb];
  const base = { at: office.zone.instantText(request.at), stage: current.stage };
  const day = base.at.slice(0, 10);
  const optional = { ...base, ...(by !== undefined && { by }) };
  switch (event) {
    case 'booked': return { ...optional, event, for: office.zone.instantText(meeting(office, request)) };
    case 'withdrew': return { ...optional, event, reason: reason(verb, request.reason, workspace.settings.value.withdraw_reasons) };
    case 'declined': return { ...base, event, by: signed(request), reason: reason(verb, request.reason, workspace.settings.value.decline_reasons) };
    case 'returned': {
      const to = target(workspace, role, current, request, day) ?? current.stage;
      return { ...base, event, by: signed(request), to };
    }
    case 'advanced': {
      const to = target(workspace, role, current, request, day);
      const [next] = targetsOf(workspace, role, current.stage, 'advance', day);
      return { ...base, event, by: signed(request), ...(to !== undefined && to !== next && { to }) };
    }
    case 'reopened': return { ...base, event, by: signed(request) };
    default: return { ...optional, event };
  }
}

function signed({ verb, by }: MoveRequest): string {
  if (by === undefined) throw new NotPossible(`“hire ${verb}” has to say who does it.`, 'Add --by with the id of a person.');
  return by;
}

function reason(verb: string, said: string | undefined, known: Readonly<Record<string, string>>): string {
  const words = Object.keys(known);
  if (said === undefined) throw new NotPossible(`“hire ${verb}” needs a reason.`, `Add --reason with one of ${listed(words, 'or')}.`);
  if (Object.hasOwn(known, said)) return said;
  const guess = closest(said, words);
  throw new NotPossible(`The settings list no reason “${said}” for “hire ${verb}”.`, guess === undefined ? `There are: ${words.join(', ')}.` : `Did you mean “${guess}”?`);
}

function target(workspace: Workspace, role: string, current: VisitFacts, { verb, to }: MoveRequest, day: string): string | undefined {
  if (to === undefined || (verb !== 'advance' && verb !== 'return')) return undefined;
  const known = targetsOf(workspace, role, current.stage, verb, day);
  if (known.includes(to)) return to;
  const guess = closest(to, known);
  const which = verb === 'advance' ? `no stage after “${current.stage}” that is open` : `neither “${current.stage}” nor a stage before it`;
  throw new NotPossible(`“${to}” is ${which}.`, guess === undefined ? `Possible after --to: ${known.join(', ') || 'nothing'}.` : `Did you mean “${guess}”?`);
}

function meeting(office: Office, request: MoveRequest): number {
  if (request.for === undefined) throw new NotPossible('“hire book” needs the time of the meeting.', 'Add --for, such as --for 2026-11-26T14:00.');
  if (request.for < request.at) throw new NotPossible(`The meeting at ${momentWords(office, request.for)} lies before ${momentWords(office, request.at)}, when it was booked.`, 'Correct --for, or say with --when when it was booked.');
  return request.for;
}
