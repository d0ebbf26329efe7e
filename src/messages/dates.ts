import type { Zone } from '../analysis/time/zone.ts';
import { localeOf } from './durations.ts';

const HOUR = 3_600_000;

/** A day for people, in the language of the message: "Tuesday 24 November 2026". */
export function dayWords(day: string, language = 'en'): string {
  const words = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
  return language === 'en' ? words.replace(',', '') : words;
}

/** An instant for people far apart: the clock of the reader, UTC, and how long it is from now. */
export function instantWords(at: number, now: number, zone: Zone, language = 'en'): string {
  return `${clockWords(at, zone, language)} (${utcWords(at, zone, language)}, ${distance(at - now, language)})`;
}

/**
 * The last moment of one of our days. Who lives by our clock is told the day; who does not is told the moment as well, because their own
 * day may end hours later.
 */
export function lastMomentWords(day: string, endsAt: number, ours: Zone, theirs: Zone, language = 'en'): string {
  if (ours.offsetAt(endsAt) === theirs.offsetAt(endsAt)) return dayWords(day, language);
  return `${clockWords(endsAt, theirs, language)} (${utcWords(endsAt, theirs, language)})`;
}

function clockWords(at: number, zone: Zone, language: string): string {
  const local = zone.instantText(at);
  return `${dayWords(local.slice(0, 10), language)}, ${local.slice(11, 16)} ${zone.name.replaceAll('_', ' ')}`;
}

/** The time in UTC, with its date where that is another day than the reader's. */
function utcWords(at: number, zone: Zone, language: string): string {
  const text = new Date(at).toISOString();
  const time = `${text.slice(11, 16)} UTC`;
  if (text.slice(0, 10) === zone.dayOf(at)) return time;
  return `${new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)}, ${time}`;
}

/** "in 72 hours", from four days on "in 5 days". */
function distance(ms: number, language: string): string {
  const hours = Math.round(ms / HOUR);
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' });
  return Math.abs(hours) >= 96 ? words.format(Math.round(hours / 24), 'day') : words.format(hours, 'hour');
}
