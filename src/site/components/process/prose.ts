/**
 * Sanitised HTML of a policy or a message, made to stand under a page's title: headings move up to follow it
 * (the sanitiser keeps them low, for places inside a page) and tables scroll alone.
 */
export function pageProse(html: string): string {
  return reachable(html.replace(/<(\/?)h([4-6])\b/g, (_, slash: string, level: string) => `<${slash}h${Number(level) - 2}`));
}

/** HTML of a text in which whatever may be wider than a phone scrolls alone and can be reached by keyboard: tables and code. */
export function reachable(html: string): string {
  return html
    .replaceAll('<table>', '<div class="prose-scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<pre\b(?![^>]*\btabindex)/g, '<pre role="group" aria-label="Code" tabindex="0"');
}

/** One row of a table taken out of sanitised HTML: the inner HTML of its cells. */
export interface ProseRow {
  readonly cells: readonly string[];
}

/** A text whose only table is long enough to be filtered: what stands before it, its head, its rows, what follows. */
export interface LongTable {
  readonly before: string;
  readonly heads: readonly string[];
  readonly rows: readonly ProseRow[];
  readonly after: string;
}

/** From this many rows on a table is filtered rather than read. */
const LONG = 30;

/** The parts of a text with one long table; undefined for every other text. */
export function longTable(html: string): LongTable | undefined {
  const found = /^([\s\S]*?)<table>\s*<thead>([\s\S]*?)<\/thead>\s*<tbody>([\s\S]*?)<\/tbody>\s*<\/table>([\s\S]*)$/.exec(html);
  if (!found) return undefined;
  const [, before = '', head = '', body = '', after = ''] = found;
  const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => ({ cells: inner(row, 'td') }));
  return rows.length < LONG || after.includes('<table') ? undefined : { before, heads: inner(head, 'th'), rows, after };
}

function inner(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);
}

/** The text of sanitised HTML for comparing and counting, entities left as they are. */
export function plainText(html: string): string {
  return html.replace(/<[^>]+>/g, '');
}
