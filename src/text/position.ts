/** A place in a text; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text; the end lies just past its last character. */
export interface Span extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of an offset (from 0). LF, CRLF and a lone CR end a line. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(Math.max(offset, 0), text.length);
  const starts = startsOf(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= end) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: end - (starts[low] ?? 0) + 1 };
}

/** Faults come file by file: the line starts of the last text are kept, since a large file may have thousands of faults. */
let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function startsOf(text: string): readonly number[] {
  if (last.text === text) return last.starts;
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  last = { text, starts };
  return starts;
}

/** The stretch between two offsets; at least one character wide, so that there is something to underline. */
export function spanBetween(text: string, start: number, end: number): Span {
  const from = positionAt(text, start);
  const to = positionAt(text, Math.max(end, start + 1));
  return to.line === from.line || end > start
    ? { ...from, endLine: to.line, endColumn: to.column }
    : { ...from, endLine: from.line, endColumn: from.column + 1 };
}
