import { parseFrontMatter } from './frontmatter.ts';
import { alignTable } from './rubric-print.ts';
import { parseYaml } from './yaml.ts';
import { yamlTree, type YamlNode } from './yaml-tree.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The canonical layout of a YAML text: no space at line ends, no two empty lines in a row, one line end at the end,
 * `{ a: 1 }` and `[a, b]`, one space after a colon, two before a comment. Words, order, quotes, blocks, indentation
 * and comments stay as their author put them. A faulty text is handed back unchanged.
 */
export function formatYaml(text: string): string {
  const before = parseYaml(text);
  const source = text.replace(/\r\n?/g, '\n');
  const tree = before.faults ? undefined : yamlTree(source);
  if (!tree) return text;
  const edits: Edit[] = [];
  const words: YamlNode[] = [];
  collect(source, tree, edits, words);
  edits.push(...blankEdits(source, words));
  const printed = `${applyEdits(source, edits).trim()}\n`.replace(/^\n$/, '');
  const after = parseYaml(printed);
  // The layout never decides what a file says: where it would, the file stays.
  return !after.faults && JSON.stringify(after.value) === JSON.stringify(before.value) ? printed : text;
}

/** The canonical layout of a file: YAML, or markdown with front matter; the table of a rubric is aligned. */
export function formatFile(path: string, text: string): string {
  if (path.endsWith('.yml')) return formatYaml(text);
  const parsed = /\.mdx?$/.test(path) ? parseFrontMatter(text) : undefined;
  if (!parsed?.value) return text;
  const { source, body } = parsed.value;
  const words = body.replace(/\r\n?/g, '\n').trimEnd();
  return `---\n${formatYaml(source).trim()}\n---\n${path.startsWith('rubrics/') ? alignTable(words) : words}\n`;
}

/** Gathers the edits inside brackets, after keys and before comments, and the scalars that span lines. */
function collect(text: string, node: YamlNode, edits: Edit[], words: YamlNode[]): void {
  if (node.kind === 'scalar' && (node.block || text.slice(node.start, node.end).includes('\n'))) words.push(node);
  const last = node.items.at(-1);
  const first = node.items[0];
  if (node.flow && first && last) {
    const pad = node.kind === 'map' ? ' ' : '';
    spaces(text, node.start + 1, pad, edits);
    const gap = /[ ]*$/.exec(text.slice(0, node.end - 1))?.[0].length ?? 0;
    if (!/[\n,]$/.test(text.slice(0, node.end - 1 - gap))) edits.push({ start: node.end - 1 - gap, end: node.end - 1, text: pad });
  }
  for (const [index, { key, start, value }] of node.items.entries()) {
    const before = node.flow ? node.items[index - 1]?.value.end : undefined;
    if (before !== undefined && /^ *, *$/.test(text.slice(before, start)) && text.slice(before, start) !== ', ') edits.push({ start: before, end: start, text: ', ' });
    const colon = key === undefined || value.kind === 'absent' ? -1 : text.indexOf(':', start + (text[start] === '"' || text[start] === "'" ? key.length : 0));
    if (colon !== -1 && colon < value.start && /^: +$/.test(text.slice(colon, value.start))) spaces(text, colon + 1, ' ', edits);
    collect(text, value, edits, words);
  }
  const comment = node.block || node.kind === 'absent' ? null : /^([ \t])#/.exec(text.slice(node.end, node.end + 2));
  if (comment && (node.kind === 'scalar' || node.flow)) edits.push({ start: node.end, end: node.end + 1, text: '  ' });
}

function spaces(text: string, at: number, wanted: string, edits: Edit[]): void {
  let end = at;
  while (text[end] === ' ') end++;
  if (text[end] !== '\n' && text[end] !== '#' && text.slice(at, end) !== wanted) edits.push({ start: at, end, text: wanted });
}

/** Edits for space at line ends and empty lines, but inside texts that span lines. */
function blankEdits(text: string, words: readonly YamlNode[]): Edit[] {
  const inside = (at: number): boolean => words.some((node) => at > node.start && at < node.end);
  return [...text.matchAll(/[ \t]+$|\n(?:[ \t]*\n){2,}/gm)]
    .filter((match) => !inside(match.index) && !inside(match.index + match[0].length - 1))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0].startsWith('\n') ? '\n\n' : '' }));
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) continue;
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}
