import type { Context } from '../command.ts';
import { runMachine } from '../screen/loop.ts';
import { saveDraft } from './draft.ts';
import { picture } from './picture.ts';
import { edited, press } from './press.ts';
import type { Sheet, Sitting } from './sitting.ts';
import type { Marking } from './task.ts';

/** Work is read elsewhere, so time without a key is time too; a longer gap is a meal and no work; milliseconds. */
const GAP = 3_600_000;

/** One score, until the person quits or wants it written. Every answer is kept as a draft. */
export async function sit(context: Context, root: string, task: Marking, sheet: Sheet, said: string): Promise<{ readonly sheet: Sheet; readonly write: boolean }> {
  const first: Sitting = { mode: { is: 'read' }, scroll: 0, sheet, said };
  const { state, write } = await runMachine<Sitting>(context, {
    picture: (sitting, size, ink) => picture(task, sitting, size, ink),
    press: (sitting, key, size) => press(task, sitting, key, size),
    typing: ({ mode }) => ('typing' in mode ? mode.typing : undefined),
    edited: (sitting, text) => edited(task, sitting, text),
    timed: (sitting, elapsed) => (elapsed <= 0 || elapsed > GAP ? sitting : { ...sitting, sheet: { ...sitting.sheet, seconds: sitting.sheet.seconds + elapsed / 1000 } }),
    content: (sitting) => sitting.sheet,
    keep: (sitting) => saveDraft(root, task, sitting.sheet),
  }, first);
  return { sheet: state.sheet, write };
}
