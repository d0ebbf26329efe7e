import type { ParseArgsOptionsConfig } from 'node:util';
import type { Random } from '../model/random.ts';
import type { Keys } from './keys.ts';

/** What a command may touch of the machine; tests hand in their own. */
export interface Context {
  /** Folder in which the command was called. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data: what a program may read. */
  stdout(text: string): void;
  /** Everything else: progress, problems for people, prompts. */
  stderr(text: string): void;
  /** Whether a person reads and answers. */
  readonly terminal: { readonly input: boolean; readonly output: boolean; readonly errors: boolean; readonly columns: number };
  /** The machine's clock, milliseconds since 1970. */
  machineNow(): number;
  readonly random: Random;
  /** All of standard input as text, at most so many bytes. Only where not `terminal.input`. */
  stdin(most: number): Promise<string>;
  /** Asks one question on the terminal. Only where `terminal.input`. */
  ask(question: string): Promise<string>;
  /** Takes the whole terminal and every key of it. Only where `terminal.input` and `terminal.errors`. */
  keys(): Keys;
  /** Becomes aborted when the person interrupts. */
  readonly interrupted: AbortSignal;
}

/** The words after the command's name, taken apart. */
export interface Input {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** One command of `hire`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after the name: `<code>`, `<kind> [<id>]`. */
  readonly usage: string;
  /** A few lines for `--help`: what it does, with examples. */
  readonly help: string;
  readonly options: Readonly<ParseArgsOptionsConfig>;
  /** What an option means here, and what stands for its value, where that is not what it means elsewhere. */
  readonly means?: Readonly<Record<string, readonly [means: string, value?: string]>>;
  /** How many words may follow. */
  readonly words: readonly [least: number, most: number];
  /** @returns the exit code: 0 fine, 1 problems found */
  run(context: Context, input: Input): Promise<number>;
}

/** A mistake of the person at the keyboard: its message is all that is printed, and the exit code is 2. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}

/** The text of an option, or undefined when it was not given. */
export function textOption(input: Input, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a switch was given. */
export function flag(input: Input, name: string): boolean {
  return input.options[name] === true;
}
