import type { Context } from '../command.ts';
import type { Key } from '../keys.ts';
import { INK, PLAIN, type Ink, type Picture, type Size } from './frame.ts';
import type { Typing } from './typing.ts';

/** While words are typed they are kept at least so often; milliseconds. */
const KEEP = 1_000;

/** Something that is shown and changed key by key. Every function is pure but `keep`. */
export interface Machine<State> {
  picture(state: State, size: Size, ink: Ink): Picture;
  press(state: State, key: Key, size: Size): { readonly state: State; readonly then?: 'quit' | 'write' | 'edit' | undefined };
  /** The line that is being typed. */
  typing(state: State): Typing | undefined;
  /** The line as the person’s editor left it; undefined when the editor did not end well. */
  edited(state: State, text: string | undefined): State;
  /** Adds the milliseconds since the last key. */
  timed(state: State, elapsed: number): State;
  /** What a draft is made of: kept whenever it is another. */
  content(state: State): unknown;
  keep(state: State): void;
}

/** Shows, reads a key, keeps the draft, until the person quits or wants it written. The terminal is given back in any case. */
export async function runMachine<State>(context: Context, machine: Machine<State>, first: State): Promise<{ readonly state: State; readonly write: boolean }> {
  const ink = context.env['NO_COLOR'] !== undefined || context.env['TERM'] === 'dumb' ? PLAIN : INK;
  let state = first;
  let keptAt = context.machineNow();
  let last = keptAt;
  const keys = context.keys();
  try {
    for (;;) {
      const { lines, cursor } = machine.picture(state, keys.size(), ink);
      keys.draw(lines, cursor);
      const key = await keys.next();
      const now = context.machineNow();
      state = machine.timed(state, now - last);
      last = now;
      const before = state;
      const pressed = machine.press(state, key, keys.size());
      state = pressed.state;
      if (pressed.then === 'edit') {
        state = machine.edited(state, await keys.edit(machine.typing(state)?.text ?? ''));
        const ended = context.machineNow();
        state = machine.timed(state, ended - last);
        last = ended;
      }
      const letter = key.text !== undefined && machine.typing(before) !== undefined;
      if (machine.content(before) !== machine.content(state) && (!letter || now - keptAt >= KEEP)) {
        machine.keep(state);
        keptAt = context.machineNow();
      }
      if (pressed.then === 'quit' || pressed.then === 'write') return { state, write: pressed.then === 'write' };
    }
  } finally {
    try {
      machine.keep(state);
    } finally {
      keys.close();
    }
  }
}
