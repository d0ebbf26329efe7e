import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import type { MessageOccasion } from '../model/message.ts';
import type { SentMessage } from '../model/sent-message.ts';
import { stageTitle } from '../model/stages.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import { currentTerms, type MessageDates } from './promises.ts';
import { titlesIn } from './entry-titles.ts';

/** What a date in the candidate's calendar is about. */
export type EntryKind = 'deadline' | 'reply' | 'appointment';

/** One entry for the candidate's calendar. Instants are epochs in milliseconds, days `2026-11-24` in the organisation's zone. */
export interface CalendarEntry {
  /** The same for as long as it is the same thing: a later message with it moves the entry instead of adding another. */
  readonly uid: string;
  /** Counts up with every message that carries the entry, from 0. */
  readonly sequence: number;
  readonly what: EntryKind;
  readonly title: string;
  /** The moment, or the first day of an entry that has whole days. */
  readonly at: number | string;
  /** The end: an instant, or the last day; undefined for a moment. */
  readonly until: number | string | undefined;
  readonly cancelled: boolean;
}

/** What entries follow from. */
export interface EntriesInput {
  readonly workspace: Workspace;
  readonly folder: CandidateFolder;
  readonly facts: CandidateFacts;
  readonly dates: MessageDates;
  readonly promised: SentMessage['promised'];
  readonly on: MessageOccasion;
  readonly answers: boolean;
  readonly appointment: number | undefined;
  readonly language: string;
  readonly now: number;
}

/** Occasions on which an application ends: what was still to come is taken out of the calendar. */
const ENDS: ReadonlySet<MessageOccasion> = new Set(['declined', 'withdrew', 'expired']);

/**
 * What a message puts into the candidate's calendar, moves in it or takes out of it: the deadline it names, the day by which it promises an
 * answer, the appointment; and, once the application is over or the answer is there, what earlier messages had put in and is no longer to come.
 */
export function calendarEntries(input: EntriesInput): CalendarEntry[] {
  const { facts, dates, promised, on, appointment } = input;
  const { current } = facts;
  if (!current) return [];
  const entries: CalendarEntry[] = [];
  if (promised?.submit_by !== undefined && dates.deadline !== undefined) entries.push(entry(input, current, 'deadline', dates.deadline, undefined));
  if (promised?.reply_by !== undefined) entries.push(entry(input, current, 'reply', promised.reply_by, undefined));
  const meeting = appointment ?? (current.bookedFor === undefined ? undefined : Date.parse(current.bookedFor));
  if (on === 'booked' && meeting !== undefined) entries.push(meetingEntry(input, current, meeting));
  return [...entries, ...cancelledEntries(input, entries)];
}

function meetingEntry(input: EntriesInput, visit: VisitFacts, at: number): CalendarEntry {
  const length = currentTerms(input.workspace, input.facts)?.length;
  if (length === undefined) return entry(input, visit, 'appointment', at, undefined);
  if (length.unit === 'h' || length.unit === 'min') return entry(input, visit, 'appointment', at, at + length.to * (length.unit === 'h' ? 3_600_000 : 60_000));
  // A trial lasts days: hours of the day are agreed on in it.
  const { zone } = officeOf(input.workspace.calendar);
  return entry(input, visit, 'appointment', zone.dayOf(at), visit.meetsUntil?.day ?? zone.dayOf(at));
}

function entry(input: EntriesInput, visit: VisitFacts, what: EntryKind, at: number | string, until: number | string | undefined, cancelled = false): CalendarEntry {
  const { workspace, folder, facts } = input;
  const role = workspace.roles.get(facts.role)?.value;
  const stage = role && workspace.pipelines.get(role.pipeline)?.value.stages.find((each) => each.id === visit.stage);
  const host = hostOf(workspace);
  return {
    uid: `${folder.id}-${visit.name}-${what}@${host}`,
    sequence: carried(input, visit, what),
    what, at, until, cancelled,
    title: titlesIn(input.language)[what](stage ? stageTitle(stage) : visit.stage, workspace.settings.value.organisation),
  };
}

/** Host of the site's address: the right-hand side of ids that must be the organisation's own. */
export function hostOf(workspace: Workspace): string {
  return new URL(workspace.settings.value.site.url).host;
}

/** How many earlier messages of the record carried an entry. Appointments are told from the events: a message names none in the record. */
function carried({ folder, now, on }: EntriesInput, visit: VisitFacts, what: EntryKind): number {
  if (what === 'appointment') {
    const booked = (folder.record?.value.events ?? []).filter((event) => event.event === 'booked' && event.stage === visit.stage && within(visit, Date.parse(event.at), now));
    return Math.max(0, booked.length - (on === 'booked' ? 1 : 0));
  }
  return sentIn(folder, visit, now).filter(({ promised }) => (what === 'deadline' ? promised?.submit_by : promised?.reply_by) !== undefined).length;
}

function sentIn(folder: CandidateFolder, visit: VisitFacts, now: number): readonly SentMessage[] {
  return (folder.messages?.value ?? []).filter((message) => within(visit, Date.parse(message.at), now));
}

function within(visit: VisitFacts, at: number, now: number): boolean {
  return at >= visit.enteredAt && at <= (visit.leftAt ?? now);
}

/** Entries of earlier messages that are still to come and have lost their point. */
function cancelledEntries(input: EntriesInput, kept: readonly CalendarEntry[]): CalendarEntry[] {
  const { workspace, folder, facts, on, answers, now } = input;
  const { zone } = officeOf(workspace.calendar);
  const today = zone.dayOf(now);
  const over = ENDS.has(on);
  const cancelled: CalendarEntry[] = [];
  for (const visit of facts.visits) {
    const sent = sentIn(folder, visit, now);
    const handedIn = visit.submitted !== undefined;
    const left = over || visit.how !== undefined;
    const deadline = visit.deadline?.at;
    if ((handedIn ? on === 'submitted' : left) && deadline !== undefined && deadline > now && sent.some((message) => message.promised?.submit_by !== undefined)) {
      cancelled.push(entry(input, visit, 'deadline', deadline, undefined, true));
    }
    const replyBy = sent.flatMap((message) => message.promised?.reply_by ?? []).at(-1);
    if ((answers || over) && replyBy !== undefined && replyBy >= today) cancelled.push(entry(input, visit, 'reply', replyBy, undefined, true));
    const meeting = visit.bookedFor === undefined || visit.held !== undefined ? undefined : Date.parse(visit.bookedFor);
    if (left && meeting !== undefined && meeting > now) cancelled.push({ ...meetingEntry(input, visit, meeting), cancelled: true });
  }
  return cancelled.filter((each) => !kept.some((other) => other.uid === each.uid));
}
