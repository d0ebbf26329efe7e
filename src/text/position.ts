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
  let line = 1;
  let start = 0;
  const end = Math.min(Math.max(offset, 0), text.length);
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== 10 && !(unit === 13 && text.charCodeAt(index + 1) !== 10)) continue;
    line++;
    start = index + 1;
  }
  return { line, column: end - start + 1 };
}

/** The stretch between two offsets; at least one character wide, so that there is something to underline. */
export function spanBetween(text: string, start: number, end: number): Span {
  const from = positionAt(text, start);
  const to = positionAt(text, Math.max(end, start + 1));
  return to.line === from.line || end > start
    ? { ...from, endLine: to.line, endColumn: to.column }
    : { ...from, endLine: from.line, endColumn: from.column + 1 };
}
