import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeSheet } from '../../intake/bytes.ts';
import { NoSheet } from '../../intake/no-sheet.ts';
import { readSheet } from '../../intake/sheet.ts';
import { parseYaml } from '../../text/yaml.ts';
import { Mistake } from '../command.ts';

/** One answer as it came, every word a text: keys are `role`, `outcome`, `recommend`, `month`, `id`, questions by id, and `minutes.<challenge>`. */
export interface Given {
  /** Where it stands, for a sentence: "answers.csv, row 3". */
  readonly where: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** What a file or folder held. */
export interface Read {
  readonly given: readonly Given[];
  /** Columns that are no question, which are left alone. */
  readonly passedOver: readonly string[];
  /** Answers that could not be read at all. */
  readonly unread: readonly { readonly where: string; readonly message: string }[];
}

const ENDINGS = /\.(ya?ml|json|txt|csv|tsv)$/i;

/**
 * Reads answers from a file, or from every file of a folder: what the survey page saves or mails (one, or several with lines of `---`
 * between them), or the table of a form service.
 * @param asks ids of the questions by their words, so that a column may be named either way
 * @throws Mistake when there is nothing of that name, or nothing in it
 */
export function readGiven(path: string, shown: string, asks: ReadonlyMap<string, string>): Read {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`There is no file or folder ${shown}.`);
  const files = found.isDirectory() ? readdirSync(path).filter((name) => ENDINGS.test(name)).sort().map((name) => join(path, name)) : [path];
  if (files.length === 0) throw new Mistake(`${shown} holds no answers: files ending in .yml, .json, .txt or .csv.`);
  const read = files.map((file) => readFile(file, asks));
  return {
    given: read.flatMap((each) => each.given),
    passedOver: [...new Set(read.flatMap((each) => each.passedOver))],
    unread: read.flatMap((each) => each.unread),
  };
}

function readFile(file: string, asks: ReadonlyMap<string, string>): Read {
  const name = basename(file);
  const bytes = readFileSync(file);
  try {
    if (/\.[ct]sv$/i.test(name)) return fromSheet(name, decodeSheet(bytes).text, asks);
    return fromTexts(name, decodeSheet(bytes).text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (!(error instanceof NoSheet)) throw error;
    return { given: [], passedOver: [], unread: [{ where: name, message: error.message }] };
  }
}

function fromSheet(name: string, text: string, asks: ReadonlyMap<string, string>): Read {
  const sheet = readSheet(text);
  const columns = sheet.header.map((head) => columnOf(head, asks));
  return {
    given: sheet.rows.map(({ number, cells }) => ({
      where: `${name}, row ${number}`,
      fields: new Map(cells.flatMap((cell, index): [string, string][] => (columns[index] === undefined || cell.trim() === '' ? [] : [[columns[index], cell.trim()]]))),
    })),
    passedOver: sheet.header.filter((_head, index) => columns[index] === undefined),
    unread: sheet.ragged.map(({ number, cells }) => ({ where: `${name}, row ${number}`, message: `${cells} cells under ${sheet.header.length} columns: which belongs where cannot be known.` })),
  };
}

/** The field a column stands for: its name, the words of a question, or minutes and a challenge. */
function columnOf(head: string, asks: ReadonlyMap<string, string>): string | undefined {
  const plain = head.trim().toLowerCase().replace(/\s+/g, ' ');
  const minutes = /^minutes[ ._:-]+(.+)$/.exec(plain)?.[1];
  if (minutes !== undefined) return `minutes.${minutes.replace(/ /g, '-')}`;
  const bare = plain.replace(/^answers?[._]/, '');
  if (OWN.has(bare)) return bare;
  return asks.get(bare);
}

const OWN = new Set(['role', 'questions', 'month', 'outcome', 'recommend', 'id']);

/** Answers as the page prints them, or as a browser without script puts its form into a mail: a line `name=value` each. */
function fromTexts(name: string, text: string): Read {
  const parts = text.split(/^---[ \t]*$/m).map((part) => part.trim()).filter((part) => part !== '');
  const given: Given[] = [];
  const unread: { where: string; message: string }[] = [];
  for (const [index, part] of parts.entries()) {
    const where = parts.length === 1 ? name : `${name}, answer ${index + 1}`;
    const value = /^(role|questions)=/m.test(part) ? fromForm(part) : fromRecord(part);
    if (value === undefined) unread.push({ where, message: 'No answer can be read from it. It is what the survey page saves: a role, an outcome, answers and minutes.' });
    else for (const [at, fields] of value.entries()) given.push({ where: value.length === 1 ? where : `${where}, answer ${at + 1}`, fields });
  }
  if (parts.length === 0) unread.push({ where: name, message: 'The file is empty.' });
  return { given, passedOver: [], unread };
}

function fromForm(text: string): ReadonlyMap<string, string>[] {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (const line of text.split('\n')) {
    const [, key, value = ''] = /^([a-z0-9][a-z0-9.-]*)=(.*)$/.exec(line) ?? [];
    if (key !== undefined) fields.set((last = key), value);
    else if (last !== undefined) fields.set(last, `${fields.get(last) ?? ''}\n${line}`);
  }
  return [new Map([...fields].flatMap(([key, value]): [string, string][] => (value.trim() === '' ? [] : [[key, value.trim()]])))];
}

function fromRecord(text: string): ReadonlyMap<string, string>[] | undefined {
  const parsed = parseYaml(text);
  if (parsed.faults) return undefined;
  const list = Array.isArray(parsed.value) ? (parsed.value as unknown[]) : [parsed.value];
  const read = list.map(flat);
  return read.some((each) => each === undefined) ? undefined : (read as ReadonlyMap<string, string>[]);
}

function flat(value: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'answers' || key === 'minutes') {
      if (typeof inner !== 'object' || inner === null) return undefined;
      for (const [name, word] of Object.entries(inner)) fields.set(key === 'minutes' ? `minutes.${name}` : name, String(word));
    } else if (typeof inner === 'string' || typeof inner === 'number') fields.set(key, String(inner));
    else return undefined;
  }
  return fields;
}
