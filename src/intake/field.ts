import type { Questions } from '../model/questions.ts';
import { ID_PATTERN } from '../model/scalar.ts';
import { closest } from '../model/words.ts';

/** What a column of a sheet can become, apart from an answer or a word for the identity. */
export const PLAIN_FIELDS = ['name', 'first-name', 'last-name', 'email', 'link', 'handle', 'timezone', 'language', 'source', 'applied', 'keep-until', 'ignore'] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** A field as `--map` writes it: `email`, `question:hardest-bug`, `identity:salary`, `ignore`. */
export type Field = PlainField | `question:${string}` | `identity:${string}`;

/** Fields that several columns may fill together. */
const SEVERAL: ReadonlySet<string> = new Set(['link', 'handle', 'ignore']);

export function takesSeveral(field: Field): boolean {
  return SEVERAL.has(field);
}

export type Question = Questions['questions'][number];

/** Reads the field of a `--map`; a question may be named by its id alone. @returns the field, or what is wrong with it */
export function parseField(written: string, questions: readonly Question[]): { readonly field: Field } | { readonly wrong: string } {
  const word = written.trim();
  if ((PLAIN_FIELDS as readonly string[]).includes(word)) return { field: word as PlainField };
  const [, kind = '', name = ''] = /^(question|identity):(.*)$/.exec(word) ?? [];
  const ids = questions.map((question) => question.id);
  if (kind === 'identity') {
    if (isKey(name)) return { field: `identity:${name}` };
    const better = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    return { wrong: `“${name}” is no name for a word of the identity: lower-case letters, digits and hyphens.${better === '' || better === name ? '' : ` Perhaps identity:${better}.`}` };
  }
  const id = kind === 'question' ? name : word;
  if (ids.includes(id)) return { field: `question:${id}` };
  if (kind === 'question') return { wrong: `The first stage asks no question “${name}”.${ids.length === 0 ? ' It asks none at all.' : ` It asks: ${ids.join(', ')}.`}` };
  const guess = closest(word, [...PLAIN_FIELDS, ...ids]);
  return { wrong: `There is no field “${word}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`} There are: ${PLAIN_FIELDS.join(', ')}, ${ids.length === 0 ? '' : `the questions ${ids.join(', ')}, `}identity:<name> for anything else.` };
}

function isKey(name: string): boolean {
  return ID_PATTERN.test(name) && name.length <= 64 && name !== 'prototype';
}
