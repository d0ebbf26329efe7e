const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar day as written, `2026-11-22`. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY);
}

/** The calendar day that lies so many days after 1970-01-01, as it is written. */
export function dayText(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Day of the week, 1 is Monday and 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: string, n: number): string {
  return dayText(dayNumber(day) + n);
}

/** Calendar days from `start` to `end`: the number of midnights between, negative when reversed. */
export function calendarDaysBetween(start: string, end: string): number {
  return dayNumber(end) - dayNumber(start);
}

/** Whether a text of the record is a day and not an instant. */
export function isDay(written: string): boolean {
  return written.length === 10;
}
