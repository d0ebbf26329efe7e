import { CsvError, parse } from 'csv-parse/sync';
import { plural } from '../model/words.ts';
import { NoSheet } from './no-sheet.ts';

/** Signs that divide cells, by the word that `--delimiter` takes. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type DelimiterName = keyof typeof DELIMITERS;

/** One row of a sheet. */
export interface SheetRow {
  /** As a spreadsheet counts them: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A sheet with a header row. */
export interface Sheet {
  readonly delimiter: DelimiterName;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Rows with more or fewer cells than the header: which cell belongs where cannot be known. */
  readonly ragged: readonly { readonly number: number; readonly cells: number }[];
  /** Rows without a word. */
  readonly empty: number;
}

/** Rows of an import; ten times the largest sheet anybody has shown us. */
export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;
/** Text that is tried with every delimiter. */
const TRIAL = 256 * 1024;

/**
 * Reads a text as a sheet: RFC 4180 with any of four delimiters and any line end.
 * @param said the delimiter where the person says it; otherwise each is tried, and the one under which the rows agree is taken
 * @throws NoSheet for an unclosed or stray quote, no header, two columns of the same name, or when no delimiter stands out
 */
export function readSheet(text: string, said?: DelimiterName): Sheet {
  // Excel's own way of naming the delimiter, which no other program counts as a row.
  const named = /^sep=(.)\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const hint = Object.entries(DELIMITERS).find(([, sign]) => sign === named?.[1])?.[0] as DelimiterName | undefined;
  const delimiter = said ?? hint ?? tryDelimiters(body);
  const records = parseAll(body, DELIMITERS[delimiter], named ? 1 : 0);
  const [first, ...rest] = records;
  const header = withoutTrailing((first ?? []).map((cell) => oneLine(cell)));
  checkHeader(header, delimiter);
  const rows: SheetRow[] = [];
  const ragged: { number: number; cells: number }[] = [];
  let empty = 0;
  for (const [index, record] of rest.entries()) {
    const number = index + 2;
    if (record.every((cell) => cell.trim() === '')) empty += 1;
    else if (record.length < header.length || record.slice(header.length).some((cell) => cell.trim() !== '')) ragged.push({ number, cells: record.length });
    else rows.push({ number, cells: record.slice(0, header.length) });
  }
  if (rows.length + ragged.length === 0) throw new NoSheet('The sheet has a header and no rows below it.');
  if (rows.length > MOST_ROWS) throw new NoSheet(`The sheet has ${rows.length} rows; one import takes ${MOST_ROWS}. Split it.`);
  return { delimiter, header, rows, ragged, empty };
}

function checkHeader(header: readonly string[], delimiter: DelimiterName): void {
  if (header.every((cell) => cell === '')) throw new NoSheet('The first row is empty; it must hold the names of the columns.');
  if (header.length > MOST_COLUMNS) throw new NoSheet(`The header has ${header.length} columns, divided by ${delimiter}s; a sheet may have ${MOST_COLUMNS}.`);
  // A first row with an address, a link or a date in it is no header but somebody's data.
  const data = header.find((cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$|^https?:\/\//i.test(cell));
  if (data !== undefined) throw new NoSheet('The first row holds data (an address or a link) instead of the names of the columns. Add a header row.');
  const seen = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const key = cell.toLowerCase();
    const other = seen.get(key);
    if (cell !== '' && other !== undefined) throw new NoSheet(`Columns ${other + 1} and ${index + 1} are both called “${cell}”; which is which cannot be told. Rename one of them.`);
    seen.set(key, index);
  }
}

/** The delimiter under which most of the first rows have as many cells as the header, and the header has most. */
function tryDelimiters(text: string): DelimiterName {
  const sample = text.slice(0, TRIAL);
  const tried = (Object.keys(DELIMITERS) as DelimiterName[]).map((name) => {
    const records = parseSome(sample, DELIMITERS[name]);
    const width = records[0]?.length ?? 0;
    const rest = records.slice(1).filter((record) => record.some((cell) => cell.trim() !== ''));
    return { name, width, agree: rest.length === 0 ? 1 : rest.filter((record) => record.length === width).length / rest.length };
  });
  const several = tried.filter(({ width }) => width > 1).sort((a, b) => b.agree * b.width - a.agree * a.width);
  const [best, second] = several;
  if (!best) return 'comma';
  if (second && second.agree * second.width === best.agree * best.width) {
    throw new NoSheet(`The cells may be divided by ${best.name}s or by ${second.name}s: both give ${plural(best.width, 'column')}. Say --delimiter ${best.name} or --delimiter ${second.name}.`);
  }
  return best.name;
}

/** As many records as can be read, of a sample that may end in the middle of one. */
function parseSome(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  try {
    parse(text, {
      delimiter, relax_column_count: true, relax_quotes: true, to: 200,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
  } catch {
    // What was read before the fault tells enough.
  }
  return records;
}

function parseAll(text: string, delimiter: string, skipped: number): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines } = error as CsvError & { readonly lines?: number };
    const line = (lines ?? 1) + skipped;
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      throw new NoSheet(`In the row that begins on line ${lastRowBegins(text, delimiter) + skipped} a quote is opened and never closed. Close it, or write two quotes where one is meant ("").`);
    }
    if (code === 'INVALID_OPENING_QUOTE') throw new NoSheet(`On line ${line} a quote stands in the middle of a cell without quotes around it. Put the cell in quotes and write two for the one inside (""), or take it out.`);
    if (code === 'CSV_INVALID_CLOSING_QUOTE') throw new NoSheet(`On line ${line} something follows the quote that ends a cell. Write two quotes where one is meant (""), or take it out.`);
    throw new NoSheet(`Line ${line} cannot be read as CSV.`);
  }
}

/** The parser notices an open quote at the end of the file; the last row that was begun is where to look. */
function lastRowBegins(text: string, delimiter: string): number {
  let line = 1;
  try {
    parse(text, {
      delimiter, relax_column_count: true,
      on_record: (_: string[], { lines }) => {
        line = lines + 1;
        return null;
      },
    });
  } catch {
    // It ends in the fault that is being told.
  }
  return line;
}

function oneLine(cell: string): string {
  return cell.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Spreadsheets leave empty columns at the end. */
function withoutTrailing(header: readonly string[]): string[] {
  let end = header.length;
  while (end > 0 && header[end - 1] === '') end -= 1;
  return header.slice(0, end);
}
