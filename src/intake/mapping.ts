import { closest } from '../model/words.ts';
import { takesSeveral, type Field, type Question } from './field.ts';
import { fieldOf, HEADER_WORDS, plainHeader, readingsOf } from './header-words.ts';
import type { Sheet } from './sheet.ts';

/** One column and what becomes of it. */
export interface Column {
  readonly index: number;
  /** Its name; “column 5” where the header has none. */
  readonly header: string;
  /** Rows with something in it. */
  readonly filled: number;
  /** Undefined where nothing is known: a person must say. */
  readonly field: Field | undefined;
  /** How it came to its field. Only `near` needs a person's yes. */
  readonly from: 'said' | 'remembered' | 'same' | 'near' | 'empty' | 'unknown';
}

/** What is known of a sheet's columns before it is looked at. */
export interface Known {
  readonly questions: readonly Question[];
  /** `--map`, by header. */
  readonly said: ReadonlyMap<string, Field>;
  /** An earlier import of a sheet with the same header. */
  readonly remembered: ReadonlyMap<string, Field>;
}

/** A field for every column: what was said, else remembered, else what the header says in so many words, else the nearest word as a proposal. */
export function proposeMapping(sheet: Sheet, { questions, said, remembered }: Known): readonly Column[] {
  const asked = new Map(questions.flatMap((question) => [[plainHeader(question.id), question], [plainHeader(question.ask), question]] as const));
  const columns = sheet.header.map((name, index): Column => {
    const header = name === '' ? `column ${index + 1}` : name;
    const filled = sheet.rows.filter((row) => (row.cells[index] ?? '').trim() !== '').length;
    const base = { index, header, filled };
    const given = said.get(header) ?? remembered.get(header);
    if (given !== undefined) return { ...base, field: given, from: said.has(header) ? 'said' : 'remembered' };
    const plain = plainHeader(name);
    const question = readingsOf(name).map((reading) => asked.get(reading)).find((found) => found !== undefined);
    if (question) return { ...base, field: `question:${question.id}`, from: 'same' };
    const same = fieldOf(name);
    if (same !== undefined) return { ...base, field: same, from: 'same' };
    if (filled === 0) return { ...base, field: 'ignore', from: 'empty' };
    const near = nearest(plain, questions, asked) ?? inBrackets(name);
    return near === undefined ? { ...base, field: undefined, from: 'unknown' } : { ...base, field: near, from: 'near' };
  });
  return withoutClashes(columns);
}

/** Of two columns whose headers say the same field the surer has it, then the first; what the other is, a person decides. */
function withoutClashes(columns: readonly Column[]): readonly Column[] {
  const owner = new Map<Field, Column>();
  for (const from of ['said', 'remembered', 'same', 'near'] as const) {
    for (const column of columns) if (column.from === from && column.field !== undefined && !owner.has(column.field)) owner.set(column.field, column);
  }
  return columns.map((column) => {
    const { field, from } = column;
    const stays = field === undefined || from === 'said' || from === 'remembered' || takesSeveral(field) || owner.get(field) === column;
    return stays ? column : { ...column, field: undefined, from: 'unknown' };
  });
}

/** Shortest part of a question that may stand for it. */
const LONG_ENOUGH = 12;

function nearest(plain: string, questions: readonly Question[], asked: ReadonlyMap<string, Question>): Field | undefined {
  if (plain === '') return undefined;
  const within = questions.filter(({ ask }) => {
    const whole = plainHeader(ask);
    return (plain.length >= LONG_ENOUGH && whole.includes(plain)) || (whole.length >= LONG_ENOUGH && plain.includes(whole));
  });
  if (within.length === 1 && within[0]) return `question:${within[0].id}`;
  if (plain.length < 4) return undefined;
  const word = closest(plain, [...HEADER_WORDS.keys(), ...asked.keys()]);
  if (word === undefined) return undefined;
  const question = asked.get(word);
  return question ? `question:${question.id}` : HEADER_WORDS.get(word);
}

/** “Where do you live (time zone)?” asks for what stands in its brackets, most likely. */
function inBrackets(header: string): Field | undefined {
  const inside = /[([（](.*?)[)\]）]/.exec(header)?.[1];
  return inside === undefined ? undefined : fieldOf(inside);
}

/** What keeps a mapping from being used, in words; empty when it can be. */
export function mappingFaults(columns: readonly Column[]): readonly string[] {
  const faults: string[] = [];
  const by = new Map<Field, string[]>();
  for (const { field, header } of columns) if (field !== undefined) by.set(field, [...(by.get(field) ?? []), header]);
  for (const [field, headers] of by) {
    if (headers.length > 1 && !takesSeveral(field)) faults.push(`“${headers.join('” and “')}” are all mapped to ${field}; it takes one column.`);
  }
  const has = (field: Field): boolean => by.has(field);
  if (has('name') && (has('first-name') || has('last-name'))) faults.push('A column is mapped to name and another to a part of it: take the whole name, or its parts.');
  if (!has('name') && !has('first-name') && !has('last-name')) faults.push('No column is mapped to name (or first-name and last-name): an identity needs one.');
  return faults;
}
