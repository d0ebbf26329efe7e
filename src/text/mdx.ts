import { markdownLines, type MarkdownLine } from './markdown-lines.ts';
import { MDX_COMPONENTS, readTag } from './mdx-tag.ts';
import type { YamlFault } from './yaml.ts';

/**
 * Checks the text of a protected page: markdown and the components `Note`, `Criteria`, `Effort`, `Window`, `Promise`
 * with text attributes, nothing that runs. Code spans and fences are free. Offsets of faults are offsets in `body`.
 *
 * The check is stricter than the compiler where markdown is subtle: what passes here compiles and holds no expression,
 * no import or export and no other tag. `mdx.test.ts` holds that against the compiler the site is built with.
 */
export function mdxFaults(body: string): YamlFault[] {
  const faults: YamlFault[] = [];
  const lines = markdownLines(body, { mdx: true, faults });
  let chunk: MarkdownLine[] = [];
  let openNote: MarkdownLine | undefined;
  const finish = (): void => {
    if (chunk.length > 0) scanChunk(chunk, faults);
    chunk = [];
  };
  // Inside a paragraph a line that begins with `import` is text like any other.
  let inParagraph = false;
  for (const line of lines) {
    const wentOn: boolean = inParagraph;
    inParagraph = false;
    if (line.verbatim || line.text.trim() === '') {
      finish();
      continue;
    }
    const trimmed = line.text.trimEnd();
    if (trimmed === '</Note>') {
      finish();
      if (!openNote) faults.push({ code: 'mdx/tag', start: line.start, end: line.start + trimmed.length, message: '</Note> closes a note that was not opened on a line of its own.', hint: 'Remove it, or open the note above: <Note title="…">' });
      openNote = undefined;
      continue;
    }
    const tag = trimmed.startsWith('<Note') ? readTag(trimmed, 0) : undefined;
    if (tag && !tag.fault && tag.opens && tag.length === trimmed.length) {
      finish();
      if (openNote) faults.push({ code: 'mdx/tag', start: line.start, end: line.start + trimmed.length, message: 'A note begins inside a note.', hint: 'Close the first one before: </Note>' });
      openNote = line;
      continue;
    }
    const module = /^(import|export)(?![\w-])/.exec(line.text)?.[1];
    inParagraph = module === undefined ? isParagraph(line.text) : wentOn;
    if (module !== undefined && !wentOn) {
      faults.push({ code: 'mdx/import', start: line.start, end: line.start + module.length, message: `A paragraph that begins with “${module}” is JavaScript to MDX; pages hold text only.`, hint: `Remove the line; in a sentence, begin with another word or write ${module === 'import' ? '&#105;mport' : '&#101;xport'}` });
    }
    chunk.push(line);
  }
  finish();
  if (openNote) faults.push({ code: 'mdx/tag', start: openNote.start, end: openNote.start + openNote.text.length, message: 'The note is opened and never closed.', hint: 'Put </Note> on a line of its own after it.' });
  return faults.sort((a, b) => a.start - b.start);
}

/** Whether a line is plain text of a paragraph, which the next line may go on. */
function isParagraph(text: string): boolean {
  return /^[\p{L}\p{N}("“‘'*_]/u.test(text) && !/^\d+[.)](?:\s|$)|^[=]+\s*$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^\*(?:\s|$)|\|/.test(text);
}

/** Scans lines without an empty one between them. */
function scanChunk(chunk: readonly MarkdownLine[], faults: YamlFault[]): void {
  const spansAreSure = chunk.every((line) => scanLine(line, true, []));
  for (const line of chunk) scanLine(line, spansAreSure, faults);
}

/**
 * Reads one line from left to right as the compiler would.
 * @param freeSpans whether code spans are free; when one line's are doubtful, none of its neighbours' are
 * @returns false when backticks pair in a way that may be another one across lines, cells, links or addresses
 */
function scanLine({ text, start }: MarkdownLine, freeSpans: boolean, faults: YamlFault[]): boolean {
  const fault = (code: string, from: number, to: number, message: string, hint: string): void => {
    faults.push({ code, start: start + from, end: start + to, message, hint });
  };
  let sure = true;
  const lastTick = text.lastIndexOf('`');
  for (let index = 0; index < text.length;) {
    const sign = text.charAt(index);
    if (sign === '\\') {
      index += 2;
    } else if (sign === '`') {
      const run = /^`+/.exec(text.slice(index))?.[0] ?? '`';
      const close = closingRun(text, index + run.length, run.length);
      if (close === -1) sure = false;
      else if (/(?<!\\)\|/.test(text.slice(index, close))) sure = false;
      index = close === -1 || !freeSpans || /(?<!\\)\|/.test(text.slice(index, close)) ? index + run.length : close + run.length;
    } else if (sign === '{') {
      fault('mdx/expression', index, index + 1, '“{” begins JavaScript in MDX; pages hold text only.', 'Write \\{, or put it in backticks.');
      index++;
    } else if (sign === '<') {
      index += scanTag(text, index, fault);
    } else if (sign === ']' && index < lastTick && (text.charAt(index + 1) === '(' || text.charAt(index + 1) === ':')) {
      // A backtick in a link's address or title belongs to the link and opens no code.
      const end = text.charAt(index + 1) === ':' ? -1 : text.indexOf(')', index);
      if (text.slice(index, end === -1 ? text.length : end).includes('`')) sure = false;
      index += 2;
    } else if (ADDRESS_SIGNS.has(sign) && isAddress(text, index)) {
      // In an address neither a backslash nor a backtick means anything.
      const end = index + Math.max(1, text.slice(index).search(/[\s<]|$/));
      const address = text.slice(index, end);
      if (address.includes('`')) sure = false;
      for (const brace of address.matchAll(/\{/g)) fault('mdx/expression', index + brace.index, index + brace.index + 1, '“{” begins JavaScript in MDX; pages hold text only.', 'Write %7B, or put the address in backticks.');
      index = end;
    } else index++;
  }
  return sure;
}

const ADDRESS_SIGNS: ReadonlySet<string> = new Set('hHwWmMxXfF');

function isAddress(text: string, at: number): boolean {
  return /^(?:https?:\/\/|www\.|mailto:|xmpp:|ftp:\/\/)/i.test(text.slice(at, at + 8));
}

function closingRun(text: string, from: number, length: number): number {
  for (const match of text.slice(from).matchAll(/`+/g)) if (match[0].length === length) return from + match.index;
  return -1;
}

type Report = (code: string, from: number, to: number, message: string, hint: string) => void;

/** Judges what begins with `<`; returns how many characters it takes. */
function scanTag(text: string, at: number, fault: Report): number {
  const rest = text.slice(at);
  if (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    const length = end === -1 ? rest.length : end + 3;
    fault('mdx/comment', at, at + length, 'An HTML comment is no MDX, and a reader of the source would see it anyway.', 'Remove the comment.');
    return length;
  }
  const link = /^<((?:https?:\/\/|mailto:)[^\s<>]*)>/i.exec(rest);
  if (link?.[1] !== undefined) {
    fault('mdx/unknown-tag', at, at + link[0].length, `“${link[0].slice(0, 60)}” is a tag to MDX, not an address.`, `Write [${link[1]}](${link[1]})`);
    return link[0].length;
  }
  const tag = readTag(text, at);
  if (!tag) {
    const word = /^<\/?[^\s<>]{0,20}>?/.exec(rest)?.[0] ?? '<';
    const known = /^<\/?[A-Za-z]/.test(word);
    fault('mdx/unknown-tag', at, at + word.length, known
      ? `“${word}” is no tag of these pages; they know ${MDX_COMPONENTS.join(', ')}.`
      : '“<” begins a tag in MDX.', `Write &lt;${word.slice(1)}${known ? ', or use markdown' : ''}.`.replace(/\.$/, ''));
    return word.length;
  }
  if (tag.fault) {
    fault(tag.fault.code, at, at + tag.length, tag.fault.message, tag.fault.hint);
    return tag.length;
  }
  if (!tag.opens) return tag.length;
  const close = text.indexOf('</Note>', at + tag.length);
  if (close === -1 || /[<`[\]|*_~\\&]/.test(text.slice(at + tag.length, close)) || /^\s*(?:[-*+>]|\d+[.)])/.test(text)) {
    fault('mdx/tag', at, at + tag.length, 'A note that begins inside a line holds plain words and ends in the same line.', 'Put <Note …> and </Note> on lines of their own.');
    return tag.length;
  }
  const inside = text.slice(at + tag.length, close).indexOf('{');
  if (inside !== -1) fault('mdx/expression', at + tag.length + inside, at + tag.length + inside + 1, '“{” begins JavaScript in MDX; pages hold text only.', 'Write &#123;');
  return close + '</Note>'.length - at;
}
