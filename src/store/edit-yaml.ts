import type { KeyPath } from '../model/problem.ts';
import { printFlow, printProse, type Printable } from '../text/print-scalar.ts';
import { parseYaml } from '../text/yaml.ts';
import { nodeAt, yamlTree, type YamlNode } from '../text/yaml-tree.ts';

/** One change to a YAML text. Values are written in one line; a text with line ends goes into a block. */
export type YamlEdit =
  /** Adds an entry at the end of a list; a missing list is made, before `events` where those are last. */
  | { readonly append: KeyPath; readonly value: Printable }
  /** Sets a key of a map, or replaces its value. */
  | { readonly set: KeyPath; readonly value: Printable };

/** A text could not be edited without touching more than was asked for. */
export class NotEdited extends Error {}

/**
 * Changes a YAML text and leaves every other character as it is: comments, order, quotes, one-line entries.
 * New top-level keys stand before `events`, which is the last key of a record. What was written is read back before it
 * is handed out, so a result holds exactly the old data and the change.
 * @throws NotEdited when the text is faulty, or laid out in a way that needs a person
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  let result = text;
  for (const edit of edits) result = apply(result, edit);
  return result;
}

function apply(text: string, edit: YamlEdit): string {
  const before = parseYaml(text);
  const tree = yamlTree(text);
  if (before.faults || !tree) throw new NotEdited('The file has problems of its own; mend those first.');
  const path = 'append' in edit ? edit.append : edit.set;
  const edited = 'append' in edit ? appended(text, tree, path, edit.value) : replaced(text, tree, path, edit.value);
  const after = edited === undefined ? undefined : parseYaml(edited);
  const wanted = changed(before.value, path, edit.value, 'append' in edit);
  if (edited === undefined || after?.faults || !same(after?.value, wanted)) {
    throw new NotEdited(`${path.join('.') || 'The list'} is laid out in a way that cannot be edited without touching more; write the change by hand.`);
  }
  return edited;
}

function appended(text: string, tree: YamlNode, path: KeyPath, value: Printable): string | undefined {
  const list = nodeAt(tree, path);
  const entry = `- ${printFlow(value)}`;
  if (!list || list.kind === 'absent') {
    const key = path.at(-1);
    if (path.length === 0) return insertLines(text, endOfContent(text, text.length), entry);
    if (path.length !== 1 || typeof key !== 'string') return undefined;
    if (list) return insertLines(text, endOfLine(text, list.end), `  ${entry}`);
    const events = tree.kind === 'map' && !tree.flow ? tree.items.at(-1) : undefined;
    if (events?.key === 'events') return beforeLine(text, events.start, `${key}:\n  ${entry}`);
    return tree.kind === 'map' || tree.kind === 'absent' ? insertLines(text, endOfContent(text, text.length), `${key}:\n  ${entry}`) : undefined;
  }
  if (list.kind !== 'list') return undefined;
  const last = list.items.at(-1);
  if (list.flow) {
    const close = list.end - 1;
    if (list.items.length === 0 && path.length === 1) return `${text.slice(0, list.start).trimEnd()}\n  ${entry}${text.slice(list.end)}`;
    if (list.items.length === 0) return `${text.slice(0, list.start)}[${printFlow(value)}]${text.slice(list.end)}`;
    return last && !text.slice(last.value.end, close).includes(',')
      ? `${text.slice(0, last.value.end)}, ${printFlow(value)}${text.slice(last.value.end)}` : undefined;
  }
  const first = list.items[0];
  if (!last || !first) return undefined;
  const dash = text.lastIndexOf('-', first.start - 1);
  const indent = columnOf(text, dash);
  return insertLines(text, endOfNode(text, last.value), `${' '.repeat(indent)}${entry}`);
}

function replaced(text: string, tree: YamlNode, path: KeyPath, value: Printable): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const map = nodeAt(tree, path.slice(0, -1));
  if (!map || (map.kind !== 'map' && !(map.kind === 'absent' && path.length === 1))) return undefined;
  const entry = map.items.find((item) => item.key === key);
  const indent = map.flow || map.items.length === 0 ? 0 : columnOf(text, map.items[0]?.start ?? 0);
  const line = lineOf(key, value, indent);
  if (map.flow) {
    if (line.includes('\n')) return undefined;
    if (entry) return text.slice(0, entry.start) + line + text.slice(entry.value.end);
    const last = map.items.at(-1);
    return last ? `${text.slice(0, last.value.end)}, ${line}${text.slice(last.value.end)}` : `${text.slice(0, map.start)}{ ${line} }${text.slice(map.end)}`;
  }
  if (entry) {
    const { kind, end: valueEnd } = entry.value;
    // An absent value ends with its key; the colon after that goes as well.
    const end = kind === 'absent' ? text.indexOf(':', valueEnd) + 1 : text[valueEnd - 1] === '\n' ? endOfContent(text, valueEnd) : valueEnd;
    return text.slice(0, entry.start) + line + text.slice(end);
  }
  const last = map.items.at(-1);
  if (path.length === 1 && last?.key === 'events') return beforeLine(text, last.start, line);
  const at = last ? endOfNode(text, last.value) : endOfContent(text, text.length);
  return insertLines(text, at, ' '.repeat(indent) + line);
}

function lineOf(key: string, value: Printable, indent: number): string {
  return typeof value === 'string' && value.includes('\n') ? printProse(key, value, indent).slice(indent) : printFlow({ [key]: value }).slice(2, -2);
}

/** Inserts whole lines after an offset, with the line end the file uses. */
function insertLines(text: string, at: number, lines: string): string {
  const before = text.slice(0, at);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = before === '' || /[\r\n]$/.test(before) ? '' : newline;
  const rest = text.slice(at);
  return `${before}${lead}${lines.replaceAll('\n', newline)}${rest === '' || !/^\r?\n/.test(rest) ? newline : ''}${rest}`;
}

/** Inserts whole lines before the line of an offset. */
function beforeLine(text: string, at: number, lines: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = lineStart(text, at);
  return `${text.slice(0, start)}${lines.replaceAll('\n', newline)}${newline}${text.slice(start)}`;
}

/** The end of the last line of a node; a block of text takes the line end, and empty lines, with it. */
function endOfNode(text: string, { end }: YamlNode): number {
  return text[end - 1] === '\n' ? endOfContent(text, end) : endOfLine(text, end);
}

function endOfLine(text: string, at: number): number {
  const found = /\r?\n|$/.exec(text.slice(at));
  return at + (found?.index ?? 0);
}

/** The end of the last line with words before an offset. */
function endOfContent(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** What the data must be after the change. */
function changed(data: unknown, path: KeyPath, value: Printable, append: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return append ? [...(Array.isArray(data) ? data : []), plain(value)] : plain(value);
  if (typeof key === 'number') return (Array.isArray(data) ? data : []).map((item: unknown, index) => (index === key ? changed(item, rest, value, append) : item));
  const map = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { ...map, [key]: changed(map[key], rest, value, append) };
}

/** The value as it is read back: without keys that have none. */
function plain(value: Printable): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
