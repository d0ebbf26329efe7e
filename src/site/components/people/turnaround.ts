import { plural } from '../../published/words.ts';

/** How many scores took so many business days; the last row gathers the long ones. */
export interface TurnaroundRow {
  readonly words: string;
  readonly count: number;
}

/** Scores by the business days they took, `days` ascending. Every day up to six has its row, so that gaps show. */
export function turnaroundRows(days: readonly number[]): TurnaroundRow[] {
  const longest = Math.min(6, Math.floor(days.at(-1) ?? 0));
  const rows = Array.from({ length: longest + 1 }, (_, day) => ({
    words: day === 0 ? 'same day' : plural(day, 'day'),
    count: days.filter((each) => Math.floor(each) === day).length,
  }));
  const longer = days.filter((each) => Math.floor(each) > 6).length;
  return longer === 0 ? rows : [...rows, { words: 'longer', count: longer }];
}
