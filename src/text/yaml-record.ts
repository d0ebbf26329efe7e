import type { z } from 'zod';
import type { FileKind, FileKindName } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import { schemaFaults } from './issues.ts';
import { locator } from './locate.ts';
import { notFilledIn } from './not-filled-in.ts';
import { spanBetween } from './position.ts';
import { parseYaml, type YamlFault } from './yaml.ts';

/** What reading a file gave: its value, unless problems say why there is none. */
export interface ReadRecord {
  readonly value?: unknown;
  /** Markdown after the front matter, and its first line. */
  readonly body?: string;
  readonly bodyLine?: number;
  readonly problems: readonly Problem[];
}

/** Problems of one file that are told: a file with more is broken as a whole, and finding each place takes time. */
const MOST_PROBLEMS = 200;

/** What a record of each kind is called in a sentence. */
const NOUNS: Readonly<Partial<Record<FileKindName, string>>> = {
  settings: 'the settings', person: 'a person', pipeline: 'a pipeline', role: 'a role', challenge: 'a challenge', key: 'a key', questions: 'a question set',
  message: 'a message', guide: 'a guide page', policy: 'a policy', candidate: 'a candidate', messages: 'a list of sent messages', panel: 'a panel',
  submission: 'a submission', score: 'a score', conflict: 'a conflict', decision: 'a decision', erased: 'a tombstone', session: 'a calibration session',
  'sample-score': 'a calibration score', reference: 'a reference', survey: 'a survey', outcome: 'an outcome', fairness: 'a fairness count', rubric: 'a rubric', 'rubric-version': 'a rubric',
};

/**
 * Reads a YAML text with a schema. Never throws.
 * @param noun what the record is, with its article: "a candidate"
 */
export function readYaml(schema: z.ZodType, noun: string, path: string, text: string): ReadRecord {
  const parsed = parseYaml(text);
  if (parsed.faults) return { problems: parsed.faults.map((fault) => placed(path, text, fault)) };
  return validate(schema, noun, path, parsed.value, () => locator(text));
}

/** The faults that are told; the last says how many more there are. */
export function capped<T extends { readonly message: string }>(faults: readonly T[]): readonly T[] {
  const more = faults.length - MOST_PROBLEMS;
  return more <= 0 ? faults : faults.slice(0, MOST_PROBLEMS).map((fault, index) => (index < MOST_PROBLEMS - 1 ? fault : { ...fault, message: `${fault.message} The file has ${more} more problems.` }));
}

/** What a record of a kind is called, with its article. */
export function nounOf(kind: FileKind): string {
  return NOUNS[kind.name as FileKindName] ?? 'this file';
}

/** Holds data against a schema; `locate` is asked for a finder of places only where something is wrong. */
export function validate(schema: z.ZodType, noun: string, path: string, data: unknown, locate: () => ReturnType<typeof locator>): ReadRecord {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [] };
  const find = locate();
  const unfilled = notFilledIn(schema, data);
  const faults = unfilled ? [unfilled] : schemaFaults(schema, data, result.error.issues, noun);
  const problems = capped(faults).map((fault): Problem => ({
    code: fault.code, severity: 'error', path, key: fault.key, ...(fault.atKey && { atKey: true }),
    ...(find(fault.key, fault.atKey) ?? { line: 1, column: 1 }), message: fault.message, hint: fault.hint,
  }));
  return { problems };
}

/** A fault of a text as a problem of its file. */
export function placed(path: string, text: string, fault: YamlFault): Problem {
  return { code: fault.code, severity: 'error', path, ...spanBetween(text, fault.start, fault.end), message: fault.message, hint: fault.hint };
}
