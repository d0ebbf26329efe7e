import type { Office } from '../time/office.ts';
import type { ReviewerWork } from './work.ts';

/** Months that are told, the present one included. */
export const LOAD_MONTHS = 12;

/** How much was asked of a person and came, over time. */
export interface LoadOverTime {
  /** Places on panel files, and scores given, in all. */
  readonly asked: number;
  readonly given: number;
  /** The last twelve, oldest first, `2026-11`; from the first month with anything in it. */
  readonly months: readonly { readonly month: string; readonly asked: number; readonly given: number }[];
}

/** Counts asks by the day of the panel file and scores by the day they were finished. */
export function loadOverTime(office: Office, work: ReviewerWork | undefined, today: string): LoadOverTime {
  const asked = tally((work?.asked ?? []).map(({ place }) => place.asked));
  const given = tally((work?.given ?? []).map(({ score }) => office.zone.dayOf(score.submittedAt)));
  const all = Array.from({ length: LOAD_MONTHS }, (_, back) => monthBefore(today, LOAD_MONTHS - 1 - back)).map((month) => ({ month, asked: asked.get(month) ?? 0, given: given.get(month) ?? 0 }));
  const first = all.findIndex((month) => month.asked + month.given > 0);
  return { asked: work?.asked.length ?? 0, given: work?.given.length ?? 0, months: first === -1 ? [] : all.slice(first) };
}

function tally(days: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  return counts;
}

function monthBefore(today: string, back: number): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
