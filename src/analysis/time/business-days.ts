import type { Calendar } from '../../model/workspace.ts';
import { dayNumber, dayText, weekdayOf } from './day.ts';

/** Counting in business days of one organisation. Days are as written, `2026-11-22`. */
export interface BusinessDays {
  isBusinessDay(day: string): boolean;
  /** The day `n` business days later; a start on a weekend or holiday rolls back first. `n` is 0 or more. */
  add(start: string, n: number): string;
  /** Business days in [start, end); of reversed days the same number between them, negative: −[end, start). */
  between(start: string, end: string): number;
}

/** Everything `businessDays` needs to know of a calendar. */
export type BusinessCalendar = Pick<Calendar, 'workdays' | 'closed'>;

const FIRST = dayNumber('1990-01-01');
const LAST = dayNumber('2090-01-01');

/**
 * Prepares a calendar: a running count of business days for a century, so that every question is one subtraction.
 * Outside that century whole weeks are counted less what is known to be closed. The conventions are those of NumPy's `busday_count`
 * (before 2.4 for reversed days) and `busday_offset(roll='backward')`.
 */
export function businessDays(calendar: BusinessCalendar): BusinessDays {
  const closed = new Set([...calendar.closed.keys()].map(dayNumber));
  const isOpen = (day: number): boolean => calendar.workdays.has(weekdayOf(day)) && !closed.has(day);
  const counts = new Int32Array(LAST - FIRST + 1);
  const open: number[] = [];
  for (let day = FIRST; day < LAST; day += 1) {
    counts[day - FIRST] = open.length;
    if (isOpen(day)) open.push(day);
  }
  counts[LAST - FIRST] = open.length;

  const openFrom = (start: number, end: number): number => {
    const weeks = Math.floor((end - start) / 7);
    let total = weeks * calendar.workdays.size;
    for (let day = start + weeks * 7; day < end; day += 1) if (calendar.workdays.has(weekdayOf(day))) total += 1;
    for (const day of closed) if (day >= start && day < end && calendar.workdays.has(weekdayOf(day))) total -= 1;
    return total;
  };
  /** Business days before `day`, counted from FIRST; negative before it. */
  const before = (day: number): number => {
    if (day < FIRST) return -openFrom(day, FIRST);
    return day > LAST ? open.length + openFrom(LAST, day) : (counts[day - FIRST] ?? 0);
  };
  return {
    isBusinessDay: (day) => isOpen(dayNumber(day)),
    between: (start, end) => before(dayNumber(end)) - before(dayNumber(start)),
    add: (start, n) => {
      let day = dayNumber(start);
      while (!isOpen(day)) day -= 1;
      const wanted = before(day) + n;
      const known = day >= FIRST ? open[wanted] : undefined;
      if (known !== undefined) return dayText(known);
      for (let left = n; left > 0; ) {
        day += 1;
        if (isOpen(day)) left -= 1;
      }
      return dayText(day);
    },
  };
}
