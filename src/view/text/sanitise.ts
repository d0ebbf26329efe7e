import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/**
 * What may stand in the words of people we do not know: structure and emphasis. No image (it would call another host and tell
 * who reads), no raw HTML, no attribute but what tables and code need; links lead to https or mail alone.
 */
const ALLOWED: Options = {
  ...defaultSchema,
  tagNames: ['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  attributes: { a: ['href'], th: ['align'], td: ['align'], ol: ['start'] },
  protocols: { href: ['https', 'mailto'] },
  strip: ['script', 'style'],
};

const processor = (own: RegExp) => unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { clobberPrefix: '' })
  .use(lowerHeadings)
  .use(whereLinksLead, own)
  .use(rehypeSanitize, ALLOWED)
  .use(rehypeStringify)
  .freeze();

const STRANGERS = processor(/^(?:https:|mailto:|#)/i);
const TEAM = processor(/^(?:https:|mailto:|#|\/(?![/\\]))/i);

/** Signs that mean something in markdown anywhere in a line. */
const MARKUP = /[*_[\]<>#&|~\\!\t]|https?:|www\.|@|``/;
/** A line that begins with a blank, a list, a rule or an underline of a heading; or ends with the blanks of a line break. */
const BLOCK = /^( |[-+=]|\d{1,9}[.)])|  $/m;
/** Code between two signs on one line, with no blank at its ends. */
const CODE = /`([^`\s](?:[^`\n]*[^`\s])?)`/g;

/**
 * Markdown of somebody who is not trusted, as HTML that can do nothing: no script, no style, no image, no raw HTML.
 * Plain paragraphs with `code` in them, which most evidence is, take a short way that gives the same bytes.
 * @param writtenBy links to pages of the site work in the team's own words alone: a dead one in a stranger's would stop the build
 */
export function sanitise(markdown: string, writtenBy: 'strangers' | 'team' = 'strangers'): string {
  const text = markdown.replace(/\r\n?/g, '\n').trim();
  const simple = !MARKUP.test(text) && !BLOCK.test(text) && !text.replace(CODE, '').includes('`');
  if (simple) return paragraphs(text);
  return isCostly(text) ? asWritten(text) : String((writtenBy === 'team' ? TEAM : STRANGERS).processSync(text));
}

/** Signs that open something the parser must look for the end of. */
const OPENING = /[[\]\\`*_~<&@!]|:\/\//g;
/** Deepest quotes and lists, in signs at the beginning of a line. */
const NESTED = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){40}/m;
/** Blanks in front of a line, which nest lists: more is no text of people. */
const INDENTED = /^[ \t]{200}/m;
/** About a third of a second, at 10 ns each: a block takes 35 µs, a sign 2 µs, each pair of signs in it up to 10 ns, and each pair of lines 100 ns. */
const COST_LIMIT = 30_000_000;

/**
 * Whether a parser of markdown would be kept busy: its time grows with the square of the signs and lines of a block (146 s were
 * measured for 600 KB of `[a](`), and its stack with the depth. Pages that people wrote stay a thousand times below.
 */
function isCostly(text: string): boolean {
  if (NESTED.test(text) || INDENTED.test(text)) return true;
  let cost = 0;
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n').length;
    const signs = block.match(OPENING)?.length ?? 0;
    cost += 3_500 + 200 * signs + signs ** 2 + 10 * lines ** 2;
  }
  return cost > COST_LIMIT;
}

/** The words as they stand, every sign a sign. */
function asWritten(text: string): string {
  return `<pre>${text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')}</pre>`;
}

/** The words alone, for speech, search and lists. */
export function plainWords(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, '$1').replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1').replace(/[*_]{1,2}(\S(?:.*?\S)?)[*_]{1,2}/g, '$1').replace(/\s+/g, ' ').trim();
}

function paragraphs(text: string): string {
  if (text === '') return '';
  const lines = text.replace(/ +$/gm, '');
  return lines.split(/\n{2,}/).map((paragraph) => `<p>${paragraph.replace(CODE, '<code>$1</code>')}</p>`).join('\n');
}

interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** A page has one first heading and it is ours: headings of a text begin at the third level. */
function lowerHeadings() {
  return (tree: Node): void => walk(tree);
}

/** Takes the target from links that may not lead where they do; two slashes lead to another host without saying so. */
function whereLinksLead(allowed: RegExp) {
  const visit = (node: Node): void => {
    const href = node.properties?.['href'];
    if (typeof href === 'string' && !allowed.test(href)) delete node.properties?.['href'];
    node.children?.forEach(visit);
  };
  return visit;
}

function walk(node: Node): void {
  const level = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
  if (level !== undefined) node.tagName = `h${Math.min(6, Number(level) + 2)}`;
  node.children?.forEach(walk);
}
