import type { Conflict } from '../../model/conflict.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { NOT_OBSERVED, BarAnswer, Recommendation } from '../../model/score.ts';
import type { Typing } from './typing.ts';

/** One answer of a candidate, ready to be read. */
export interface Answer {
  readonly ask: string;
  /** The criterion it speaks to. */
  readonly criterion: string | undefined;
  readonly looksFor: string | undefined;
  readonly answer: string;
}

/** One application on the pile. Nothing in it tells who it is. */
export interface Item {
  readonly id: string;
  readonly visit: string;
  readonly stage: string;
  /** "Answer promised by Wed 25 Nov, in 3 business days" */
  readonly due: string;
  readonly applied: string;
  readonly answers: readonly Answer[];
  /** Longer words that were handed in. */
  readonly text: string | undefined;
  /** What lives with the identity: questions answered by a link or a file. */
  readonly elsewhere: readonly string[];
  readonly rubric: Rubric;
  /** Rubric and version. */
  readonly reference: string;
  /** Why the person at the keyboard may not score it; undefined when they may. */
  readonly noScore: string | undefined;
  /** Scores still wanted once theirs is in; 0 when it completes the panel, or the panel is complete. */
  readonly stillWanted: number;
  /** Whether the panel is complete as it is. */
  readonly complete: boolean;
  /** What others said, only of a complete panel. */
  readonly scored: readonly string[];
  /** Whether it may be declined before anybody has scored it. */
  readonly quick: boolean;
}

/** Everything the sitting is about. */
export interface Pile {
  readonly role: string;
  readonly title: string;
  readonly by: string;
  /** Oldest promise first. */
  readonly items: readonly Item[];
  /** Applications that are not shown to this person, each with the reason. */
  readonly leftOut: readonly string[];
  /** Closed list of reasons: id and words. */
  readonly reasons: readonly (readonly [string, string])[];
  readonly bar: string;
  readonly evidenceMin: number;
}

/** A mark with its evidence, or not observed with the reason. */
export interface Noted {
  readonly mark: number | typeof NOT_OBSERVED;
  readonly words: string;
}

/** What is to happen with an application. `score`: the score alone, somebody else decides. `aside`: nothing, later. */
export type Verdict = 'advance' | 'decline' | 'score' | 'aside';

/** What was said of one application so far; nothing of it is written before the person says so. */
export interface Sheet {
  readonly marks: Readonly<Record<string, Noted>>;
  readonly recommendation?: Recommendation | undefined;
  readonly bar?: BarAnswer | undefined;
  readonly summary?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly reason?: string | undefined;
  readonly conflict?: { readonly kind: Conflict['kind']; readonly note: string } | undefined;
  /** Time with it before one's eyes, in seconds; pauses are not counted. */
  readonly seconds: number;
}

/** What the keys mean at the moment. */
export type Mode =
  | { readonly is: 'read' | 'rubric' | 'help' | 'recommend' | 'bar' | 'reason' | 'conflict' | 'write' }
  | { readonly is: 'mark'; readonly criterion: number }
  | { readonly is: 'words'; readonly criterion: number; readonly typing: Typing }
  | { readonly is: 'summary'; readonly typing: Typing }
  | { readonly is: 'conflict-note'; readonly kind: Conflict['kind']; readonly typing: Typing };

/** A sitting at one moment. */
export interface Sitting {
  /** Which application is before one's eyes, from 0. */
  readonly at: number;
  readonly mode: Mode;
  /** First line of the body that is seen; undefined: where the question is that the criterion is about. */
  readonly scroll: number | undefined;
  /** By candidate. */
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** What `undo` goes back to, the latest last. */
  readonly past: readonly { readonly at: number; readonly sheets: Sitting['sheets'] }[];
  /** One sentence about the last key. */
  readonly said: string | undefined;
}

export const EMPTY_SHEET: Sheet = { marks: {}, seconds: 0 };

/** What was said of an application. */
export function sheetOf(sitting: Sitting, item: Item | undefined): Sheet {
  return (item && sitting.sheets[item.id]) ?? EMPTY_SHEET;
}

/** Whether a mark stands with enough words behind it. */
export function isNoted(noted: Noted | undefined, evidenceMin: number): boolean {
  if (!noted) return false;
  const length = [...noted.words.trim()].length;
  return noted.mark === 'not-observed' ? length > 0 : length >= evidenceMin;
}

/** What a score still lacks, in the order in which it is asked for; empty when it can be written. */
export function lacking(item: Item, sheet: Sheet, evidenceMin: number): string[] {
  const marks = item.rubric.criteria.filter((criterion) => !isNoted(sheet.marks[criterion.id], evidenceMin)).map((criterion) => criterion.name);
  return [...marks, ...(sheet.recommendation === undefined ? ['recommendation'] : []), ...(sheet.bar === undefined ? ['bar'] : [])];
}

/** Whether an application needs no more looking at in this sitting. */
export function isDone(sheet: Sheet): boolean {
  return sheet.conflict !== undefined || (sheet.verdict !== undefined && sheet.verdict !== 'aside');
}

/** How far one has come. */
export function countsOf(sitting: Sitting, pile: Pile): { readonly done: number; readonly aside: number; readonly of: number } {
  const sheets = pile.items.map((item) => sheetOf(sitting, item));
  return { done: sheets.filter(isDone).length, aside: sheets.filter((sheet) => sheet.verdict === 'aside' && !isDone(sheet)).length, of: pile.items.length };
}
