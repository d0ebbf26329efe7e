import type { Rubric, RubricFrontMatter } from '../model/rubric.ts';
import { markdownLines } from './markdown-lines.ts';
import { readSections } from './rubric-sections.ts';
import { readTable, slug } from './rubric-table.ts';
import type { YamlFault } from './yaml.ts';

export { slug } from './rubric-table.ts';

/**
 * Reads the markdown of a rubric: words, exactly one table of criteria, a section per criterion.
 * Offsets of faults are offsets in `body`. Weights are read, not added up: rules of `checks` judge the sum.
 */
export function parseRubric(facts: RubricFrontMatter, body: string): { readonly value?: Rubric; readonly faults: readonly YamlFault[] } {
  const faults: YamlFault[] = [];
  const [min = 1, max = 4] = facts.scale.split('-').map(Number);
  const scale = { min, max };
  const lines = markdownLines(body);
  const table = readTable(lines, faults);
  if (!table) return { faults };
  const sections = readSections(lines.slice(table.end), table.rows, scale, faults);
  if (faults.length > 0) return { faults };
  const value: Rubric = {
    title: facts.title,
    version: facts.version,
    scale,
    kind: facts.kind,
    status: facts.status,
    mustHave: facts.must_have,
    communication: facts.communication,
    collaboration: facts.collaboration,
    intro: lines.slice(0, table.first).map((line) => line.text.trimEnd()).join('\n').trim(),
    criteria: table.rows.map((row) => ({ ...row, anchors: sections.get(row.id)?.anchors ?? [], about: sections.get(row.id)?.about ?? '' })),
  };
  return { value, faults };
}

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
    `title: ${/^[\p{L}][\p{L}\p{N} ,()/-]*$/u.test(rubric.title) && !/^(?:true|false|null)$/.test(rubric.title) ? rubric.title : JSON.stringify(rubric.title)}`,
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
