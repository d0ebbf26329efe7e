import { nameFinder } from '../../checks/names.ts';
import { judgeText } from '../../checks/run.ts';
import { WITHHELD } from '../../intake/record.ts';
import type { Identity } from '../../model/identities.ts';

/** Answers, divided by where they may go. */
export interface Divided {
  /** For the record; in the place of what shows who wrote it stands that it was withheld. */
  readonly shown: Readonly<Record<string, string>>;
  /** For the identity. */
  readonly withheld: Readonly<Record<string, string>>;
}

/**
 * Prepares to find answers that show who wrote them, by the very rules of `hire check`: an address, a phone number, a secret, or anything
 * of any identity.
 * @param identities everybody's, those about to be written included
 */
export function answerDivider(identities: ReadonlyMap<string, Identity>): (path: string, candidate: string, answers: Readonly<Record<string, string>>) => Divided {
  const finder = nameFinder(identities);
  return (path, candidate, answers) => {
    const shown: Record<string, string> = {};
    const withheld: Record<string, string> = {};
    for (const [id, words] of Object.entries(answers)) {
      const reveals = judgeText(path, words).length > 0 || finder.find(words, candidate).length > 0;
      shown[id] = reveals ? WITHHELD : words;
      if (reveals) withheld[id] = words;
    }
    return { shown, withheld };
  };
}
