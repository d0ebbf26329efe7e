import type { CandidateFacts } from '../analysis/facts.ts';
import { extraTime } from '../analysis/time/deadline.ts';
import type { Office } from '../analysis/time/office.ts';
import { upperHours } from '../model/duration.ts';
import type { SentMessage } from '../model/sent-message.ts';
import type { CandidateFolder } from '../model/workspace.ts';
import type { MoveRequest } from './move.ts';

/**
 * What the message of a move promises because of what was chosen with it: a window within its range, a day for the answer to an offer.
 * The record keeps a choice nowhere else.
 * @param after facts with the event in it
 */
export function promiseOf(office: Office, after: CandidateFacts, { verb, at, window, answerBy }: MoveRequest): SentMessage['promised'] {
  if (verb === 'offer' && answerBy !== undefined) return { submit_by: answerBy };
  if (verb !== 'start' || !window) return undefined;
  const extra = extraTime(after.current?.deadline?.extra ?? []);
  return { submit_by: office.zone.instantText(at + upperHours(window) * 3_600_000 + extra) };
}

/** The application as it is once a message with such a promise was sent. */
export function withPromise(folder: CandidateFolder, at: string, message: string, by: string, promised: NonNullable<SentMessage['promised']>): CandidateFolder {
  const path = folder.messages?.path ?? `${folder.path}/messages.yml`;
  return { ...folder, messages: { path, value: [...(folder.messages?.value ?? []), { at, message, by, promised }] } };
}
