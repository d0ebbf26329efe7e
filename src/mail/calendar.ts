import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '../messages/entries.ts';

const DAY = 86_400_000;
const ALARM_SECONDS = 86_400;

/**
 * The entries of a message as a calendar file (RFC 5545), to be taken over and not answered (METHOD:PUBLISH). Instants stand in UTC, so that
 * every calendar shows them on its owner's clock; days are days wherever one is. A moment that a candidate must not miss warns a day before.
 * @param written when, epoch in milliseconds
 */
export function calendarFile(entries: readonly CalendarEntry[], organisation: string, written: number): string {
  const calendar = ical({ prodId: { company: inOneLine(organisation), product: 'hire' }, method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) {
    const title = inOneLine(entry.title);
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(written),
      summary: title,
      ...time(entry),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // Only a meeting takes time away from other things.
      transparency: entry.what === 'appointment' && !entry.cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      alarms: entry.cancelled || typeof entry.at === 'string' ? [] : [{ type: ICalAlarmType.display, trigger: ALARM_SECONDS, description: title }],
    });
  }
  return calendar.toString();
}

function time({ at, until }: CalendarEntry): { start: Date; end?: Date; allDay?: boolean } {
  if (typeof at === 'number') return { start: new Date(at), ...(typeof until === 'number' && { end: new Date(until) }) };
  // The end of whole days is the day after.
  const last = typeof until === 'string' ? until : at;
  return { start: new Date(`${at}T00:00Z`), end: new Date(Date.parse(`${last}T00:00Z`) + DAY), allDay: true };
}

function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
