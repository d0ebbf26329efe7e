import type { Duration } from '../../model/duration.ts';
import { calendarDays, upperHours } from '../../model/duration.ts';
import type { Calendar } from '../../model/workspace.ts';
import type { Due } from '../facts.ts';
import { businessDays, type BusinessDays } from './business-days.ts';
import { addDays, calendarDaysBetween, isDay } from './day.ts';
import { createZone, type Zone } from './zone.ts';

const MS_PER_HOUR = 3_600_000;

/** The organisation's zone and its business days, prepared once. */
export interface Office {
  readonly zone: Zone;
  readonly business: BusinessDays;
}

/** What an office is made from: `calendar.json` of the published site fits as well, once its lists are a set and a map. */
export type OfficeCalendar = Pick<Calendar, 'timezone' | 'workdays' | 'closed'>;

/** Prepares zone and business days. An unknown time zone is a problem of the settings, told by the checks; here days then end in UTC. */
export function createOffice(calendar: OfficeCalendar): Office {
  return { zone: knownZone(calendar.timezone), business: businessDays(calendar) };
}

function knownZone(name: string): Zone {
  try {
    return createZone(name);
  } catch (error) {
    if (error instanceof RangeError) return createZone('UTC');
    throw error;
  }
}

/** A memo by calendar and nothing else: preparing takes milliseconds, and every candidate of a workspace asks for the same. */
const prepared = new WeakMap<Calendar, Office>();

/** Zone and business days of a workspace's calendar. */
export function officeOf(calendar: Calendar): Office {
  let office = prepared.get(calendar);
  if (!office) {
    office = createOffice(calendar);
    prepared.set(calendar, office);
  }
  return office;
}

/** The end of a day, or the instant itself, as the last moment in time. */
export function dueAt(office: Office, written: string): Due {
  if (isDay(written)) return { at: office.zone.endOfDay(written), day: written };
  const at = Date.parse(written);
  return { at, day: office.zone.dayOf(at) };
}

/**
 * The last moment of a promise that begins at `from` (epoch in milliseconds) and takes the upper end of `duration`.
 * Hours and minutes are real time to the minute; business days, days, weeks and months end with their last day.
 */
export function after(office: Office, from: number, duration: Duration): Due {
  if (duration.unit === 'h' || duration.unit === 'min') {
    const at = from + upperHours(duration) * MS_PER_HOUR;
    return { at, day: office.zone.dayOf(at) };
  }
  const start = office.zone.dayOf(from);
  const day = duration.unit === 'business day' ? office.business.add(start, duration.to) : addDays(start, calendarDays(duration));
  return { at: office.zone.endOfDay(day), day };
}

/** Business days by which `due` has passed at `now`: 0 while it has not, at least 1 once it has. */
export function businessDaysLate(office: Office, due: Due, now: number): number {
  return now <= due.at ? 0 : Math.max(1, office.business.between(due.day, office.zone.dayOf(now)));
}

/** Whole business days and calendar days between two moments, by the days they fall on. */
export function daysBetween(office: Office, from: number, to: number): { readonly business: number; readonly calendar: number } {
  const start = office.zone.dayOf(from);
  const end = office.zone.dayOf(to);
  return { business: office.business.between(start, end), calendar: calendarDaysBetween(start, end) };
}
