import type { DueItem } from './due-items.ts';
import { markdownText } from './due-markdown.ts';
import { plural } from '../model/words.ts';
import { columns, harmless } from '../report/terminal-text.ts';

/** Parts of the list, in their order; every item belongs to one. */
export type Part = 'overdue' | 'due' | 'over' | 'draft';

/** The part an item belongs to. */
export function partOf({ kind, lateBy }: DueItem): Part {
  if (kind === 'draft') return 'draft';
  if (kind === 'expire') return 'over';
  return lateBy > 0 ? 'overdue' : 'due';
}

/** The list for a terminal, one item in two lines: what, and the command that settles it; what one sitting settles stands together. */
export function terminalList(items: readonly DueItem[], until: string): string {
  const titles: Readonly<Record<Part, string>> = { overdue: 'Overdue', due: `Due until ${until}`, over: 'Candidates’ time that has run out', draft: 'Drafts on this machine' };
  return (Object.keys(titles) as Part[]).flatMap((part) => {
    const own = items.filter((item) => partOf(item) === part);
    return own.length === 0 ? [] : [`${titles[part]}\n${lines(own)}`];
  }).join('\n');
}

/** What one command settles for several of the same kind is one line: that of the first, who has waited longest. */
function lines(all: readonly DueItem[]): string {
  const alike = [...Map.groupBy(all, ({ person, role, where, what, command }) => JSON.stringify([person, role, where, what, command])).values()];
  const items = alike.flatMap(([first]) => first ?? []);
  const rows = alike.flatMap(([item, ...more]) => (item ? [[whenWords(item), harmless(item.person ?? '–'), `${item.candidate}${more.length === 0 ? '' : ` and ${more.length} more`}`, harmless(`${item.where}: ${item.what}`)]] : []));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => columns(row[column] ?? ''))));
  const padded = (row: readonly string[]): string => row.map((cell, column) => (column === 3 ? cell : cell + ' '.repeat((widths[column] ?? 0) - columns(cell)))).join('  ');
  return rows.map((row, index) => `  ${padded(row)}\n  ${' '.repeat(widths[0] ?? 0)}  → ${harmless(items[index]?.command ?? '')}\n`).join('');
}

function whenWords({ due, lateBy, kind }: DueItem): string {
  if (due === undefined) return '–';
  return lateBy > 0 ? `${due}, ${plural(lateBy, 'day')} late` : kind === 'expire' ? `since ${due}` : due;
}

/** The same as Markdown: a heading for each person, what is overdue first. */
export function markdownList(items: readonly DueItem[], nameOf: (person: string) => string): string {
  const people = Map.groupBy(items, ({ person }) => person);
  if (people.size === 0) return 'Nothing is due.\n';
  return [...people].map(([person, own]) => `## ${person === undefined ? 'Nobody named' : markdownText(nameOf(person))}\n\n${own.map(markdownLine).join('')}`).join('\n');
}

function markdownLine(item: DueItem): string {
  const { due, lateBy, candidate, where, what, command } = item;
  const when = due === undefined ? '' : lateBy > 0 ? `**due ${due}, ${plural(lateBy, 'day')} late**: ` : partOf(item) === 'over' ? `since ${due}: ` : `due ${due}: `;
  return `- ${when}${candidate}, ${markdownText(`${where}: ${what}`)}. \`${command.replaceAll('`', '')}\`\n`;
}
