import { plural } from '../../model/words.ts';
import type { Cursor } from '../keys.ts';
import { fitted, wrapped } from './lines.ts';
import { window, type Typing } from './typing.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How words are set off; without colour, not at all. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
}

export const PLAIN: Ink = { bold: (text) => text, dim: (text) => text };
export const INK: Ink = { bold: (text) => `\u001b[1m${text}\u001b[22m`, dim: (text) => `\u001b[2m${text}\u001b[22m` };

/** One line of what is read. */
export interface BodyLine {
  readonly text: string;
  readonly style?: 'bold' | 'dim';
}

/** What can be done now, at the bottom; the cursor’s row counts from its first line. */
export interface Foot {
  readonly lines: readonly string[];
  readonly cursor?: Cursor;
}

/** A whole screen: never more lines than there are rows. */
export interface Picture {
  readonly lines: readonly string[];
  readonly cursor: Cursor | undefined;
}

/** Rows of the head: two lines and a rule. */
export const HEAD_ROWS = 3;

/** How many lines of a body are seen above a foot, and which is the first, if it were up to `wanted`. */
export function pageIn(size: Size, foot: Foot, body: number, wanted: number): { readonly rows: number; readonly from: number } {
  const rows = Math.max(1, size.rows - HEAD_ROWS - 1 - foot.lines.length);
  return { rows, from: Math.min(wanted, Math.max(0, body - rows)) };
}

/** Puts head, body and foot on one screen, with a rule that says how much more there is to read. */
export function framed(head: readonly string[], body: readonly BodyLine[], foot: Foot, { rows, from }: { readonly rows: number; readonly from: number }, size: Size, ink: Ink): Picture {
  const seen = body.slice(from, from + rows).map(({ text, style }) => (style === undefined ? text : ink[style](text)));
  const more = from + rows < body.length ? `${plural(body.length - from - rows, 'line')} more ↓` : from > 0 ? 'end' : '';
  const rule = ink.dim(more === '' ? '─'.repeat(size.columns) : `${'─'.repeat(Math.max(0, size.columns - more.length - 3))} ${more} ─`);
  // In a window too small for everything the keys stay, and the head goes.
  const lines = [...head, ...seen, ...Array.from({ length: Math.max(0, rows - seen.length) }, () => ''), rule, ...foot.lines].slice(-size.rows);
  return { lines, cursor: foot.cursor === undefined ? undefined : { row: lines.length - foot.lines.length + foot.cursor.row, column: foot.cursor.column } };
}

/** Words below a foot: what was said about the last key, and the keys. */
export interface Below {
  readonly said: readonly string[];
  readonly keys: readonly string[];
}

/** A numbered list to choose from. */
export function listFoot(title: string, words: readonly string[], { said, keys }: Below, width: number, ink: Ink): Foot {
  return { lines: [...wrapped(title, width).map((line) => ink.bold(line)), ...words.map((line, index) => fitted(`  ${index + 1}  ${line}`, width)), ...said, ...keys] };
}

/** The line that is being typed; what was said about the last key stands in place of the note. */
export function lineFoot(above: readonly string[], typing: Typing, note: string, { said, keys }: Below, width: number): Foot {
  const { shown, column } = window(typing, width - 2);
  return { lines: [...above, `> ${fitted(shown, width - 2)}`, ...(said.length > 0 ? said : [fitted(note, width)]), ...keys], cursor: { row: above.length, column: column + 2 } };
}

/** A line that is asked for in words. */
export function askFoot(ask: string, typing: Typing, note: string, below: Below, width: number, ink: Ink): Foot {
  return lineFoot(wrapped(ask, width).map((line) => ink.bold(line)), typing, note, below, width);
}
