import type { Adjustment } from '../../model/candidate.ts';
import { lowerHours, upperHours, type Duration } from '../../model/duration.ts';
import type { SentMessage } from '../../model/sent-message.ts';
import type { Deadline, StartBy } from '../facts.ts';
import { addDays } from './day.ts';
import { after, dueAt, type Office } from './office.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** What the deadline of one visit depends on. Epochs in milliseconds. */
export interface DeadlineInput {
  /** When the candidate started the window. */
  readonly started: number | undefined;
  /** When something was handed in, or the offer was answered. */
  readonly submitted: number | undefined;
  readonly window: Duration | undefined;
  /** Sent during the visit and known by `now`. */
  readonly messages: readonly SentMessage[];
  /** For this stage and granted by `now`, in the order of the record. */
  readonly adjustments: readonly Adjustment[];
  readonly now: number;
}

/**
 * The effective deadline: max(promised, start + window + adjustments). The one function for messages, site, lateness and lock.
 * `promised` is the latest `submit_by` of a message. A window is real time. Where it is a range, the candidate's choice is what the
 * first promise gave beyond the start and the extra time known by then, held within the range; without a promise it is the upper end.
 * As long as no window has started, the promise stands, moved by extra time granted after it. Undefined where nothing was promised either.
 */
export function deadline(office: Office, input: DeadlineInput): Deadline | undefined {
  const { window, started, adjustments } = input;
  const promises = input.messages.flatMap((message) => (message.promised?.submit_by === undefined ? [] : [{ at: dueAt(office, message.promised.submit_by).at, message }]));
  const latest = promises.toSorted((a, b) => b.at - a.at)[0];
  let at = latest?.at;
  if (started !== undefined && window) {
    const first = promises[0];
    const length = first ? chosenWindow(office, window, first.at - started, first.message, adjustments) : upperHours(window) * MS_PER_HOUR;
    at = Math.max(at ?? -Infinity, started + length + extraTime(adjustments));
  } else if (latest) {
    at = latest.at + extraTime(grantedAfter(office, adjustments, latest.message));
  }
  if (at === undefined) return undefined;
  return { at, day: office.zone.dayOf(at), promised: latest?.at, extra: adjustments, missed: (input.submitted ?? input.now) > at };
}

/** Extra time in milliseconds; a business day counts as the whole days it may span. */
export function extraTime(adjustments: readonly Adjustment[]): number {
  return adjustments.reduce((total, adjustment) => total + upperHours(adjustment.extra) * MS_PER_HOUR, 0);
}

/** The adjustments of a stage that were granted on or before a day. */
export function grantedFor(adjustments: readonly Adjustment[], stage: string, today: string): Adjustment[] {
  return adjustments.filter((adjustment) => adjustment.stages.includes(stage) && adjustment.on <= today);
}

/** What the day to start by depends on. Epochs in milliseconds. */
export interface StartByInput {
  readonly entered: number;
  readonly within: Duration | undefined;
  readonly messages: readonly SentMessage[];
  readonly adjustments: readonly Adjustment[];
}

/**
 * Until when to start or to book: the latest promised day, otherwise entry + `within`; moved by the extra time it did not know of,
 * in whole days. Undefined where neither is known.
 */
export function startBy(office: Office, input: StartByInput): StartBy | undefined {
  const promises = input.messages.flatMap((message) => (message.promised?.start_by === undefined ? [] : [{ due: dueAt(office, message.promised.start_by), message }]));
  const latest = promises.toSorted((a, b) => b.due.at - a.due.at)[0];
  const due = latest?.due ?? (input.within && after(office, input.entered, input.within));
  if (!due) return undefined;
  const days = Math.ceil(extraTime(latest ? grantedAfter(office, input.adjustments, latest.message) : input.adjustments) / MS_PER_DAY);
  const day = addDays(due.day, days);
  return { ...(days === 0 ? due : { day, at: office.zone.endOfDay(day) }), promised: latest !== undefined };
}

function grantedAfter(office: Office, adjustments: readonly Adjustment[], message: SentMessage): Adjustment[] {
  const sentOn = office.zone.dayOf(Date.parse(message.at));
  return adjustments.filter((adjustment) => adjustment.on > sentOn);
}

function chosenWindow(office: Office, window: Duration, promise: number, message: SentMessage, adjustments: readonly Adjustment[]): number {
  const known = extraTime(adjustments) - extraTime(grantedAfter(office, adjustments, message));
  return Math.min(upperHours(window) * MS_PER_HOUR, Math.max(lowerHours(window) * MS_PER_HOUR, promise - known));
}
