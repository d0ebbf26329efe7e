import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** The rules of the site for words of people we do not know: no image, no raw HTML, links to https and mail alone. */
const ALLOWED: Options = {
  ...defaultSchema,
  tagNames: ['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  attributes: { a: ['href'], th: ['align'], td: ['align'], ol: ['start'] },
  protocols: { href: ['https', 'mailto'] },
  strip: ['script', 'style'],
};

/** Styles stand on the elements, since many mail programs drop a style sheet. No colour is set: the program's own fit its light and its dark. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em',
  ul: 'margin:0 0 1em;padding-inline-start:1.5em',
  ol: 'margin:0 0 1em;padding-inline-start:1.5em',
  li: 'margin:0 0 .25em',
  blockquote: 'margin:0 0 1em;padding-inline-start:1em;border-inline-start:3px solid rgba(127,127,127,.5)',
  code: 'font-family:ui-monospace,Consolas,monospace;font-size:.95em',
  pre: 'margin:0 0 1em;white-space:pre-wrap',
  h3: 'margin:1.5em 0 .5em;font-size:1.1em',
  table: 'margin:0 0 1em;border-collapse:collapse',
  th: 'padding:.25em .75em .25em 0;text-align:start',
  td: 'padding:.25em .75em .25em 0',
};

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

const PROCESSOR = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(keepLines)
  .use(remarkRehype, { clobberPrefix: '' })
  .use(lowerHeadings)
  .use(onlyWhole)
  .use(rehypeSanitize, ALLOWED)
  .use(styled)
  .use(rehypeStringify)
  .freeze();

/** A message as an HTML page for mail programs: nothing is fetched, nothing runs, and it reads well in light and in dark. */
export function htmlOf(markdown: string, subject: string, language: string): string {
  const base = language.split('-')[0] ?? language;
  return `<!doctype html>
<html lang="${escaped(language)}"${RIGHT_TO_LEFT.has(base) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:40em">
${bodyOf(markdown)}
</div>
</body>
</html>
`;
}

/** The words alone as HTML. */
export function bodyOf(markdown: string): string {
  return String(PROCESSOR.processSync(markdown.replace(/\r\n?/g, '\n').trim()));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

function everyNode(node: Node, visit: (node: Node) => void): void {
  visit(node);
  node.children?.forEach((child) => everyNode(child, visit));
}

/** A letter ends its lines on purpose, above all below the last sentence; markdown would run them together. */
function keepLines() {
  return (tree: Node): void => everyNode(tree, (node) => {
    if (!node.children?.some((child) => child.type === 'text' && child.value?.includes('\n') === true)) return;
    node.children = node.children.flatMap((child): Node[] => {
      if (child.type !== 'text' || child.value?.includes('\n') !== true) return [child];
      return child.value.split('\n').flatMap((line, index): Node[] => [...(index === 0 ? [] : [{ type: 'break' }]), ...(line === '' ? [] : [{ type: 'text', value: line }])]);
    });
  });
}

/** The subject is the title: headings of a text begin at the third level. */
function lowerHeadings() {
  return (tree: Node): void => everyNode(tree, (node) => {
    const level = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
    if (level !== undefined) node.tagName = `h${Math.min(6, Number(level) + 2)}`;
  });
}

/** A letter stands on no page: an address that is not whole leads nowhere. */
function onlyWhole() {
  return (tree: Node): void => everyNode(tree, (node) => {
    const href = node.properties?.['href'];
    if (typeof href === 'string' && !/^(?:https:|mailto:)/i.test(href)) delete node.properties?.['href'];
  });
}

function styled() {
  return (tree: Node): void => everyNode(tree, (node) => {
    const style = STYLES[node.tagName ?? ''];
    if (style !== undefined) node.properties = { ...node.properties, style };
  });
}
