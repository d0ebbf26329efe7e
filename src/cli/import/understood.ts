import { asLine, saysNothing } from '../../intake/cells.ts';
import { DATE_ORDERS, readDateColumn, type DateColumn, type DateOrder } from '../../intake/dates.ts';
import type { Column } from '../../intake/mapping.ts';
import type { Sheet } from '../../intake/sheet.ts';
import { closest } from '../../model/words.ts';
import { mayAsk, oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import { pairsOf } from '../many.ts';
import type { SheetMemory } from './memory.ts';

/** How the dates of each date column are written, by the column's index. */
export type Dates = ReadonlyMap<number, DateColumn>;

/** Settles how dates are written: by the column itself, `--dates`, what was remembered, or a person. `open`: what nothing settles, in words. */
export async function datesOf(context: Context, input: Input, sheet: Sheet, columns: readonly Column[], memory: SheetMemory): Promise<{ readonly dates: Dates; readonly open: readonly string[] }> {
  const said = textOption(input, 'dates');
  const wrong = said === undefined ? undefined : oneOfThese('order of dates', DATE_ORDERS)(said);
  if (wrong !== undefined) throw new Mistake(`--dates: ${wrong}`);
  const dates = new Map<number, DateColumn>();
  const open: string[] = [];
  for (const { index, header } of columns.filter(({ field }) => field === 'applied' || field === 'keep-until')) {
    const cells = sheet.rows.map((row) => ({ row: row.number, text: row.cells[index] ?? '' })).filter(({ text }) => text.trim() !== '');
    let read = readDateColumn(cells, said as DateOrder | undefined);
    const remembered = memory.dates.get(header);
    if ('unclear' in read && remembered !== undefined) read = readDateColumn(cells, remembered);
    if ('unclear' in read && mayAsk(context, input)) {
      context.stderr(`“${header}”: ${read.unclear}.\n`);
      read = readDateColumn(cells, /^m/i.test(await context.ask('Does the day or the month come first (d or m)? ')) ? 'mdy' : 'dmy');
    }
    if ('unclear' in read) open.push(`“${header}”: ${read.unclear}. Say --dates dmy, --dates mdy, or write the dates as 2026-10-03.`);
    else dates.set(index, read);
  }
  return { dates, open };
}

/** Where people come from: the settings' words for those of the sheet, and the one that holds where it says nothing. */
export interface Sources {
  readonly of: (written: string) => string | undefined;
  readonly words: ReadonlyMap<string, string>;
  readonly otherwise: string | undefined;
  /** What nothing settles, in words. */
  readonly open: readonly string[];
}

/** Settles the sources: the settings' own words, `--source-word`, what was remembered, or a person. */
export async function sourcesOf(context: Context, input: Input, sheet: Sheet, columns: readonly Column[], memory: SheetMemory, known: readonly string[]): Promise<Sources> {
  const column = columns.find(({ field }) => field === 'source');
  const otherwise = textOption(input, 'source') ?? memory.source ?? (known.length === 1 ? known[0] : undefined);
  const wrong = otherwise === undefined ? undefined : oneOfThese('source', known)(otherwise);
  if (wrong !== undefined) throw new Mistake(`--source: ${wrong}`);
  const words = new Map(memory.sources);
  for (const [word, source] of pairsOf(input, 'source-word')) {
    const unknown = oneOfThese('source', known)(source);
    if (unknown !== undefined) throw new Mistake(`--source-word "${word}=${source}": ${unknown}`);
    words.set(folded(word), source);
  }
  const of = (written: string): string | undefined => known.find((each) => folded(each) === folded(written)) ?? words.get(folded(written));
  const open = new Map<string, string>();
  if (column) for (const { cells } of sheet.rows) {
    const written = asLine(cells[column.index] ?? '');
    if (!saysNothing(written) && of(written) === undefined) open.set(folded(written), written);
  }
  for (const [key, written] of mayAsk(context, input) ? open : []) {
    words.set(key, await askedSource(context, written, known));
    open.delete(key);
  }
  if (open.size > 0) {
    const lines = [...open.values()].slice(0, 20).map((written) => `  ${sourceWord(written, known)}`);
    return { of, words, otherwise, open: [`The sheet names sources that the settings do not list (${known.join(', ')}). Say which each is:\n${lines.join('\n')}`] };
  }
  if (column || otherwise !== undefined) return { of, words, otherwise, open: [] };
  if (mayAsk(context, input)) return { of, words, otherwise: await askedSource(context, 'everybody in this sheet', known), open: [] };
  return { of, words, otherwise, open: [`No column says where people come from. --source names it for all of them (${known.join(', ')}).`] };
}

/** What to type for a word of the sheet: one source where one is near, otherwise each of them, whole, since guessing is not ours to do. */
function sourceWord(written: string, known: readonly string[]): string {
  const near = closest(folded(written), known);
  return (near === undefined ? known : [near]).map((source) => `--source-word "${written}=${source}"`).join(', or ');
}

async function askedSource(context: Context, written: string, known: readonly string[]): Promise<string> {
  const guess = closest(folded(written), known);
  for (;;) {
    const typed = (await context.ask(`Where does “${written}” belong (${known.join(', ')})?${guess === undefined ? '' : ` [${guess}]`} `)).trim();
    const said = typed === '' && guess !== undefined ? guess : typed;
    const wrong = oneOfThese('source', known)(said);
    if (wrong === undefined) return said;
    context.stderr(`${wrong}\n`);
  }
}

/** “Job Board”, “job_board” and “job-board” are the same word. */
function folded(word: string): string {
  return word.trim().toLowerCase().replace(/[\s_-]+/g, '-');
}
