import type { KeyPath } from '../../model/problem.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { parseYaml } from '../../text/yaml.ts';
import { nodeAt, yamlTree, type YamlNode } from '../../text/yaml-tree.ts';

/** The five answers. */
export interface Answers {
  readonly organisation: string;
  readonly title: string;
  /** https address, no slash at the end. */
  readonly url: string;
  /** IANA name. */
  readonly timezone: string;
  /** Country such as GB, or country and region such as DE-BY; undefined for none. */
  readonly holidays: string | undefined;
  /** Duration such as `5 business days`. */
  readonly replyWithin: string;
}

/**
 * The settings with the answers in them: comments, lists and everything else stay as they are, `example` goes, and so do the
 * closing days and the addresses of the example; without `example`, the addresses are somebody's own.
 * @throws NotEdited when the file is laid out in a way that needs a person
 */
export function ownSettings(text: string, answers: Answers): string {
  const own = withoutKey(text, ['example']);
  const edited = editYaml(own === text ? text : withoutKey(own, ['contact']), [
    { set: ['organisation'], value: answers.organisation },
    { set: ['site', 'title'], value: answers.title },
    { set: ['site', 'url'], value: answers.url },
    { set: ['timezone'], value: answers.timezone },
    { set: ['promises', 'reply_within'], value: answers.replyWithin },
    { set: ['calendar', 'closed'], value: [] },
    ...(answers.holidays === undefined ? [] : [{ set: ['calendar', 'holidays'], value: answers.holidays }]),
  ]);
  return answers.holidays === undefined ? withoutKey(edited, ['calendar', 'holidays']) : edited;
}

/** The text without a key and its value; unchanged where there is none. */
export function withoutKey(text: string, path: KeyPath): string {
  const tree = yamlTree(text);
  const map = nodeAt(tree, path.slice(0, -1));
  const index = map?.items.findIndex((item) => item.key === path.at(-1)) ?? -1;
  const entry = map?.items[index];
  if (!map || !entry) return text;
  if (map.flow) return fromFlow(text, map, index);
  const start = text.lastIndexOf('\n', entry.start - 1) + 1;
  const next = map.items[index + 1];
  const after = next === undefined ? endOfLine(text, Math.max(entry.start, text.slice(0, entry.value.end).trimEnd().length)) : text.lastIndexOf('\n', next.start - 1) + 1;
  const kept = next === undefined ? '' : commentsOfNext(text.slice(start, after), entry.start - start);
  return checked(text.slice(0, start) + kept + text.slice(after), text);
}

function fromFlow(text: string, map: YamlNode, index: number): string {
  const entry = map.items[index];
  const before = map.items[index - 1];
  const next = map.items[index + 1];
  if (!entry) return text;
  if (before) return checked(text.slice(0, before.value.end) + text.slice(entry.value.end), text);
  return checked(text.slice(0, entry.start) + text.slice(next ? next.start : entry.value.end), text);
}

/** Comments at the end of a stretch that stand as far left as its key: they belong to the key after it. */
function commentsOfNext(stretch: string, column: number): string {
  const lines = stretch.split('\n').slice(0, -1);
  let first = lines.length;
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index] ?? '';
    if (line.startsWith(`${' '.repeat(column)}#`)) first = index;
    else if (line.trim() !== '') break;
  }
  return lines.slice(first).map((line) => `${line}\n`).join('');
}

/** Offset after the line end that follows. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** A text that can no longer be read is never handed out. */
function checked(edited: string, original: string): string {
  return parseYaml(edited).faults ? original : edited;
}
