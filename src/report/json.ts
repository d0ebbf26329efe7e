import type { Problem } from '../model/problem.ts';
import { countProblems, type Counts } from './summary.ts';

/** What `hire check --json` prints. */
export interface JsonReport {
  /** Whether there is no error; warnings leave it true. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly counts: Counts;
}

/** Problems for other programs. */
export function jsonReport(problems: readonly Problem[]): string {
  const counts = countProblems(problems);
  const report: JsonReport = { ok: counts.errors === 0, problems, counts };
  // Signs that steer a terminal or the direction of reading stay escaped: JSON is read by people too.
  return `${JSON.stringify(report, null, 2).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
