import type { NameFinder } from '../../checks/names.ts';
import { judgeText } from '../../checks/run.ts';
import { submissionText, WITHHELD } from '../../intake/record.ts';

/** Answers, divided by where they may go. */
export interface Divided {
  /** For the record; in the place of what shows who wrote it stands that it was withheld. */
  readonly shown: Readonly<Record<string, string>>;
  /** For the identity. */
  readonly withheld: Readonly<Record<string, string>>;
  /** Whether the whole text, keys and all, was found to say nothing. */
  readonly clean: boolean;
}

/**
 * Finds answers that show who wrote them, by the very rules of `hire check`: an address, a phone number, a secret, or anything of any identity.
 * @param path of the submission
 * @param finder knows everybody, those about to be written included
 */
export function divideAnswers(path: string, candidate: string, answers: Readonly<Record<string, string>>, finder: NameFinder): Divided {
  const reveals = (words: string): boolean => judgeText(path, words).length > 0 || finder.find(words, candidate).length > 0;
  // Most people's answers say nothing: one look at all of them spares a look at each.
  if (!reveals(submissionText('', answers))) return { shown: answers, withheld: {}, clean: true };
  const told = Object.entries(answers).map(([id, words]) => ({ id, words, withheld: reveals(words) }));
  return {
    shown: Object.fromEntries(told.map(({ id, words, withheld }) => [id, withheld ? WITHHELD : words])),
    withheld: Object.fromEntries(told.flatMap(({ id, words, withheld }) => (withheld ? [[id, words]] : []))),
    clean: false,
  };
}
