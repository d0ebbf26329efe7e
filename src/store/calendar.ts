import type { Calendar } from '../model/workspace.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { compareText } from '../model/problem.ts';
import type { Cache } from './cache.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Resolves which days are no business days: public holidays of the country and the organisation's own closing days.
 * @param years first and last year to cover
 * @param path of the settings, for problems
 */
export async function resolveCalendar(
  settings: Settings, years: readonly [number, number], path: string, cache?: Cache,
): Promise<{ calendar: Calendar; problems: Problem[] }> {
  const problems: Problem[] = [];
  // An unknown zone is a rule of checks; days end in UTC until it is mended.
  const timezone = isTimezone(settings.timezone) ? settings.timezone : 'UTC';
  const closed = new Map<string, string>();
  const country = settings.calendar.holidays;
  if (country !== undefined) {
    const holidays = await publicHolidays(country, years, cache);
    if (holidays) for (const [day, name] of holidays) closed.set(day, name);
    else {
      problems.push({
        code: 'settings/unknown-country', severity: 'error', path, key: ['calendar', 'holidays'],
        message: `“${country.slice(0, 40)}” is no country or region whose public holidays are known; every workday counts as a business day.`,
        hint: 'Write a country such as GB, or a country and a region such as DE-BY; or leave the key out and list the days under closed.',
      });
    }
  }
  for (const day of settings.calendar.closed) closed.set(day, closed.get(day) ?? 'Closed');
  return {
    calendar: {
      timezone,
      workdays: new Set(settings.calendar.workdays.map((day) => WEEKDAYS.indexOf(day) + 1).sort((a, b) => a - b)),
      closed: new Map([...closed].sort((a, b) => compareText(a[0], b[0]))),
      years,
    },
    problems,
  };
}

/** Public holidays by day, or undefined for a country or region that nobody knows. */
async function publicHolidays(place: string, [first, last]: readonly [number, number], cache: Cache | undefined): Promise<readonly [string, string][] | undefined> {
  const name = `holidays ${place}`;
  const stamp = `${first}-${last}`;
  const known = cache?.get(name, stamp) as { days: [string, string][] } | undefined;
  if (known) return known.days;
  const parts = /^([A-Z]{2})(?:-([A-Za-z0-9]{1,6}))?(?:-([A-Za-z0-9]{1,6}))?$/.exec(place);
  if (!parts) return undefined;
  // Its data takes a tenth of a second to load; with a cache it is loaded once per country and span of years.
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state = '', region = ''] = parts.slice(1).map((part) => part ?? '');
  const known_ = new Holidays();
  if (!(country in (known_.getCountries() ?? {}))) return undefined;
  if (state !== '' && !(state.toUpperCase() in upperKeys(known_.getStates(country)))) return undefined;
  if (region !== '' && !(region.toUpperCase() in upperKeys(known_.getRegions(country, state)))) return undefined;
  const calendar = new Holidays(place, { languages: ['en'], types: ['public'] });
  const days: [string, string][] = [];
  for (let year = first; year <= last; year++) {
    for (const holiday of calendar.getHolidays(year)) days.push([holiday.date.slice(0, 10), holiday.name]);
  }
  cache?.set(name, stamp, { days });
  return days;
}

function upperKeys(names: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(names ?? {}).map(([key, value]) => [key.toUpperCase(), value]));
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
