import type { Key } from '../keys.ts';
import { typed, type Typing } from './typing.ts';

/** Where a key scrolls to; undefined when it is no such key. Scrolling means the same everywhere but where a line is typed. */
export function scrolledTo(key: Key, typing: boolean, { rows, from, last }: { readonly rows: number; readonly from: number; readonly last: number }): number | undefined {
  const by = (lines: number): number => Math.min(last, Math.max(0, from + lines));
  switch (key.name) {
    case 'up': return by(-1);
    case 'down': return by(1);
    case 'pageup': return by(1 - rows);
    case 'pagedown': return by(rows - 1);
    case 'k': return typing ? undefined : by(-1);
    case 'j': return typing ? undefined : by(1);
    case ' ': return typing ? undefined : by(rows - 1);
    case 'home': return typing ? undefined : by(-Infinity);
    case 'end': return typing ? undefined : by(Infinity);
    default: return undefined;
  }
}

/** Whether a key leaves a list or a page. */
export function isBack(key: Key): boolean {
  return ['escape', 'b', 'q'].includes(key.name);
}

/** Which one of a numbered list of `many` a key chooses, from 0; undefined when none. */
export function indexOf(key: Key, many: number): number | undefined {
  const index = /^[1-9]$/.test(key.name) ? Number(key.name) - 1 : -1;
  return index >= 0 && index < many ? index : undefined;
}

/** What a key does to a line that is typed. */
export type LineKey = { readonly does: 'done' | 'edit' | 'left' } | { readonly does: 'typed'; readonly typing: Typing } | undefined;

/** Enter and Tab end the line, Escape leaves it, ^O takes it to the editor; undefined for a key that means nothing here. */
export function lineKey(typing: Typing, key: Key): LineKey {
  if (key.name === 'enter' || key.name === 'tab') return { does: 'done' };
  if (key.name === 'ctrl-o') return { does: 'edit' };
  if (key.name === 'escape') return { does: 'left' };
  const now = typed(typing, key);
  return now && { does: 'typed', typing: now };
}
