import { printFlow, printKey, printProse, printWord } from '../text/print-scalar.ts';

/** What a new application says. */
export interface NewApplication {
  /** Instant as records write it. */
  readonly applied: string;
  readonly source: string;
  /** A day. */
  readonly keepUntil: string;
  /** The first stage of the role. */
  readonly stage: string;
}

/** Stands in the record where an answer would have shown who wrote it. */
export const WITHHELD = '(Withheld: the answer shows who wrote it. It is kept with the identity.)';

/** The text of a new `candidate.yml`. */
export function candidateText({ applied, source, keepUntil, stage }: NewApplication): string {
  return `source: ${printWord(source)}\nconsent: { keep_until: ${keepUntil}, talent_pool: false }\nevents:\n  - ${printFlow({ at: applied, stage, event: 'applied' })}\n`;
}

/** The text of a new `submissions/<visit>.yml` with answers alone. */
export function submissionText(received: string, answers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(answers).map(([id, words]) => (isWord(words) ? `  ${printKey(id)}: ${printWord(words)}` : printProse(id, `${words}\n`, 2)));
  return `received: ${received}\nanswers:\n${lines.join('\n')}\n`;
}

/** One line without signs that YAML or a reader could take for something else. */
function isWord(words: string): boolean {
  return words.length <= 60 && /^[\p{L}\p{N}][\p{L}\p{N} ,.–-]*$/u.test(words);
}
