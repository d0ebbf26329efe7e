import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATE_ORDERS, type DateOrder } from '../../intake/dates.ts';
import { readYamlFile } from '../../identity/read-yaml.ts';
import { id, text } from '../../model/scalar.ts';
import { writeFile } from '../../store/write.ts';
import { printFlow } from '../../text/print-scalar.ts';
import { Mistake } from '../command.ts';

const memorySchema = z.strictObject({
  sheets: z.array(z.strictObject({
    columns: z.array(z.strictObject({ column: text(), field: text() })),
    dates: z.array(z.strictObject({ column: text(), order: z.enum(DATE_ORDERS) })).default([]),
    sources: z.array(z.strictObject({ word: text(), source: id() })).default([]),
    source: id().optional(),
  })),
});

/** What was decided about sheets with one header. It holds names of columns and words for sources, nobody's name. */
export interface SheetMemory {
  readonly columns: ReadonlyMap<string, string>;
  readonly dates: ReadonlyMap<string, DateOrder>;
  /** The settings' word for a word of the sheet. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where everybody comes from, where the sheet does not say. */
  readonly source: string | undefined;
}

type Stored = z.output<typeof memorySchema>['sheets'][number];

const NOTHING: SheetMemory = { columns: new Map(), dates: new Map(), sources: new Map(), source: undefined };

/** What earlier imports for this opening decided about a sheet with exactly these columns. @throws Mistake when the file is at fault */
export function recall(root: string, role: string, header: readonly string[]): SheetMemory {
  const found = readAll(root, role).find((sheet) => sameColumns(sheet.columns.map((each) => each.column), header));
  if (!found) return NOTHING;
  return {
    columns: new Map(found.columns.map(({ column, field }) => [column, field])),
    dates: new Map(found.dates.map(({ column, order }) => [column, order])),
    sources: new Map(found.sources.map(({ word, source }) => [word, source])),
    source: found.source,
  };
}

/** Keeps what was decided, so that next week's sheet with the same columns needs nothing. Other sheets' decisions stay. */
export function remember(root: string, role: string, memory: SheetMemory): void {
  const header = [...memory.columns.keys()];
  const others = readAll(root, role).filter((sheet) => !sameColumns(sheet.columns.map((each) => each.column), header));
  const own: Stored = {
    columns: [...memory.columns].map(([column, field]) => ({ column, field })),
    dates: [...memory.dates].map(([column, order]) => ({ column, order })),
    sources: [...memory.sources].map(([word, source]) => ({ word, source })),
    ...(memory.source !== undefined && { source: memory.source }),
  };
  const after = `# How the columns of a sheet were understood; “hire import” writes it and reads it again.\nsheets:\n${[...others, own].map(printed).join('')}`;
  if (textOf(root, role) !== after) writeFile(root, pathOf(role), after, { overwrite: true });
}

function printed({ columns, dates, sources, source }: Stored): string {
  const list = (key: string, entries: readonly Readonly<Record<string, string>>[]): string => (entries.length === 0 ? '' : `    ${key}:\n${entries.map((entry) => `      - ${printFlow(entry)}\n`).join('')}`);
  return `  - columns:\n${columns.map((entry) => `      - ${printFlow(entry)}\n`).join('')}${list('dates', dates)}${list('sources', sources)}${source === undefined ? '' : `    source: ${source}\n`}`;
}

function readAll(root: string, role: string): readonly Stored[] {
  const text = textOf(root, role);
  if (text === undefined) return [];
  const read = readYamlFile(pathOf(role), new TextEncoder().encode(text), memorySchema, 'what is remembered of sheets');
  const [problem] = read.problems;
  if (problem) throw new Mistake(`${problem.path}, line ${problem.line}: ${problem.message} Mend it or remove the file; it only remembers how columns were understood.`);
  return read.value?.sheets ?? [];
}

function textOf(root: string, role: string): string | undefined {
  const file = join(root, pathOf(role));
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}

function pathOf(role: string): string {
  return `.hire/import/${role}.yml`;
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
