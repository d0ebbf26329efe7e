import { columns } from '../../report/terminal-text.ts';
import type { Key } from '../keys.ts';
import { signsOf } from './lines.ts';

/** One line that is being typed; the cursor stands before the sign of this number. */
export interface Typing {
  readonly text: string;
  readonly cursor: number;
}

/** The line with the cursor at its end. */
export function typingOf(text: string): Typing {
  return { text, cursor: signsOf(text).length };
}

/** The line after a key; undefined when the key is none for typing. A paste of several lines stays as it was copied. */
export function typed({ text, cursor }: Typing, key: Key): Typing | undefined {
  const signs = signsOf(text);
  const before = signs.slice(0, cursor);
  const after = signs.slice(cursor);
  const now = (left: readonly string[], right: readonly string[]): Typing => ({ text: [...left, ...right].join(''), cursor: signsOf(left.join('')).length });
  if (key.text !== undefined) return now([...before, key.text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')], after);
  switch (key.name) {
    case 'backspace': return now(before.slice(0, -1), after);
    case 'delete': return now(before, after.slice(1));
    case 'left': return now(before.slice(0, -1), [...before.slice(-1), ...after]);
    case 'right': return now([...before, ...after.slice(0, 1)], after.slice(1));
    case 'home': case 'ctrl-a': return now([], signs);
    case 'end': case 'ctrl-e': return now(signs, []);
    case 'ctrl-u': return now([], after);
    case 'ctrl-k': return now(before, []);
    case 'ctrl-w': return now([...before.join('').replace(/\S+\s*$/, '')], after);
    default: return undefined;
  }
}

/** The part of a line that fits, with the cursor in it: the text, and the column of the cursor. Line ends are shown as ⏎. */
export function window({ text, cursor }: Typing, width: number): { readonly shown: string; readonly column: number } {
  const signs = signsOf(text).map((sign) => (sign === '\n' ? '⏎' : sign));
  let from = 0;
  while (columns(signs.slice(from, cursor).join('')) > width - 1) from += 1;
  let shown = '';
  for (const sign of signs.slice(from)) {
    if (columns(shown) + columns(sign) > width) break;
    shown += sign;
  }
  return { shown, column: columns(signs.slice(from, cursor).join('')) };
}
