/** One line of markdown with its offset, and whether markdown syntax counts in it. */
export interface MarkdownLine {
  readonly text: string;
  /** Offset of the line's first character, from 0. */
  readonly start: number;
  /** Inside a code fence, an indented code block or an HTML comment: shown as it is, or not at all. */
  readonly verbatim: boolean;
}

/** Splits markdown into lines and marks what stands in code fences, indented code and HTML comments. */
export function markdownLines(markdown: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: { sign: string; length: number } | undefined;
  let comment = false;
  let blank = true;
  let code = false;
  for (const match of markdown.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const text = match[1] ?? '';
    if (text === '' && match[2] === '') break;
    const start = match.index;
    if (fence) {
      lines.push({ text, start, verbatim: true });
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
      if (closing !== undefined && closing.charAt(0) === fence.sign && closing.length >= fence.length) fence = undefined;
      blank = false;
      continue;
    }
    if (comment) {
      lines.push({ text, start, verbatim: true });
      if (text.includes('-->')) comment = false;
      continue;
    }
    const isBlank = text.trim() === '';
    code = /^(?: {4}| {0,3}\t)/.test(text) && !isBlank && (blank || code);
    const opening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text);
    const marks = opening?.[1] ?? opening?.[2];
    if (!code && marks !== undefined) fence = { sign: marks.charAt(0), length: marks.length };
    const hidden = !code && !fence && /^ {0,3}<!--/.test(text);
    if (hidden && !text.includes('-->')) comment = true;
    lines.push({ text, start, verbatim: code || fence !== undefined || hidden });
    blank = isBlank;
  }
  return lines;
}
