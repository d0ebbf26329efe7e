/** How figures and days are written everywhere on the site. Pure, and the same in every time zone. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The no-break space between a figure and its unit. */
export const NBSP = '\u00a0';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
}

function parts(date: string): Day {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { year, month, day, weekday: DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '' };
}

/** `2026-11-23` → "Mon 23 Nov" */
export function weekdayDay(date: string): string {
  const { weekday } = parts(date);
  return `${weekday} ${shortDay(date)}`;
}

/** `2026-11-23` → "23 Nov" */
export function shortDay(date: string): string {
  const { month, day } = parts(date);
  return `${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)}`;
}

/** `2026-11-23` → "23 Nov 2026" */
export function dayYear(date: string): string {
  return `${shortDay(date)} ${parts(date).year}`;
}

/** `2026-11-23` → "23 November 2026" */
export function longDay(date: string): string {
  const { year, month, day } = parts(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** Making a formatter takes a thousand times as long as using it, and every page asks dozens of times for the same zone. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, known);
  return known;
}

/** `2026-11` → "Nov 2026" */
export function monthYear(month: string): string {
  const { year, month: number } = parts(`${month}-01`);
  return `${(MONTHS[number - 1] ?? '').slice(0, 3)} ${year}`;
}

/** An instant on the clock of a time zone: its day there and the time, "14:05". */
export function local(moment: string, timeZone: string): { day: string; time: string } {
  const text = clockOf(timeZone).format(new Date(moment));
  const [day = '', time = ''] = text.split(' ');
  return { day, time };
}

/** A due day against today: "3 days late" only where the caller counted them, else "today", "tomorrow" or the day. */
export function dueWords(due: string, today: string, lateBy = 0): string {
  if (lateBy > 0) return `${plural(lateBy, 'day')} late`;
  if (due === today) return 'today';
  return weekdayDay(due);
}

/** "1 day", "3 days"; a plural that is more than an s is given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** A figure with a true minus sign and at most `digits` decimals, never more than it has. */
export function number(value: number, digits = 1): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits).replace('-', '−');
}

/** A figure with exactly `digits` decimals: marks and means stand under each other. */
export function fixed(value: number, digits = 1): string {
  return value.toFixed(digits).replace('-', '−');
}

/** A percentage as a whole number: "58 %", unbroken. */
export function percent(value: number): string {
  return `${Math.round(value)}${NBSP}%`;
}

/** A range from low to high: "48–68". */
export function range(low: number, high: number, digits = 0): string {
  return `${fixed(low, digits)}–${fixed(high, digits)}`;
}

/** A duration as the content has it, with print's range: "3-4 h" → "3–4 h". */
export function duration(text: string): string {
  return text.replace(/(\d)\s*-\s*(\d)/g, '$1–$2').replace(/(\d) (?=\S)/g, `$1${NBSP}`);
}

/** "Alice", "Alice and Bob", "Alice, Bob and Chen". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A mark, recommendation or state of the content in words: `strong-yes` → "strong yes". */
export function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}

/** First letter upper case, nothing else touched. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
