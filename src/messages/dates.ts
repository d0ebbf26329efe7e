import type { Office } from '../analysis/time/office.ts';

const HOUR = 3_600_000;

/** A day for people: "Tuesday 24 November 2026". */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`)).replace(',', '');
}

/** An instant for people far apart: the clock of the organisation, UTC, and how long it is from now. */
export function instantWords(at: number, now: number, office: Office): string {
  const local = office.zone.instantText(at);
  const zone = office.zone.name.replace('_', ' ');
  const utc = new Date(at).toISOString().slice(11, 16);
  return `${dayWords(local.slice(0, 10))}, ${local.slice(11, 16)} ${zone} (${utc} UTC, ${distance(at - now)})`;
}

function distance(ms: number): string {
  const hours = Math.round(Math.abs(ms) / HOUR);
  const words = hours >= 96 ? `${Math.round(hours / 24)} days` : `${hours} hour${hours === 1 ? '' : 's'}`;
  return ms >= 0 ? `in ${words}` : `${words} ago`;
}
