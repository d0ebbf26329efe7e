import type { Context } from './command.ts';

/** Says on a terminal how far long work has come; says nothing where nobody watches. */
export interface Progress {
  /** One line that replaces the one before. */
  step(text: string): void;
  /** Removes the line. */
  clear(): void;
}

/** Work that is over sooner than this is not worth a word; milliseconds. */
const QUIET = 400;

/** Progress on stderr, for a person only. */
export function progressOn(context: Context): Progress {
  const began = context.machineNow();
  let shown = false;
  return {
    step(text) {
      if (!context.terminal.errors || context.env['NO_PROGRESS'] !== undefined || context.machineNow() - began < QUIET) return;
      shown = true;
      context.stderr(`\r\u001b[K${text.slice(0, Math.max(20, context.terminal.columns - 1))}`);
    },
    clear() {
      if (shown) context.stderr('\r\u001b[K');
      shown = false;
    },
  };
}
