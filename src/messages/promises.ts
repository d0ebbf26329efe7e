import { candidateFacts } from '../analysis/candidate.ts';
import type { CandidateFacts, Reply, VisitFacts } from '../analysis/facts.ts';
import { stageTerms, type StageTerms } from '../analysis/stage-terms.ts';
import { addDays } from '../analysis/time/day.ts';
import { extraTime } from '../analysis/time/deadline.ts';
import { after, officeOf, type Office } from '../analysis/time/office.ts';
import type { Duration } from '../model/duration.ts';
import type { MessageOccasion } from '../model/message.ts';
import type { SentMessage } from '../model/sent-message.ts';
import { isHandedIn, isMeeting, startsAsOurs } from '../model/stage-kind.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The dates that hold for one application as a message is written. Instants are epochs in milliseconds, days `2026-11-24`. */
export interface MessageDates {
  readonly startBy: string | undefined;
  readonly deadline: number | undefined;
  readonly replyBy: string | undefined;
  readonly replyWithin: Duration;
}

/** What dates follow from. */
export interface DatesInput {
  readonly workspace: Workspace;
  readonly folder: CandidateFolder;
  readonly facts: CandidateFacts;
  readonly now: number;
  readonly on: MessageOccasion;
}

/** The terms of the stage an application stands in; undefined where the pipeline lacks it. */
export function currentTerms(workspace: Workspace, facts: CandidateFacts): StageTerms | undefined {
  const role = workspace.roles.get(facts.role)?.value;
  const stage = role && workspace.pipelines.get(role.pipeline)?.value.stages.find((each) => each.id === facts.current?.stage);
  return stage && stageTerms(workspace, stage, facts.role);
}

/**
 * The dates of the visit a message speaks of. The deadline is that of the one function everywhere; what is added here is only what that cannot
 * know: until when an offer stands that names no day, and extra time of the very day on which an earlier date was promised.
 */
export function messageDates(input: DatesInput): MessageDates {
  const { workspace, facts, now, on } = input;
  const office = officeOf(workspace.calendar);
  const { current } = facts;
  const terms = currentTerms(workspace, facts);
  const moved = TELLS_OF_EXTRA.has(on) ? movedDates(input) : undefined;
  const due = latest(current && dueOf(on, office, current, terms), moved?.deadline);
  const startBy = current?.phase === 'entered' ? later(current.startBy?.day, moved?.startBy) : undefined;
  return {
    // A day that has passed is no date to name.
    startBy: startBy === undefined || startBy < office.zone.dayOf(now) ? undefined : startBy,
    // As the letter and the record say it: to the minute, never later than it is.
    deadline: due === undefined ? undefined : Math.floor(due / MINUTE) * MINUTE,
    replyBy: current?.reply && replyBy(office, current.reply, terms, now, on),
    replyWithin: terms?.replyWithin ?? workspace.settings.value.promises.reply_within,
  };
}

/**
 * The day by which we answer. A letter that goes out after its day (an application that lay for two weeks before it was entered) cannot promise
 * a day that is over: where no letter has named one, the time counts from now. Only an apology names the day that was missed.
 */
function replyBy(office: Office, reply: Reply, terms: StageTerms | undefined, now: number, on: MessageOccasion): string {
  if (on === 'late' || reply.promisedBy === 'message' || !terms || reply.due.day >= office.zone.dayOf(now)) return reply.due.day;
  return after(office, now, terms.replyWithin).day;
}

function dueOf(on: MessageOccasion, office: Office, current: VisitFacts, terms: StageTerms | undefined): number | undefined {
  if (on !== 'offered' || current.deadline || !terms?.startWithin) return current.deadline?.at;
  return after(office, Date.parse(current.offered ?? current.entered), terms.startWithin).at;
}

/**
 * Where extra time moves the dates to that was granted today, after a date had been promised today: records know only the day of both, and
 * take the promise for the later one. So the dates are taken as they were without it, and moved. Once a message of today has said so, they stand.
 */
function movedDates({ workspace, folder, facts, now }: DatesInput): { readonly deadline: number | undefined; readonly startBy: string | undefined } | undefined {
  const { record } = folder;
  const { zone } = officeOf(workspace.calendar);
  const today = zone.dayOf(now);
  const extra = record?.value.adjustments.at(-1);
  if (!record || !facts.current || extra?.on !== today || !extra.stages.includes(facts.current.stage)) return undefined;
  const sentToday = (folder.messages?.value ?? []).filter((message) => zone.dayOf(Date.parse(message.at)) === today && Date.parse(message.at) <= now);
  if (sentToday.length === 0 || sentToday.some(({ message }) => TELLS_OF_EXTRA.has(workspace.messages.get(message)?.values().next().value?.value.when.on))) return undefined;
  const earlier = { ...folder, record: { ...record, value: { ...record.value, adjustments: record.value.adjustments.slice(0, -1) } } };
  const before = candidateFacts(workspace, earlier, now).current;
  const ms = extraTime([extra]);
  return {
    deadline: before?.deadline && before.deadline.at + ms,
    startBy: before?.startBy && addDays(before.startBy.day, Math.ceil(ms / (24 * HOUR))),
  };
}

const TELLS_OF_EXTRA: ReadonlySet<MessageOccasion | undefined> = new Set(['adjusted', 'accommodation']);

function latest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a > b ? a : b;
}

/**
 * What a message promises, as it will stand in the record. A stage that has no window, or nothing to start, is promised none.
 * Into a stage where the candidate moves: when to start, and how soon we answer afterwards (a day only once their work is here).
 */
export function promisedBy(on: MessageOccasion, facts: CandidateFacts, dates: MessageDates, office: Office): SentMessage['promised'] {
  const { current } = facts;
  if (!current) return undefined;
  const startBy = dates.startBy === undefined ? {} : { start_by: dates.startBy };
  const submitBy = dates.deadline === undefined ? {} : { submit_by: office.zone.instantText(dates.deadline) };
  const replyBy = dates.replyBy === undefined ? {} : { reply_by: dates.replyBy };
  switch (on) {
    case 'submitted': case 'held':
      return some(replyBy);
    case 'applied': case 'advanced': case 'returned':
      if (startsAsOurs(current.kind)) return some(replyBy);
      return some({ ...startBy, reply_within: dates.replyWithin });
    case 'started': case 'offered': case 'closing':
      return some(submitBy);
    case 'booked':
      return some({ reply_within: dates.replyWithin });
    case 'adjusted': case 'accommodation':
      if (isHandedIn(current.kind)) return some(current.started === undefined ? { ...startBy, ...submitBy } : submitBy);
      return isMeeting(current.kind) ? some(startBy) : current.kind === 'offer' ? some(submitBy) : undefined;
    default:
      return undefined;
  }
}

function some(promised: NonNullable<SentMessage['promised']>): SentMessage['promised'] {
  return Object.keys(promised).length === 0 ? undefined : promised;
}
