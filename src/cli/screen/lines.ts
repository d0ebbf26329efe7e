import { columns, harmless } from '../../report/terminal-text.ts';

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person sees as single signs: `é` and a family of emoji are one each. */
export function signsOf(text: string): string[] {
  return [...segments.segment(text)].map(({ segment }) => segment);
}

/**
 * Text of a file as lines of at most `width` columns, harmless on a terminal. Line ends stay; items of lists hang; a word that is longer
 * than a line is broken.
 */
export function wrapped(text: string, width: number): string[] {
  return text.replace(/\r\n?/g, '\n').trimEnd().split('\n').flatMap((line) => wrapLine(harmless(line), Math.max(width, 8)));
}

function wrapLine(line: string, width: number): string[] {
  const indent = /^ {0,8}(?:(?:[-*•]|\d{1,3}[.)]) +)?/.exec(line)?.[0] ?? '';
  const hang = ' '.repeat(Math.min(columns(indent), width - 4));
  const lines: string[] = [];
  let current = indent;
  let empty = true;
  for (const word of line.slice(indent.length).split(' ')) {
    if (!empty && columns(current) + 1 + columns(word) > width) {
      lines.push(current);
      current = hang;
      empty = true;
    }
    current += empty ? '' : ' ';
    for (const piece of pieces(word, width - columns(hang))) {
      if (columns(current) + columns(piece) > width) {
        lines.push(current);
        current = hang;
      }
      current += piece;
    }
    empty = false;
  }
  return [...lines, current.trimEnd()];
}

/** A word in pieces of at most `width` columns. */
function pieces(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of signsOf(word)) {
    if (columns(piece) + columns(sign) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}

/** One line of at most `width` columns; what does not fit is cut, and a … says so. */
export function fitted(line: string, width: number): string {
  const text = harmless(line);
  if (columns(text) <= width) return text;
  let cut = '';
  for (const sign of signsOf(text)) {
    if (columns(cut) + columns(sign) > width - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}

/**
 * Markdown's own idea of lines: those of one paragraph belong together, whatever the file was wrapped at. Lists, quotes, tables, headings and
 * code keep theirs.
 */
export function reflowed(text: string): string {
  let code = false;
  return text.replace(/\r\n?/g, '\n').split('\n').reduce<string[]>((lines, line) => {
    const fence = /^\s*(```|~~~)/.test(line);
    const before = lines.at(-1);
    const goesOn = !code && !fence && before !== undefined && before.trim() !== '' && line.trim() !== '' && !OWN_LINE.test(line) && !/^\s*(```|~~~|[|#])| {2}$/.test(before);
    if (fence) code = !code;
    return goesOn ? [...lines.slice(0, -1), `${before} ${line.trim()}`] : [...lines, line];
  }, []).join('\n');
}

const OWN_LINE = /^(?: {4,}|\s*(?:[-*•+]|\d{1,3}[.)]) |\s*[>|#])/;

/** Parts with two blanks between them in as many lines as they need; none is torn. */
export function parted(parts: readonly string[], width: number): string[] {
  return parts.reduce<string[]>((lines, part) => {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}  ${part}`;
    return last !== undefined && columns(longer) <= width ? [...lines.slice(0, -1), longer] : [...lines, fitted(part, width)];
  }, []);
}

/** Words at both ends of a line; the left gives way. */
export function ends(left: string, right: string, width: number): string {
  const end = fitted(right, width);
  const start = fitted(left, Math.max(0, width - columns(end) - 2));
  return `${start}${' '.repeat(Math.max(1, width - columns(start) - columns(end)))}${end}`;
}
