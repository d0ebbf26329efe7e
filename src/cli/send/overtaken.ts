import { officeOf } from '../../analysis/time/office.ts';
import type { MessageOccasion } from '../../model/message.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Waiting } from '../../outbox/outbox.ts';

const ENDS: ReadonlySet<string> = new Set(['declined', 'withdrew', 'expired', 'hired']);
/** What is still true for somebody whose application is over. */
const AFTERWARDS: ReadonlySet<MessageOccasion> = new Set<MessageOccasion>(['declined', 'withdrew', 'expired', 'hired', 'survey', 'accommodation']);

/**
 * Whether a draft speaks of a way that ended meanwhile: an invitation, a receipt or an apology for being late would contradict the answer.
 * @returns how and when it ended, as words; undefined while the letter still holds
 */
export function overtakenBy({ role, candidate, message, drafted }: Waiting, { candidates, messages, calendar }: Workspace): string | undefined {
  const last = candidates.get(role)?.get(candidate)?.record?.value.events.at(-1);
  const on = messages.get(message)?.values().next().value?.value.when.on;
  if (last === undefined || on === undefined || !ENDS.has(last.event) || AFTERWARDS.has(on)) return undefined;
  // What somebody drafted afterwards was meant.
  if (Date.parse(last.at) < Date.parse(drafted)) return undefined;
  return `${last.event} since ${officeOf(calendar).zone.dayOf(Date.parse(last.at))}`;
}
