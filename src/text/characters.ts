import type { Problem } from '../model/problem.ts';
import { positionAt } from './position.ts';

/** The text of a file, or the problem that keeps it from being read. */
export type Decoded = { readonly text: string; readonly problem?: never } | { readonly text?: never; readonly problem: Problem };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes a file as UTF-8. A byte order mark, UTF-16 and invalid bytes are refused: tools disagree about each. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const refuse = (message: string, hint: string): Decoded => ({ problem: { code: 'text/encoding', severity: 'error', path, line: 1, column: 1, message, hint } });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return refuse('The file begins with a byte order mark; records are plain UTF-8 without one.', 'Save the file as UTF-8 without BOM.');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return refuse('The file is UTF-16; records are UTF-8.', 'Save the file as UTF-8.');
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const offset = firstInvalid(bytes);
    const { line, column } = positionAt(new TextDecoder().decode(bytes.subarray(0, offset)), offset);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    return { problem: { code: 'text/encoding', severity: 'error', path, line, column, message: `The byte 0x${byte} is no UTF-8; records are UTF-8.`, hint: 'Save the file as UTF-8.' } };
  }
}

function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // With stream: true an unfinished sequence at the end is no error, so validity only changes once along the file.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

/** Longest line of a text, in UTF-16 units: longer ones hide things in a review and slow every tool down. */
export const LONGEST_LINE = 10_000;

const SUSPICIOUS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]/u;

/**
 * Characters that cannot be seen or turn the order of what is read: control characters, bidirectional overrides and
 * isolates, invisible letters; and lines too long to review. One problem per kind and file, at its first place.
 * Allowed: ZWJ and ZWNJ, variation selectors, left-to-right and right-to-left marks, tags inside an emoji flag.
 */
export function characterProblems(path: string, text: string): Problem[] {
  const problems: Problem[] = [];
  if (text.length > LONGEST_LINE) {
    const long = longLine(text);
    if (long !== undefined) {
      const at = positionAt(text, long.start);
      problems.push({ code: 'text/long-line', severity: 'error', path, ...at, message: `The line has ${long.length} characters; nobody can review more than ${LONGEST_LINE}.`, hint: 'Break the line.' });
    }
  }
  if (!SUSPICIOUS.test(text)) return problems;
  const seen = new Set<string>();
  let afterFlag = false;
  let offset = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    // A tag character is fine inside a flag such as England's: it follows the black flag or another tag.
    const isTag = point >= 0xe0020 && point <= 0xe007f;
    const kind = isTag && afterFlag ? undefined : kindOf(point);
    afterFlag = point === 0x1f3f4 || (isTag && afterFlag);
    if (kind && !seen.has(kind.code)) {
      seen.add(kind.code);
      const at = positionAt(text, offset);
      const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
      problems.push({ code: kind.code, severity: 'error', path, ...at, endLine: at.line, endColumn: at.column + character.length, message: `${name} stands here: ${kind.what}.`, hint: 'Remove the character.' });
    }
    offset += character.length;
  }
  return problems;
}

function kindOf(point: number): { code: string; what: string } | undefined {
  if (point === 9 || point === 10 || point === 13) return undefined;
  if (point < 32 || (point >= 0x7f && point < 0xa0)) return { code: 'text/control-character', what: 'a control character, which some programs obey and nobody sees' };
  if ((point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)) return { code: 'text/bidi', what: 'it turns the direction of what follows, so that people read something else than programs' };
  if (point === 0x2028 || point === 0x2029) return { code: 'text/invisible', what: 'a line end that most editors do not show as one' };
  if (point === 0x61c) return undefined;
  if (point > 0x7f && SUSPICIOUS.test(String.fromCodePoint(point))) return { code: 'text/invisible', what: 'a character without a shape, which nobody sees' };
  return undefined;
}

function longLine(text: string): { start: number; length: number } | undefined {
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start > LONGEST_LINE) return { start, length: end - start };
    start = end + 1;
  }
  return undefined;
}
