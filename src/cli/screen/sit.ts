import type { Context } from '../command.ts';
import { saveDraft } from './draft.ts';
import { runMachine } from './loop.ts';
import { picture } from './picture.ts';
import { edited, press } from './press.ts';
import { EMPTY_SHEET, type Pile, type Sitting } from './sitting.ts';

/** A longer time without a key is a pause and no work; milliseconds. */
const PAUSE = 180_000;

/** The sitting itself, until the person quits or wants it written. */
export async function sit(context: Context, root: string, pile: Pile, first: Sitting): Promise<{ readonly sitting: Sitting; readonly write: boolean }> {
  const { state, write } = await runMachine<Sitting>(context, {
    picture: (sitting, size, ink) => picture(pile, sitting, size, ink),
    press: (sitting, key, size) => {
      const pressed = press(pile, sitting, key, size);
      return { state: pressed.sitting, then: pressed.then };
    },
    typing: ({ mode }) => ('typing' in mode ? mode.typing : undefined),
    edited: (sitting, text) => edited(pile, sitting, text),
    timed: (sitting, elapsed) => timed(pile, sitting, elapsed),
    content: ({ sheets }) => sheets,
    keep: (sitting) => saveDraft(root, pile, sitting),
  }, first);
  return { sitting: state, write };
}

/** Adds the time since the last key to the application before one's eyes, once something was said of it. */
function timed(pile: Pile, sitting: Sitting, elapsed: number): Sitting {
  const id = pile.items[sitting.at]?.id;
  if (id === undefined || elapsed <= 0 || elapsed > PAUSE) return sitting;
  const sheet = sitting.sheets[id] ?? EMPTY_SHEET;
  return { ...sitting, sheets: { ...sitting.sheets, [id]: { ...sheet, seconds: sheet.seconds + elapsed / 1000 } } };
}
