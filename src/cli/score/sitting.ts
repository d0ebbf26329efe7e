import type { Conflict } from '../../model/conflict.ts';
import { NOT_OBSERVED, type BarAnswer, type Recommendation, type SampleScore, type Score } from '../../model/score.ts';
import { isNoted, type Noted } from '../screen/sitting.ts';
import type { Typing } from '../screen/typing.ts';
import type { Marking } from './task.ts';

/** What was said so far; nothing of it is written before the person says so. */
export interface Sheet {
  readonly marks: Readonly<Record<string, Noted>>;
  readonly recommendation?: Recommendation | undefined;
  readonly bar?: BarAnswer | undefined;
  readonly summary?: string | undefined;
  /** Only in an amendment: why the score changed. */
  readonly because?: string | undefined;
  /** Working time as the person says; undefined while they have not, 0 for none. */
  readonly minutes?: number | undefined;
  readonly conflict?: { readonly kind: Conflict['kind']; readonly note: string } | undefined;
  /** Time since it was opened, over all sittings, in seconds. */
  readonly seconds: number;
}

/** What the keys mean at the moment. */
export type Mode =
  | { readonly is: 'read' | 'rubric' | 'help' | 'recommend' | 'bar' | 'conflict' | 'write' }
  | { readonly is: 'mark'; readonly criterion: number }
  | { readonly is: 'words'; readonly criterion: number; readonly typing: Typing }
  | { readonly is: 'summary' | 'because' | 'minutes'; readonly typing: Typing }
  | { readonly is: 'conflict-note'; readonly kind: Conflict['kind']; readonly typing: Typing };

/** The sitting at one moment. */
export interface Sitting {
  readonly mode: Mode;
  readonly scroll: number;
  readonly sheet: Sheet;
  /** One sentence about the last key. */
  readonly said: string | undefined;
}

export const EMPTY_SHEET: Sheet = { marks: {}, seconds: 0 };

/** What an amendment, or another look at a sample, begins with: the score as it stands. */
export function sheetFrom(score: Score | SampleScore): Sheet {
  return {
    marks: Object.fromEntries(Object.entries(score.marks).map(([id, { mark, evidence, because }]) => [id, { mark, words: ((mark === NOT_OBSERVED ? because : evidence) ?? '').trim() }])),
    ...('bar' in score && { recommendation: score.recommendation, bar: score.bar }), summary: score.summary?.trim(), minutes: score.minutes, seconds: 0,
  };
}

/** What the score still lacks, in the order in which it is asked for; empty when it can be written. */
export function lacking(task: Marking, sheet: Sheet): string[] {
  return [
    ...task.rubric.criteria.filter(({ id }) => !isNoted(sheet.marks[id], task.evidenceMin)).map(({ name }) => name),
    ...(task.verdict && sheet.recommendation === undefined ? ['recommendation'] : []), ...(task.verdict && sheet.bar === undefined ? ['bar'] : []),
    ...(task.amends && (sheet.because ?? '').trim() === '' ? ['why it changes'] : []),
  ];
}

/** Whether nothing was said; having read is not enough. */
export function isEmpty(sheet: Sheet, { first }: Marking): boolean {
  return JSON.stringify({ ...sheet, seconds: 0 }) === JSON.stringify({ ...first, seconds: 0 });
}

/** How far one has come: "2 of 5 criteria, no recommendation yet". */
export function progressWords(task: Marking, sheet: Sheet): string {
  const done = task.rubric.criteria.filter(({ id }) => isNoted(sheet.marks[id], task.evidenceMin)).length;
  const of = task.rubric.criteria.length;
  if (!task.verdict) return `${done} of ${of} criteria`;
  return `${done} of ${of} criteria, ${sheet.recommendation === undefined ? 'no recommendation yet' : `recommendation ${sheet.recommendation}`}, ${sheet.bar === undefined ? 'no answer to the bar yet' : `bar ${sheet.bar}`}`;
}

/** The minutes as they will be written: what the person said, otherwise what was measured; undefined for less than half a minute. */
export function minutesOf({ minutes, seconds }: Sheet): number | undefined {
  if (minutes !== undefined) return minutes === 0 ? undefined : minutes;
  return seconds < 30 ? undefined : Math.min(2000, Math.max(1, Math.round(seconds / 60)));
}
