/** One row of a sheet as it would be kept. */
export interface Newcomer {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly name: string;
  readonly email: string | undefined;
  readonly links: readonly string[];
  readonly handles: readonly string[];
  readonly timezone: string | undefined;
  readonly language: string | undefined;
  /** A word of the settings' list. */
  readonly source: string;
  /** When they applied, as records write it; undefined where the sheet does not say. */
  readonly applied: string | undefined;
  /** A day; undefined where the sheet does not say. */
  readonly keepUntil: string | undefined;
  /** Answers in words, by question. They may go into the record, unless they show who wrote them. */
  readonly answers: Readonly<Record<string, string>>;
  /** Answers to questions for a link or a file: with the identity, always. */
  readonly kept: Readonly<Record<string, string>>;
  /** Everything else that somebody wanted kept, with the identity. */
  readonly extras: Readonly<Record<string, string>>;
  /** What was changed or left out, in words, for the preview. Never a word of the person. */
  readonly notes: readonly string[];
}

/** A row that cannot be taken. */
export interface RefusedRow {
  readonly row: number;
  /** In words; never a word of the person. */
  readonly reason: string;
}

/** Everything about a row that a later sheet may say differently, in one text: the same text means the same row. */
export function rowText(newcomer: Newcomer): string {
  const { name, email, links, handles, timezone, language, source, applied, keepUntil, answers, kept, extras } = newcomer;
  return JSON.stringify([name, email?.toLowerCase() ?? null, [...links].sort(), [...handles].sort(), timezone ?? null, language ?? null, source, applied ?? null, keepUntil ?? null, sorted(answers), sorted(kept), sorted(extras)]);
}

function sorted(words: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
}
