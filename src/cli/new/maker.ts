import type { Context, Input } from '../command.ts';
import type { NewFile } from '../new-files.ts';
import type { Opened } from '../open.ts';

/** What a kind of file is made from. */
export interface Making {
  readonly context: Context;
  readonly input: Input;
  readonly opened: Opened;
  /** The word after the kind: an id, or the pseudonym of a candidate. */
  readonly word: string | undefined;
  /** The clock's day in the organisation's time zone, `2026-11-22`. */
  readonly today: string;
  /** The clock's instant with the organisation's offset, `2026-11-22T14:05+00:00`. */
  readonly now: string;
}

/** What is to be written, and what the person does next. */
export interface Made {
  readonly files: readonly NewFile[];
  /** The identity of a new candidate, outside the repository. */
  readonly identity?: { /** full path */ readonly folder: string; readonly candidate: string; readonly text: string };
  /** Sentences for people, printed after the paths. */
  readonly next: readonly string[];
  /** The name that was drawn or given. */
  readonly id: string;
}

/** Makes the files of one kind; reads and asks, writes nothing. */
export type Maker = (making: Making) => Promise<Made>;
