import { ID_PATTERN } from '../model/scalar.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import { slug } from './slug.ts';
import type { YamlFault } from './yaml.ts';

/** One row of a rubric's table. */
export interface TableRow {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly indicators: string;
}

/** The table of a rubric and the lines it takes: `first` is its header, `end` the line after its last row. */
export interface RubricTable {
  readonly rows: readonly TableRow[];
  readonly first: number;
  readonly end: number;
}

const HEADER = ['Criterion', 'Weight', 'Indicators'];
const DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const WEIGHT = /^(\d{1,3}(?:\.\d)?)[ \t]?%?$/;
const EXAMPLE = '| Criterion | Weight | Indicators |';

/** A cell of a table. */
export interface Cell {
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
}

/** Finds the one table of a rubric and reads its rows; every fault has its place. */
export function readTable(lines: readonly MarkdownLine[], faults: YamlFault[]): RubricTable | undefined {
  const headers = lines.flatMap((line, index) => (isHeader(line, lines[index + 1]) ? [index] : []));
  const first = headers[0];
  if (first === undefined) {
    faults.push({ code: 'rubric/table-missing', start: 0, end: 0, message: 'The rubric has no table; its criteria and weights stand in one.', hint: `Add a table that begins with ${EXAMPLE}` });
    return undefined;
  }
  if (headers[1] !== undefined) {
    const line = lines[headers[1]];
    if (line) faults.push({ code: 'rubric/two-tables', start: line.start, end: line.start + line.text.length, message: 'A second table begins here; a rubric has exactly one.', hint: 'Put its rows into the first table, or write it as a list.' });
  }
  const header = lines[first];
  const names = header ? readCells(header.text).map((cell) => cell.text) : [];
  if (header && names.join('|').toLowerCase() !== HEADER.join('|').toLowerCase()) {
    faults.push({ code: 'rubric/table-header', start: header.start, end: header.start + header.text.length, message: `The table’s columns are ${names.join(', ').slice(0, 80)}; a rubric’s are ${HEADER.join(', ')}.`, hint: `Write ${EXAMPLE}` });
    return undefined;
  }
  const rows: TableRow[] = [];
  const taken = new Map<string, string>();
  const end = endOfTable(lines, first);
  for (const line of lines.slice(first + 2, end)) {
    const row = readRow(line, taken, faults);
    if (row) rows.push(row);
  }
  if (rows.length === 0 && header && faults.length === 0) {
    faults.push({ code: 'rubric/no-criteria', start: header.start, end: header.start + header.text.length, message: 'The table has no row; a rubric judges at least one criterion.', hint: 'Add a row: | Code quality | 100% | What shows it |' });
  }
  return { rows, first, end };
}

/** The first table of a text: the line of its header and the line after its last row. */
export function findTable(lines: readonly MarkdownLine[]): { readonly first: number; readonly end: number } | undefined {
  const first = lines.findIndex((line, index) => isHeader(line, lines[index + 1]));
  return first === -1 ? undefined : { first, end: endOfTable(lines, first) };
}

/** A table ends at an empty line or where another block begins. */
function endOfTable(lines: readonly MarkdownLine[], first: number): number {
  const rest = lines.slice(first + 2).findIndex((line) => line.verbatim || /^\s*$|^ {4}|^ {0,3}(?:\t|#{1,6}(?:\s|$)|>|[-*+] |\d+[.)] )/.test(line.text));
  return rest === -1 ? lines.length : first + 2 + rest;
}

function isHeader(line: MarkdownLine, next: MarkdownLine | undefined): boolean {
  if (!next || line.verbatim || next.verbatim || !line.text.includes('|') && !next.text.includes('|')) return false;
  return DELIMITER.test(next.text) && line.text.trim() !== '' && readCells(line.text).length === readCells(next.text).length;
}

function readRow(line: MarkdownLine, taken: Map<string, string>, faults: YamlFault[]): TableRow | undefined {
  const cells = readCells(line.text);
  const [nameCell, weightCell, indicators] = cells;
  const fault = (cell: Cell | undefined, code: string, message: string, hint: string): undefined => {
    const start = line.start + (cell?.start ?? 0);
    faults.push({ code, start, end: cell ? start + Math.max(1, cell.text.length) : line.start + line.text.length, message, hint });
    return undefined;
  };
  if (!nameCell || !weightCell || !indicators || cells.length !== 3) {
    return fault(undefined, 'rubric/table-row', `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}; the table has three columns.`, cells.length > 3 ? 'Write \\| for a | inside a cell.' : 'Write | Criterion | Weight | Indicators |, or put an empty line after the table.');
  }
  const named = /^(.*?)[ \t]*\{#([^}]*)\}$/.exec(nameCell.text);
  const name = named?.[1] ?? nameCell.text;
  const id = named?.[2] ?? slug(name);
  if (!ID_PATTERN.test(id) || id.length > 64) {
    fault(nameCell, 'rubric/criterion-id', named
      ? `“{#${id.slice(0, 40)}}” is no id; an id is lower-case letters, digits and single hyphens.`
      : id === '' ? `“${name.slice(0, 40)}” has no letter that could make an id.` : `“${name.slice(0, 40)}” would have the id ${id}, a word that JavaScript gives a meaning to.`,
    `Write ${name === '' ? 'Name' : name} {#${ID_PATTERN.test(slug(id)) ? slug(id) : 'an-id'}}`);
  } else if (taken.has(id)) {
    fault(nameCell, 'rubric/duplicate-criterion', `“${name}” has the id ${id}, which “${taken.get(id) ?? ''}” has already.`, `Give it an id of its own: ${name} {#${id}-2}`);
  } else taken.set(id, name);
  const weight = WEIGHT.exec(weightCell.text);
  if (!weight || Number(weight[1]) > 100 || Number(weight[1]) === 0) {
    return fault(weightCell, 'rubric/weight-format', `“${weightCell.text.slice(0, 40)}” is no weight; a weight is a number above 0 and up to 100 with at most one decimal.`, 'Write a weight such as 30% or 12.5%');
  }
  return { id, name, weight: Number(weight[1]), indicators: indicators.text };
}

/** Cells of a table line as GFM splits it: at every `|` that no backslash escapes; `\|` becomes `|`. */
export function readCells(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const end = line.trimEnd().length;
  for (let index = start; index <= end; index++) {
    if (index < end && line[index] === '\\') {
      index++;
      continue;
    }
    if (index < end && line[index] !== '|') continue;
    if (index === end && start === end && cells.length > 0) break;
    const raw = line.slice(start, index);
    const lead = raw.length - raw.trimStart().length;
    cells.push({ text: raw.trim().replace(/\\([\\|])/g, (pair, sign: string) => (sign === '|' ? '|' : pair)), start: start + lead });
    start = index + 1;
  }
  return cells;
}
