import type { Rubric } from '../../model/rubric.ts';
import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { listed } from '../../model/words.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Input } from '../command.ts';
import { manyOption, pairsOf } from '../many.ts';
import { CONFLICTS } from '../screen/press.ts';
import type { Noted } from '../screen/sitting.ts';
import { EMPTY_SHEET, type Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

/** What may be said on the command line, for scripts; then nothing is asked. */
export const GIVEN_OPTIONS = { mark: several, evidence: several, recommendation: text, bar: text, summary: text, minutes: text, because: text, conflict: text, note: text } as const;

/** Whether the score stands on the command line. */
export function isGiven(input: Input): boolean {
  return Object.keys(GIVEN_OPTIONS).some((name) => input.options[name] !== undefined);
}

/**
 * The sheet as the command line fills it in; an amendment begins from the score as it stands. What is too little is for the checks to say.
 * @throws Mistake where a word means nothing, or recommendation and bar are missing
 */
export function sheetGiven(input: Input, task: Marking): Sheet {
  const kind = textOption(input, 'conflict');
  if (kind !== undefined) return { ...EMPTY_SHEET, conflict: { kind: conflictKind(input, kind), note: textOption(input, 'note') ?? '' } };
  if (textOption(input, 'note') !== undefined) throw new Mistake('--note goes with --conflict; of a score, the words for the debrief are --summary.');
  const { first } = task;
  const marks = marksGiven(input, task.rubric, first.marks);
  const verdict = task.verdict && verdictGiven(input, task.verdict.bar, first);
  const summary = textOption(input, 'summary') ?? first.summary;
  const minutes = minutesGiven(input) ?? first.minutes;
  const because = textOption(input, 'because');
  return {
    ...first, marks, ...verdict,
    ...(summary !== undefined && summary.trim() !== '' && { summary }), ...(minutes !== undefined && { minutes }), ...(because !== undefined && because.trim() !== '' && { because }),
  };
}

function verdictGiven(input: Input, question: string, first: Sheet): Required<Pick<Sheet, 'recommendation' | 'bar'>> {
  const recommendation = oneWord(input, 'recommendation', RECOMMENDATIONS) ?? first.recommendation;
  const bar = oneWord(input, 'bar', BAR_ANSWERS) ?? first.bar;
  if (recommendation === undefined) throw new Mistake(`--recommendation is missing: ${RECOMMENDATIONS.join(', ')}. There is no neutral answer.`);
  if (bar === undefined) throw new Mistake(`--bar is missing: ${BAR_ANSWERS.join(', ')}. ${question}`);
  return { recommendation, bar };
}

function conflictKind(input: Input, kind: string): (typeof CONFLICTS)[number] {
  const other = Object.keys(GIVEN_OPTIONS).find((name) => name !== 'conflict' && name !== 'note' && input.options[name] !== undefined);
  if (other !== undefined) throw new Mistake(`Give --conflict or --${other}, not both: a conflict is written instead of a score.`);
  const known = CONFLICTS.find((each) => each === kind);
  if (known === undefined) throw new Mistake(`--conflict: ${oneOfThese('kind of conflict', CONFLICTS)(kind) ?? ''}`);
  return known;
}

function marksGiven(input: Input, { criteria, scale }: Rubric, before: Sheet['marks']): Sheet['marks'] {
  const ids = criteria.map(({ id }) => id);
  const levels = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  const marks = new Map(Object.entries(before));
  const seen = new Set<string>();
  for (const [id, value] of pairsOf(input, 'mark')) {
    known(`--mark`, ids, id, seen);
    const mark = value === NOT_OBSERVED ? NOT_OBSERVED : levels.find((level) => String(level) === value);
    if (mark === undefined) throw new Mistake(`--mark ${id}: allowed are ${levels.join(', ')} or ${NOT_OBSERVED}, found “${value}”.`);
    marks.set(id, { mark, words: marks.get(id)?.words ?? '' } satisfies Noted);
  }
  const worded = new Set<string>();
  for (const written of manyOption(input, 'evidence')) {
    const [, id = '', words = ''] = /^\s*([a-z0-9-]+)\s*:\s*([\s\S]*)$/.exec(written) ?? [];
    if (id === '') throw new Mistake(`--evidence takes a criterion and its words, "${ids[0] ?? 'criterion'}: …", found “${written}”.`);
    known('--evidence', ids, id, worded);
    const noted = marks.get(id);
    if (!noted) throw new Mistake(`--evidence ${id}: there is no mark for it. --mark ${id}=${listed(levels.slice(0, 1).map(String))} … ${levels.at(-1) ?? ''}, or ${NOT_OBSERVED}.`);
    marks.set(id, { ...noted, words });
  }
  return Object.fromEntries(marks);
}

function known(option: string, ids: readonly string[], id: string, seen: Set<string>): void {
  const wrong = oneOfThese('criterion', ids)(id);
  if (wrong !== undefined) throw new Mistake(`${option}: ${wrong}`);
  if (seen.has(id)) throw new Mistake(`${option}: “${id}” is given twice.`);
  seen.add(id);
}

function oneWord<T extends string>(input: Input, option: string, all: readonly T[]): T | undefined {
  const said = textOption(input, option);
  if (said === undefined) return undefined;
  const found = all.find((each) => each === said);
  if (found === undefined) throw new Mistake(`--${option}: “${said}” is none of ${all.join(', ')}.`);
  return found;
}

function minutesGiven(input: Input): number | undefined {
  const said = textOption(input, 'minutes');
  if (said === undefined) return undefined;
  if (!/^\d{1,4}$/.test(said) || Number(said) < 1 || Number(said) > 2000) throw new Mistake(`--minutes takes whole minutes from 1 to 2000, found “${said}”.`);
  return Number(said);
}
