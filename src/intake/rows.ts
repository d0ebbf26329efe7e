import { createZone, type Zone } from '../analysis/time/zone.ts';
import { LONGEST_LINE } from '../text/characters.ts';
import { isAddress } from './address.ts';
import type { Newcomer, RefusedRow } from './newcomer.ts';
import { asLine, cleanCell, isFailedFormula, looksLikeFormula, saysNothing } from './cells.ts';
import { readDate, type DateOrder } from './dates.ts';
import type { Question } from './field.ts';
import { languageOf } from './languages.ts';
import { readLinks } from './links.ts';
import type { Column } from './mapping.ts';
import type { SheetRow } from './sheet.ts';

/** What rows are read with. */
export interface RowTerms {
  readonly columns: readonly Column[];
  readonly questions: readonly Question[];
  /** The settings' word for a word of the sheet; undefined where there is none yet. */
  readonly sourceOf: (written: string) => string | undefined;
  /** Where no column, or an empty cell, says where somebody comes from. */
  readonly source: string | undefined;
  /** The order of dates, by the index of their column. */
  readonly orders: ReadonlyMap<number, DateOrder | undefined>;
  readonly zone: Zone;
  /** Epoch in milliseconds. */
  readonly now: number;
}

/** Most signs of one line of a person, of one word kept with the identity, and bytes of all words of one row. */
const LONGEST_NAME = 200;
const LONGEST_WORDS = 20_000;
const MOST_BYTES = 48 * 1024;
/** A minute that two clocks may be apart. */
const TOLERANCE = 15 * 60_000;

/** The fault of a row, thrown inside this file only. */
class Refusal extends Error {}

/** Reads one row: an newcomer, or why the row cannot be taken. */
export function readRow(row: SheetRow, terms: RowTerms): Newcomer | RefusedRow {
  try {
    return newcomerOf(row, terms);
  } catch (error) {
    if (error instanceof Refusal) return { row: row.number, reason: error.message };
    throw error;
  }
}

export function isRefusedRow(read: Newcomer | RefusedRow): read is RefusedRow {
  return 'reason' in read;
}

function newcomerOf(row: SheetRow, terms: RowTerms): Newcomer {
  const notes: string[] = [];
  const cells = cellsOf(row, terms.columns, notes);
  const one = (field: string): { readonly text: string; readonly column: Column } | undefined => cells.find(({ column }) => column.field === field);
  const all = (field: string): string[] => cells.filter(({ column }) => column.field === field).map(({ text }) => text);
  const name = asLine(one('name')?.text ?? [...all('first-name'), ...all('last-name')].join(' '));
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Refusal('the name is missing');
  if (name.length > LONGEST_NAME) throw new Refusal(`the name has ${name.length} characters; it may have ${LONGEST_NAME}`);
  const extras: Record<string, string> = {};
  const keep = (key: string, text: string): void => void (extras[key] = extras[key] === undefined ? text : `${extras[key]}\n${text}`);
  const linked = all('link').filter((text) => !saysNothing(text)).map(readLinks);
  const links = [...new Set(linked.flatMap((each) => each.links))];
  const others = linked.flatMap((each) => each.others);
  if (others.length > 0) {
    notes.push('what is no web address among the links is kept as words');
    keep('links-as-written', others.join(' '));
  }
  const zone = one('timezone')?.text;
  const timezone = zone === undefined || saysNothing(zone) ? undefined : timezoneOf(zone);
  if (zone !== undefined && !saysNothing(zone) && timezone === undefined) {
    notes.push('the time zone is none of the IANA list (such as Europe/Lisbon) and is kept as words');
    keep('timezone-as-written', zone);
  }
  const spoken = one('language')?.text;
  const language = spoken === undefined || saysNothing(spoken) ? undefined : languageOf(spoken);
  if (spoken !== undefined && !saysNothing(spoken) && language === undefined) {
    notes.push('the language is none that messages could be in (such as en or pt-BR) and is kept as words');
    keep('language-as-written', spoken);
  }
  const answers: Record<string, string> = {};
  const kept: Record<string, string> = {};
  for (const { column, text } of cells) {
    const [, kind, id = ''] = /^(question|identity):(.+)$/.exec(column.field ?? '') ?? [];
    if (kind === 'identity') keep(id, text);
    if (kind !== 'question') continue;
    const question = terms.questions.find((each) => each.id === id);
    if (question?.kind === 'link' || question?.kind === 'file') kept[id] = text;
    else answers[id] = text;
  }
  return {
    row: row.number, name, email: emailOf(one('email')?.text), links, handles: [...new Set([...handlesOf(all('handle')), ...linked.flatMap((each) => each.handles)])], timezone, language,
    source: sourceOf(one('source')?.text, terms), applied: appliedOf(one('applied'), terms), keepUntil: keepUntilOf(one('keep-until'), terms),
    answers, kept, extras, notes,
  };
}

/** The cells that are mapped to something and are not empty, cleaned. */
function cellsOf(row: SheetRow, columns: readonly Column[], notes: string[]): { readonly column: Column; readonly text: string }[] {
  const cells: { column: Column; text: string }[] = [];
  let bytes = 0;
  for (const column of columns) {
    if (column.field === undefined || column.field === 'ignore') continue;
    const { text, removed } = cleanCell(row.cells[column.index] ?? '');
    if (text === '') continue;
    const where = `“${column.header}”`;
    const isProse = /^(?:question|identity):/.test(column.field);
    // In a name or an address such a sign is an attack or an accident; in prose that was pasted it is everyday.
    if (removed.length > 0 && !isProse && removed.some((what) => !what.includes('shape'))) throw new Refusal(`${where} holds ${removed.join(' and ')}`);
    if (removed.length > 0) notes.push(`${where}: ${removed.join(' and ')} taken out`);
    if (isFailedFormula(text)) throw new Refusal(`${where} holds ${text}, the error of a formula, instead of its result`);
    if (looksLikeFormula(text) && !(/^@/.test(text) && (column.field === 'handle' || column.field === 'link'))) {
      if (!isProse && column.field !== 'link') throw new Refusal(`${where} begins like a formula (${text.slice(0, 1)})`);
      notes.push(`${where} begins like a formula; it is kept as text`);
    }
    if (isProse && text.length > LONGEST_WORDS) throw new Refusal(`${where} has ${text.length} characters; it may have ${LONGEST_WORDS}`);
    if (text.split('\n').some((line) => line.length > LONGEST_LINE)) throw new Refusal(`${where} has a line of more than ${LONGEST_LINE} characters`);
    bytes += new TextEncoder().encode(text).length;
    cells.push({ column, text });
  }
  if (bytes > MOST_BYTES) throw new Refusal(`its cells hold ${Math.ceil(bytes / 1024)} KB; a row may hold ${MOST_BYTES / 1024} KB`);
  return cells;
}

function emailOf(written: string | undefined): string | undefined {
  if (written === undefined || saysNothing(written)) return undefined;
  const plain = (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).replace(/^mailto:/i, '').trim();
  if (isAddress(plain)) return plain;
  throw new Refusal(/@.*[\s,;/]+.*@/.test(written) ? 'the e-mail cell holds more than one address' : 'the e-mail cell holds no address that can be written to');
}

function handlesOf(cells: readonly string[]): string[] {
  const words = cells.filter((text) => !saysNothing(text)).flatMap((text) => text.split(/[\s,;]+/)).map((word) => word.replace(/^https?:\/\/[^/]+\/+@?/i, '').replace(/^@/, '').replace(/\/+$/, ''));
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, 100)))];
}

function timezoneOf(written: string): string | undefined {
  const [found = ''] = /[A-Za-z]+(?:\/[A-Za-z_+-]+){1,2}|^UTC$/.exec(written) ?? [];
  try {
    return createZone(found === '' ? written : found).name;
  } catch {
    return undefined;
  }
}

function sourceOf(written: string | undefined, terms: RowTerms): string {
  const known = written === undefined || saysNothing(written) ? terms.source : terms.sourceOf(asLine(written));
  if (known !== undefined) return known;
  throw new Refusal(written === undefined || saysNothing(written) ? 'it does not say where the person comes from; --source says it for such rows' : 'its source is none of the settings’ list');
}

function appliedOf(cell: { readonly text: string; readonly column: Column } | undefined, terms: RowTerms): string | undefined {
  if (cell === undefined) {
    if (terms.columns.some(({ field }) => field === 'applied')) throw new Refusal('it does not say when the person applied');
    return undefined;
  }
  const read = readDate(cell.text, terms.orders.get(cell.column.index), terms.zone);
  if ('wrong' in read) throw new Refusal(`“${cell.column.header}”: ${read.wrong}`);
  // A day without a time counts from its beginning, so that today is never in the future.
  const at = read.at ?? terms.zone.startOfDay(read.day);
  if (at > terms.now + TOLERANCE) throw new Refusal(`“${cell.column.header}”: ${read.day} lies in the future`);
  return terms.zone.instantText(at);
}

function keepUntilOf(cell: { readonly text: string; readonly column: Column } | undefined, terms: RowTerms): string | undefined {
  if (cell === undefined || saysNothing(cell.text)) return undefined;
  const read = readDate(cell.text, terms.orders.get(cell.column.index), terms.zone);
  if ('wrong' in read) throw new Refusal(`“${cell.column.header}”: ${read.wrong}`);
  if (read.day < terms.zone.dayOf(terms.now)) throw new Refusal(`“${cell.column.header}”: the record may only be kept until ${read.day}, which has passed`);
  return read.day;
}
