import { NOT_OBSERVED } from '../../model/score.ts';
import type { Answers, ScoringForm } from './form.ts';

/** What is missing or wrong, and at which field: `who`, `mark.<criterion>`, `words.<criterion>`, `recommendation`, `bar`, `minutes`, `free`. */
export interface Fault {
  readonly field: string;
  /** What the field is called in a list of faults. */
  readonly name: string;
  readonly message: string;
}

/** Characters as `hire check` counts them. */
export function lengthOf(words: string): number {
  return [...words.trim()].length;
}

/** Everything that keeps the score from being one, in the order of the page. Never says which mark to give. */
export function faultsOf(form: ScoringForm, answers: Answers): Fault[] {
  const faults: Fault[] = [];
  const add = (field: string, name: string, message: string | undefined): void => {
    if (message !== undefined) faults.push({ field, name, message });
  };
  add('who', 'Who scores', answers.person === '' ? 'Say who you are.' : undefined);
  for (const { id, name } of form.criteria) {
    const { mark = '', words = '' } = answers.marks[id] ?? {};
    add(`mark.${id}`, name, mark === '' ? `Choose a level, ${form.min} to ${form.max}, or “not observed”.` : undefined);
    if (mark !== '') add(`words.${id}`, name, wordsFault(mark, words, form.evidenceMin));
  }
  add('recommendation', 'Recommendation', answers.recommendation === '' ? 'Choose one of the four.' : undefined);
  add('bar', 'The bar', answers.bar === '' ? 'Answer yes, no or cannot tell yet.' : undefined);
  add('minutes', 'Minutes', /^\s*(?:[1-9]\d{0,2}|1\d{3}|2000)?\s*$/.test(answers.minutes) ? undefined : 'Write a whole number from 1 to 2000, or leave it empty.');
  add('free', 'Conflict of interest', answers.free ? undefined : 'Attest that there is none, or declare it instead of scoring.');
  return faults;
}

function wordsFault(mark: string, words: string, least: number): string | undefined {
  const length = lengthOf(words);
  if (mark === NOT_OBSERVED) return length === 0 ? 'Say why nothing could be observed.' : undefined;
  if (length >= least) return undefined;
  if (length === 0) return `Say what you saw: at least ${least} characters, with file and line or a quote.`;
  return `Say a little more: ${length} ${length === 1 ? 'character' : 'characters'}, at least ${least}. Name the file and line if there is one.`;
}

/** How far a criterion is: nothing, a level without its words, or all of it. */
export function stateOf(form: ScoringForm, answers: Answers, id: string): 'open' | 'half' | 'done' {
  const { mark = '', words = '' } = answers.marks[id] ?? {};
  const enough = mark !== '' && wordsFault(mark, words, form.evidenceMin) === undefined;
  return enough ? 'done' : mark !== '' || words.trim() !== '' ? 'half' : 'open';
}
