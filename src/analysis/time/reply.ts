import type { Duration } from '../../model/duration.ts';
import type { MessageOccasion } from '../../model/message.ts';
import type { Visit } from '../../model/replay.ts';
import type { SentMessage } from '../../model/sent-message.ts';
import { startsAsOurs, type StageKind } from '../../model/stage-kind.ts';
import type { Due, Reply } from '../facts.ts';
import { after, dueAt, type Office } from './office.ts';

/** A sent message with what its template says. */
export interface Sent {
  readonly message: SentMessage;
  readonly at: number;
  readonly answers: boolean;
  readonly on: MessageOccasion | undefined;
  /** Kinds of stage that are entered, for a message about going on. */
  readonly into: readonly StageKind[];
}

/** Promises of reply times from the closest to the farthest. */
export interface ReplyPromises {
  readonly stage: Duration | undefined;
  readonly role: Duration | undefined;
  readonly settings: Duration;
}

/** One visit's clock before it is matched with answers. */
export interface Clock {
  readonly visit: Visit;
  /** As written, and as an epoch in milliseconds. */
  readonly since: string;
  readonly sinceAt: number;
  readonly leftAt: number | undefined;
}

/** Where the clock of a visit starts: entry where we move first, otherwise when work was handed in or the meeting was held. */
export function clockOf(visit: Visit): Clock | undefined {
  const since = startsAsOurs(visit.kind) ? visit.entered : (visit.submitted ?? visit.held);
  if (since === undefined) return undefined;
  return { visit, since, sinceAt: Date.parse(since), leftAt: visit.left === undefined ? undefined : Date.parse(visit.left) };
}

/**
 * Which message stops which clock. An answer stops every clock that runs, with one exception: a message about going on (`advanced` or
 * `returned`) answers the stage that was left and not the stage of ours (decision, offer) that has just begun. Written a little before
 * its event is recorded, it answers the current stage, unless it leads into a stage of that very kind.
 * @returns the answer by name of visit
 */
export function matchAnswers(clocks: readonly Clock[], sent: readonly Sent[]): Map<string, Sent> {
  const answered = new Map<string, Sent>();
  for (const message of sent) {
    if (!message.answers) continue;
    const running = clocks.filter((clock) => clock.sinceAt <= message.at && !answered.has(clock.visit.name));
    for (const clock of answeredBy(message, running)) answered.set(clock.visit.name, message);
  }
  return answered;
}

function answeredBy(message: Sent, running: readonly Clock[]): readonly Clock[] {
  if (message.on !== 'advanced' && message.on !== 'returned') return running;
  const left = running.filter((clock) => clock.leftAt !== undefined && clock.leftAt <= message.at);
  if (left.length > 0) return left;
  return running.filter((clock) => !(startsAsOurs(clock.visit.kind) && message.into.includes(clock.visit.kind)));
}

/**
 * The promise of one clock and whether it is kept. The first message of the visit that promised something about the answer decides
 * (a promise is frozen; a later one does not mend it), then stage, role, settings. A candidate who withdraws before the due moment
 * is owed nothing: undefined.
 */
export function reply(
  office: Office, clock: Clock, promises: ReplyPromises, messages: readonly SentMessage[], answer: Sent | undefined,
  decided: boolean, now: number,
): Reply | undefined {
  const { due, promised, promisedBy } = promiseOf(office, clock, promises, messages);
  const withdrew = clock.visit.how === 'withdrew' ? clock.leftAt : undefined;
  if (!answer && withdrew !== undefined && withdrew <= due.at) return undefined;
  const end = answer?.at ?? withdrew;
  const state = end === undefined ? (now <= due.at ? 'open' : 'overdue') : end <= due.at ? 'kept' : 'late';
  return {
    state, since: clock.since, sinceAt: clock.sinceAt, due, promised, promisedBy,
    answered: answer?.message.at, answeredAt: answer?.at, answeredBy: answer?.message.by,
    days: office.business.between(office.zone.dayOf(clock.sinceAt), office.zone.dayOf(end ?? now)),
    decidedNotTold: end === undefined && (decided || clock.leftAt !== undefined),
  };
}

function promiseOf(
  office: Office, clock: Clock, promises: ReplyPromises, messages: readonly SentMessage[],
): { due: Due; promised: Duration | undefined; promisedBy: Reply['promisedBy'] } {
  for (const { promised } of messages) {
    if (promised?.reply_by !== undefined) return { due: dueAt(office, promised.reply_by), promised: undefined, promisedBy: 'message' };
    if (promised?.reply_within) return { due: after(office, clock.sinceAt, promised.reply_within), promised: promised.reply_within, promisedBy: 'message' };
  }
  const promisedBy = promises.stage ? 'stage' : promises.role ? 'role' : 'settings';
  const promised = promises.stage ?? promises.role ?? promises.settings;
  return { due: after(office, clock.sinceAt, promised), promised, promisedBy };
}
