import { businessDays } from '../../analysis/time/business-days.ts';
import { calendarDaysBetween } from '../../analysis/time/day.ts';
import { NBSP, dueWords, plural } from '../published/words.ts';

/** The days that are no business days, as published in `calendar.json`. */
export interface OfficeCalendar {
  readonly timezone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly workdays: readonly number[];
  /** Days as written, `2026-12-25`. */
  readonly closed: readonly string[];
}

/** How one day is to be read this morning. */
export interface DueState {
  readonly is: 'open' | 'due' | 'late';
  readonly lateBy: number;
  readonly words: string;
}

/** Counting from the reader's morning: the page may be last night's. */
export interface Clock {
  /** The day in the organisation's time zone. */
  readonly today: string;
  due(day: string): DueState;
  /** Business days since a day. */
  businessSince(day: string): number;
}

/** @param epoch the reader's moment in milliseconds */
export function clockAt(epoch: number, { timezone, workdays, closed }: OfficeCalendar): Clock {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(epoch);
  const business = businessDays({ workdays: new Set(workdays), closed: new Map(closed.map((day) => [day, ''])) });
  return {
    today,
    due: (day) => dueState(day, today, day < today ? Math.max(1, business.between(day, today)) : 0),
    businessSince: (day) => Math.max(0, business.between(day, today)),
  };
}

/** A day that is due as shape and words. `lateBy` in business days, 0 when not late. */
export function dueState(day: string, today: string, lateBy: number): DueState {
  return { is: lateBy > 0 ? 'late' : day === today ? 'due' : 'open', lateBy, words: dueWords(day, today, lateBy) };
}

/** "asked today", "asked yesterday", "asked 5 days ago": calendar days, as people count them. */
export function askedWords(asked: string, today: string): string {
  const days = calendarDaysBetween(asked, today);
  if (days <= 0) return 'asked today';
  return days === 1 ? 'asked yesterday' : `asked ${days} days ago`;
}

/** "waiting since today", "waiting since yesterday", "waiting 5 days": how long something could have been scored, in calendar days. */
export function waitingWords(since: string, today: string): string {
  const days = calendarDaysBetween(since, today);
  if (days <= 0) return 'waiting since today';
  return days === 1 ? 'waiting since yesterday' : `waiting ${days} days`;
}

/** What is left of a window: hours up to three days, days after that; past it, by how much. */
export function leftWords(hours: number): string {
  const whole = Math.floor(Math.abs(hours));
  const words = whole >= 72 ? plural(Math.floor(whole / 24), 'day').replace(' ', NBSP) : `${whole}${NBSP}h`;
  if (hours < 0) return whole < 1 ? 'just ended' : `${words} over`;
  return whole < 1 ? `under 1${NBSP}h` : words;
}

/** "today", "1 day", "16 days": how long nothing was heard since a day, in calendar days. */
export function quietWords(since: string, today: string): string {
  const days = calendarDaysBetween(since, today);
  return days <= 0 ? 'today' : plural(days, 'day').replace(' ', NBSP);
}

/** How old a page is: "just now", "12 minutes ago", "14 hours ago", "3 days ago". */
export function agoWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 2) return 'just now';
  if (minutes < 120) return `${plural(minutes, 'minute')} ago`;
  return minutes < 48 * 60 ? `${plural(Math.floor(minutes / 60), 'hour')} ago` : `${plural(Math.floor(minutes / (24 * 60)), 'day')} ago`;
}
