import type { Rubric } from '../model/rubric.ts';
import { markdownLines } from './markdown-lines.ts';
import { printWord } from './print-scalar.ts';
import { findTable, readCells } from './rubric-table.ts';
import { slug } from './slug.ts';

/** Writes a rubric as markdown with an aligned table, such that reading it gives the same rubric. */
export function printRubric(rubric: Rubric): string {
  const rows = rubric.criteria.map((criterion) => [
    escapeCell(slug(criterion.name) === criterion.id ? criterion.name : `${criterion.name} {#${criterion.id}}`),
    `${criterion.weight}%`,
    escapeCell(criterion.indicators),
  ]);
  const table = printTable([['Criterion', 'Weight', 'Indicators'], ...rows]);
  const list = (ids: readonly string[]): string => `[${ids.join(', ')}]`;
  const facts = [
    '---',
    `title: ${printWord(rubric.title)}`,
    `version: ${rubric.version}`,
    `scale: ${rubric.scale.min}-${rubric.scale.max}`,
    `kind: ${rubric.kind}`,
    `status: ${rubric.status}`,
    `must_have: ${list(rubric.mustHave)}`,
    `communication: ${rubric.communication === 'elsewhere' ? 'elsewhere' : list(rubric.communication)}`,
    `collaboration: ${list(rubric.collaboration)}`,
    '---',
  ].join('\n');
  const sections = rubric.criteria.filter((criterion) => criterion.anchors.length > 0 || criterion.about !== '').map((criterion) => {
    const heading = slug(criterion.name) === criterion.id ? criterion.name : `${criterion.name} {#${criterion.id}}`;
    const anchors = criterion.anchors.map((anchor) => `- **${anchor.level}** ${anchor.text.split('\n').join('\n  ')}`);
    return [`## ${heading}`, ...(criterion.about === '' ? [] : [criterion.about, '']), ...anchors].join('\n').trimEnd();
  });
  return `${[facts + (rubric.intro === '' ? '' : `\n${rubric.intro}`), table, ...sections].join('\n\n')}\n`;
}

/** Aligns the columns of the first table of a rubric's text; everything else stays as it is. */
export function alignTable(body: string): string {
  const lines = markdownLines(body);
  const table = findTable(lines);
  if (!table) return body;
  const rows = [table.first, ...range(table.first + 2, table.end)].map((index) => readCells(lines[index]?.text ?? '').map((cell) => escapeCell(cell.text)));
  if (rows.some((row) => row.length !== 3)) return body;
  const text = lines.map((line) => line.text);
  return [...text.slice(0, table.first), printTable(rows), ...text.slice(table.end)].join('\n');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function printTable(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => Array.from(row[column] ?? '').length), 6));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const pad = (cell: string, column: number): string => {
    const fill = ' '.repeat(Math.max(0, (widths[column] ?? 0) - Array.from(cell).length));
    return column === 1 ? fill + cell : cell + fill;
  };
  const [header = [], ...body] = rows;
  const rule = widths.map((width, column) => (column === 1 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(header.map(pad)), line(rule), ...body.map((row) => line(row.map(pad)))].join('\n');
}

function escapeCell(text: string): string {
  return text.replace(/(\\*)\|/g, (_, slashes: string) => `${slashes.length % 2 === 1 ? `${slashes}\\` : slashes}\\|`);
}
