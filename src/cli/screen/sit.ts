import type { Context } from '../command.ts';
import { saveDraft } from './draft.ts';
import { INK, picture, PLAIN } from './picture.ts';
import { edited, press } from './press.ts';
import { EMPTY_SHEET, type Pile, type Sitting } from './sitting.ts';

/** A longer time without a key is a pause and no work; milliseconds. */
const PAUSE = 180_000;
/** While words are typed they are kept at least so often; milliseconds. */
const KEEP = 1_000;

/**
 * The sitting itself: shows, reads a key, keeps the draft, until the person quits or wants it written. The terminal is given back in any case.
 */
export async function sit(context: Context, root: string, pile: Pile, first: Sitting): Promise<{ readonly sitting: Sitting; readonly write: boolean }> {
  const ink = context.env['NO_COLOR'] !== undefined || context.env['TERM'] === 'dumb' ? PLAIN : INK;
  let sitting = first;
  let keptAt = context.machineNow();
  let last = keptAt;
  const keep = (): void => {
    saveDraft(root, pile, sitting);
    keptAt = context.machineNow();
  };
  const keys = context.keys();
  try {
    for (;;) {
      const { lines, cursor } = picture(pile, sitting, keys.size(), ink);
      keys.draw(lines, cursor);
      const key = await keys.next();
      const now = context.machineNow();
      sitting = timed(pile, sitting, now - last);
      last = now;
      const before = sitting;
      const pressed = press(pile, sitting, key, keys.size());
      sitting = pressed.sitting;
      if (pressed.then === 'edit') {
        sitting = edited(pile, sitting, await keys.edit('typing' in sitting.mode ? sitting.mode.typing.text : ''));
        last = context.machineNow();
      }
      const letter = key.text !== undefined && 'typing' in before.mode;
      if (before.sheets !== sitting.sheets && (!letter || now - keptAt >= KEEP)) keep();
      if (pressed.then === 'quit' || pressed.then === 'write') return { sitting, write: pressed.then === 'write' };
    }
  } finally {
    try {
      saveDraft(root, pile, sitting);
    } finally {
      keys.close();
    }
  }
}

/** Adds the time since the last key to the application before one's eyes, once something was said of it. */
function timed(pile: Pile, sitting: Sitting, elapsed: number): Sitting {
  const id = pile.items[sitting.at]?.id;
  if (id === undefined || elapsed <= 0 || elapsed > PAUSE) return sitting;
  const sheet = sitting.sheets[id] ?? EMPTY_SHEET;
  return { ...sitting, sheets: { ...sitting.sheets, [id]: { ...sheet, seconds: sheet.seconds + elapsed / 1000 } } };
}
