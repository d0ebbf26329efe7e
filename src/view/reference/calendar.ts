import type { Calendar } from '../../model/workspace.ts';
import type { PublishedCalendar } from '../published/reference.ts';

/** The days that are no business days, for pages that count from dates. */
export function publishedCalendar(calendar: Calendar): PublishedCalendar {
  return {
    timezone: calendar.timezone,
    workdays: [...calendar.workdays].sort((a, b) => a - b),
    closed: Object.fromEntries([...calendar.closed].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
