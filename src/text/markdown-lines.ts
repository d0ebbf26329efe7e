import type { YamlFault } from './yaml.ts';

/** One line of markdown with its offset, and whether markdown syntax counts in it. */
export interface MarkdownLine {
  readonly text: string;
  /** Offset of the line's first character, from 0. */
  readonly start: number;
  /** Inside a code fence, an indented code block or an HTML comment: shown as it is, or not at all. */
  readonly verbatim: boolean;
}

/** How lines are read. */
export interface LineOptions {
  /** MDX has neither indented code nor HTML comments, and a fence that may end early is a fault there. */
  readonly mdx?: boolean;
  readonly faults?: YamlFault[];
}

interface Fence {
  readonly sign: string;
  readonly length: number;
  /** Column of its first sign: inside a list item the lines of the fence keep that indentation. */
  readonly column: number;
  /** `>` signs before it. */
  readonly quotes: number;
}

/** Splits markdown into lines and marks what stands in code fences, indented code and HTML comments. */
export function markdownLines(markdown: string, { mdx = false, faults = [] }: LineOptions = {}): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: Fence | undefined;
  let comment = false;
  let blank = true;
  let code = false;
  for (const match of markdown.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const text = match[1] ?? '';
    if (text === '' && match[2] === '') break;
    const start = match.index;
    if (fence) {
      lines.push({ text, start, verbatim: true });
      if (closes(fence, text)) fence = undefined;
      else if (mdx && leaves(fence, text)) {
        faults.push({ code: 'mdx/fence', start, end: start + Math.max(1, text.length), message: 'The line is indented less than the code fence it stands in, which may end the fence here.', hint: 'Indent the line as far as the fence.' });
      }
      blank = false;
      continue;
    }
    if (comment) {
      lines.push({ text, start, verbatim: true });
      if (text.includes('-->')) comment = false;
      continue;
    }
    const isBlank = text.trim() === '';
    code = !mdx && /^(?: {4}| {0,3}\t)/.test(text) && !isBlank && (blank || code);
    if (!code) fence = opening(text, mdx);
    const hidden = !mdx && !code && !fence && /^ {0,3}<!--/.test(text);
    if (hidden && !text.includes('-->')) comment = true;
    lines.push({ text, start, verbatim: code || fence !== undefined || hidden });
    blank = isBlank;
  }
  if (mdx && fence) {
    const last = lines.findLast((line) => opening(line.text, true) !== undefined);
    if (last) faults.push({ code: 'mdx/fence', start: last.start, end: last.start + last.text.length, message: 'The code fence is opened and never closed.', hint: 'Close it with the same signs on a line of their own.' });
  }
  return lines;
}

function opening(text: string, mdx: boolean): Fence | undefined {
  const found = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)]) +)*)(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text);
  const before = found?.[1] ?? '';
  const marks = found?.[2] ?? found?.[3];
  if (marks === undefined) return undefined;
  // Outside MDX four spaces before a fence make it code, unless it stands in a list: then its indentation is not ours to judge.
  if (!mdx && /^ {4}|\t/.test(before)) return undefined;
  return { sign: marks.charAt(0), length: marks.length, column: before.length, quotes: before.split('>').length - 1 };
}

function closes(fence: Fence, text: string): boolean {
  const marks = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
  if (marks === undefined || marks.charAt(0) !== fence.sign || marks.length < fence.length) return false;
  const before = text.slice(0, text.indexOf(marks));
  // Four spaces further in, the signs are part of the code.
  return before.split('>').length - 1 === fence.quotes && before.length < fence.column + 4 && !before.includes('\t') && !leaves(fence, text);
}

/** Whether a line may stand outside the list item or quotation in which the fence was opened. */
function leaves(fence: Fence, text: string): boolean {
  if (fence.column === 0) return false;
  if (text.trim() === '') return fence.quotes > 0;
  const indent = /^[ >]*/.exec(text)?.[0] ?? '';
  return indent.length < fence.column || indent.split('>').length - 1 < fence.quotes;
}
