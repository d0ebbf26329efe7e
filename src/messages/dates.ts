import type { Office } from '../analysis/time/office.ts';

const HOUR = 3_600_000;

/** British dates where a message is in English; elsewhere those of its language. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A day for people, in the language of the message: "Tuesday 24 November 2026". */
export function dayWords(day: string, language = 'en'): string {
  const words = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
  return language === 'en' ? words.replace(',', '') : words;
}

/** An instant for people far apart: the clock of the organisation, UTC, and how long it is from now. */
export function instantWords(at: number, now: number, office: Office, language = 'en'): string {
  const local = office.zone.instantText(at);
  const zone = office.zone.name.replace('_', ' ');
  const utc = new Date(at).toISOString().slice(11, 16);
  return `${dayWords(local.slice(0, 10), language)}, ${local.slice(11, 16)} ${zone} (${utc} UTC, ${distance(at - now, language)})`;
}

/** "in 72 hours", from four days on "in 5 days". */
function distance(ms: number, language: string): string {
  const hours = Math.round(ms / HOUR);
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' });
  return Math.abs(hours) >= 96 ? words.format(Math.round(hours / 24), 'day') : words.format(hours, 'hour');
}
