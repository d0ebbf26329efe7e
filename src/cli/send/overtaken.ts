import { officeOf } from '../../analysis/time/office.ts';
import type { Candidate, CandidateEvent } from '../../model/candidate.ts';
import type { MessageOccasion } from '../../model/message.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Waiting } from '../../outbox/outbox.ts';

const ENDS: ReadonlySet<string> = new Set(['declined', 'withdrew', 'expired', 'hired']);
/** What is still true for somebody whose application is over. */
const AFTERWARDS: ReadonlySet<MessageOccasion> = new Set<MessageOccasion>(['declined', 'withdrew', 'expired', 'hired', 'survey', 'accommodation']);

/**
 * The event that closed an application, where a message of this occasion has nothing to say any more: an invitation, a receipt or an apology
 * for being late would contradict the answer. Undefined where the message still holds.
 */
export function closedFor(on: MessageOccasion, record: Candidate | undefined): CandidateEvent | undefined {
  const last = record?.events.at(-1);
  return last !== undefined && ENDS.has(last.event) && !AFTERWARDS.has(on) ? last : undefined;
}

/**
 * Whether a draft speaks of a way that ended meanwhile.
 * @returns how and when it ended, as words; undefined while the letter still holds
 */
export function overtakenBy({ role, candidate, message, drafted }: Waiting, { candidates, messages, calendar }: Workspace): string | undefined {
  const on = messages.get(message)?.values().next().value?.value.when.on;
  const end = on && closedFor(on, candidates.get(role)?.get(candidate)?.record?.value);
  // What somebody drafted afterwards was meant.
  if (end === undefined || Date.parse(end.at) < Date.parse(drafted)) return undefined;
  return `${end.event} since ${officeOf(calendar).zone.dayOf(Date.parse(end.at))}`;
}
