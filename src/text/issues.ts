import type { z } from 'zod';
import type { KeyPath } from '../model/problem.ts';
import { closest } from '../model/words.ts';
import { plainValue } from './scalar.ts';
import { slug } from './slug.ts';
import { descriptionOf, discriminatorValues, fieldOf, keysOf, schemaAt, valueAt } from './schema-walk.ts';

/** A broken rule of a schema in plain words, before it has a place in a file. */
export interface SchemaFault {
  readonly code: 'score/not-filled-in' | 'schema/unknown-key' | 'schema/missing-key' | 'schema/type' | 'schema/value' | 'schema/range' | 'schema/format';
  readonly key: KeyPath;
  readonly atKey: boolean;
  readonly message: string;
  readonly hint: string;
}

/**
 * Turns the issues of a failed parse into faults that name both sides: what stands there and what is expected.
 * @param noun what the record is, with its article: "a candidate"
 */
export function schemaFaults(schema: z.ZodType, data: unknown, issues: readonly z.core.$ZodIssue[], noun: string): SchemaFault[] {
  return issues.flatMap((issue) => faultsOf(schema, data, issue, noun));
}

function faultsOf(schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue, noun: string): SchemaFault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, data, path, key, noun));
  if (issue.code === 'invalid_key') {
    const written = String(path.at(-1) ?? '');
    const expected = expectation(issue.issues[0]?.message) ?? 'an id';
    return [{ code: 'schema/format', key: path, atKey: true, message: `The key ${code(written)}${within(path.slice(0, -1), noun)} is no id; expected ${expected}.`, hint: `Rename the key${renamed(written)}.` }];
  }
  const value = valueAt(data, path);
  if (value === undefined && path.length > 0) return [missing(schema, data, path, noun)];
  return [wrongValue(schema, data, issue, path, value, noun)];
}

function unknownKey(schema: z.ZodType, data: unknown, path: KeyPath, key: string, noun: string): SchemaFault {
  const known = keysOf(schemaAt(schema, data, path));
  const free = known.filter((name) => valueAt(data, [...path, name]) === undefined);
  const near = closest(key, free) ?? closest(key, known);
  const hint = near !== undefined
    ? `Did you mean ${code(near)}?`
    : free.length > 0 ? `Remove it, or use one of: ${free.join(', ')}.` : 'Remove it.';
  return { code: 'schema/unknown-key', key: [...path, key], atKey: true, message: `${code(key)} is not a key of ${place(path, noun)}.`, hint };
}

function missing(schema: z.ZodType, data: unknown, path: KeyPath, noun: string): SchemaFault {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const owner = schemaAt(schema, data, parent);
  const choices = discriminatorValues(owner);
  const about = descriptionOf(fieldOf(owner, key));
  const what = choices.length > 0 ? `one of ${choices.join(', ')}` : about === undefined ? undefined : lowerFirst(about);
  return {
    // An editor underlines the key whose map lacks one, so we do: a block map itself begins a line further down.
    code: 'schema/missing-key', key: parent, atKey: typeof parent.at(-1) === 'string',
    message: `${code(key)} is missing in ${place(parent, noun)}${what === undefined ? '' : `: ${what}`}.`,
    hint: `Add ${code(`${key}: …`)}.`,
  };
}

function wrongValue(schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue, path: KeyPath, value: unknown, noun: string): SchemaFault {
  if (path.length === 0) return wholeFile(issue, value, noun);
  const found = `${code(dotted(path))} ${value === null ? 'has no value' : `is ${shown(value)}`}`;
  const fault = (name: SchemaFault['code'], expected: string, hint: string): SchemaFault => ({
    code: name, key: path, atKey: false, message: `${found}; expected ${expected}.`, hint,
  });
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const said = expectation(issue.message);
      return values.length === 1 || said !== undefined
        ? fault('schema/value', said ?? values.join(', '), `Write ${code(`${String(path.at(-1) ?? '')}: ${values.join(' | ')}`)}.`)
        : choice(fault, value, values);
    }
    case 'invalid_union': {
      const choices = discriminatorValues(schemaAt(schema, data, path.slice(0, -1)));
      if (choices.length > 0) return choice(fault, value, choices);
      return fault('schema/type', expectation(issue.message) ?? 'another kind of value', hintFor(expectation(issue.message), value));
    }
    case 'invalid_type': {
      const expected = expectation(issue.message) ?? TYPES[issue.expected] ?? issue.expected;
      return fault('schema/type', expected, hintFor(expected, value));
    }
    case 'too_small': {
      const size = Number(issue.minimum);
      return issue.origin === 'array'
        ? fault('schema/range', `at least ${size} ${size === 1 ? 'entry' : 'entries'}`, 'Add an entry.')
        : fault('schema/range', `${issue.inclusive === false ? 'more than' : 'at least'} ${size}`, `Write a number that is ${issue.inclusive === false ? 'more than' : 'at least'} ${size}.`);
    }
    case 'too_big':
      return issue.origin === 'array'
        ? fault('schema/range', `at most ${issue.maximum} entries`, 'Remove entries.')
        : fault('schema/range', `at most ${issue.maximum}`, `Write at most ${issue.maximum}.`);
    case 'invalid_format': {
      const expected = expectation(issue.message) ?? 'another form';
      return fault('schema/format', expected, exactEdit(path, value, expected) ?? hintFor(expected, value));
    }
    default: {
      const expected = expectation(issue.message) ?? issue.message;
      const code = typeof value === 'string' && value.trim() !== '' ? 'schema/format' : 'schema/value';
      return fault(code, expected, hintFor(expected, value));
    }
  }
}

/** The file holds nothing, or a list where keys are expected, or the other way round. */
function wholeFile(issue: z.core.$ZodIssue, value: unknown, noun: string): SchemaFault {
  const list = issue.code === 'invalid_type' && issue.expected === 'array';
  const holds = value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map of keys' : 'words without a key';
  return {
    code: 'schema/type', key: [], atKey: false, message: `The file holds ${holds}; expected ${list ? 'the entries' : 'the keys'} of ${noun}.`,
    hint: list ? 'Write entries, one per line, that begin with “- ”.' : 'Write keys with their values: “key: value”.',
  };
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'a map of keys', record: 'a map of keys', array: 'a list', null: 'nothing',
};

type MakeFault = (name: SchemaFault['code'], expected: string, hint: string) => SchemaFault;

function choice(fault: MakeFault, value: unknown, values: readonly string[]): SchemaFault {
  const near = typeof value === 'string' ? closest(value, values) : undefined;
  return fault('schema/value', `one of ${values.join(', ')}`, near === undefined ? `Write one of: ${values.join(', ')}.` : `Did you mean ${code(near)}?`);
}

/** "expected a day such as 2026-11-22" → "a day such as 2026-11-22"; undefined for the words of zod itself. */
function expectation(message: string | undefined): string | undefined {
  return message?.startsWith('expected ') ? message.slice('expected '.length).replace(/\.$|, found nothing$/, '') : undefined;
}

function hintFor(expected: string | undefined, value: unknown): string {
  if (value === null) return 'Write a value after the colon, or remove the key.';
  // Nothing between quotes, or nothing below `key: |`: there are no quotes to remove.
  if (typeof value === 'string' && value.trim() === '') return expected === 'text' ? 'Write the text after the colon, or indented below its key (key: |).' : `Write ${expected ?? 'a value'}.`;
  if (typeof value === 'string' && typeof plainValue(value) !== 'string') return 'Remove the quotes.';
  if (typeof value === 'object' && expected !== undefined && expected.startsWith('text')) return 'Put the text in quotes, or below its key in a block (key: |).';
  if (typeof value === 'object') return 'Replace the list or map by a single value.';
  if (expected?.startsWith('an id:') && slug(String(value)) !== '') return `Did you mean ${code(slug(String(value)))}?`;
  if (expected?.startsWith('a list')) return `Write it in brackets: [${String(value).slice(0, 40)}].`;
  return `Write ${expected ?? 'another value'}.`;
}

/** A time with seconds, without an offset or with a space is one edit away from right. */
function exactEdit(path: KeyPath, value: unknown, expected: string): string | undefined {
  if (typeof value !== 'string' || !expected.startsWith('a time')) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i.exec(value);
  if (!match) return undefined;
  const offset = match[3] === undefined ? 'Z' : match[3].length === 5 ? `${match[3].slice(0, 3)}:${match[3].slice(3)}` : match[3].toUpperCase();
  const written = `${String(path.at(-1) ?? '')}: ${match[1]}T${match[2]}${offset}`;
  return match[3] === undefined ? `Write ${code(written)} if the time is in UTC, or its offset such as +01:00 instead of Z.` : `Write ${code(written)}.`;
}

function renamed(key: string): string {
  return slug(key) === '' ? '' : ` to ${code(slug(key))}`;
}

function place(path: KeyPath, noun: string): string {
  return path.length === 0 ? noun : `${code(dotted(path))} of ${noun}`;
}

function within(path: KeyPath, noun: string): string {
  return ` in ${place(path, noun)}`;
}

/** `events[2].stage`: the path as people write it. */
export function dotted(path: KeyPath): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of keys';
  // Text that would be a number without its quotes is shown with them.
  const text = typeof value === 'string' && typeof plainValue(value) !== 'string' ? JSON.stringify(value) : String(value);
  return String(value).trim() === '' ? 'empty' : code(text);
}

function code(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s`]+/gu, ' ').trim();
  return `\`${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}\``;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
