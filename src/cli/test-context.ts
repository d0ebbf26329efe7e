import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Context } from './command.ts';
import type { Key, Keys } from './keys.ts';
import { main } from './main.ts';

/** What a run of a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What stood on the whole screen, one text per picture, where a command took it. */
  readonly screens?: readonly string[];
}

/** What a test's machine is like. */
export interface Circumstances {
  /** What a program pipes in. */
  readonly piped?: string;
  /** Answers of a person at a terminal; without them there is no terminal. */
  readonly answers?: readonly string[];
  /** What a person types where single keys are read: words sign by sign, other keys as `<enter>`. Then they press Ctrl-C. */
  readonly keys?: readonly string[];
  readonly size?: { readonly columns: number; readonly rows: number };
  /** What the person's editor makes of a text. */
  readonly editor?: (text: string) => string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; 2026-03-20T12:00Z unless said. */
  readonly now?: number;
}

/** A repository in a temporary folder, and `hire` in it. */
export interface Bench {
  readonly root: string;
  hire(words: readonly string[], circumstances?: Circumstances): Promise<Ran>;
  write(path: string, text: string): void;
  remove(): void;
}

/** A copy of a folder that holds `content` and `rubrics`, in a temporary folder of its own. */
export function benchOf(source: string): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'hire-'));
  // A folder inside, so that what lies beside the repository goes with it.
  const root = join(folder, 'repository');
  mkdirSync(root);
  // File by file: a recursive copy takes the whole process down when somebody removes a folder meanwhile.
  for (const part of ['content', 'rubrics']) {
    for (const entry of readdirSync(join(source, part), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const target = join(root, relative(source, join(entry.parentPath, entry.name)));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(entry.parentPath, entry.name), target);
    }
  }
  return {
    root,
    hire: (words, circumstances) => runHire(root, words, circumstances),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs `hire` in a folder with a machine that is the same every time: its clock, its chance, its answers. */
export async function runHire(cwd: string, words: readonly string[], { piped = '', answers, keys, size, editor, env = {}, now = Date.parse('2026-03-20T12:00Z') }: Circumstances = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let draw = 0;
  const left = [...answers ?? []];
  const terminal = answers !== undefined || keys !== undefined;
  const screens: string[] = [];
  const context: Context = {
    cwd, env,
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    terminal: { input: terminal, output: false, errors: terminal, columns: 80 },
    machineNow: () => now,
    random: { below: (limit) => (draw++ * 7 + 5) % limit },
    stdin: () => Promise.resolve(piped),
    ask: (question) => {
      err += question;
      const said = left.shift();
      return said === undefined ? Promise.reject(new Error(`Nobody answers “${question}”`)) : Promise.resolve(said);
    },
    keys: () => scriptedKeys(keys ?? [], screens, size, editor),
    interrupted: new AbortController().signal,
  };
  const code = await main(context, words);
  return { code, out, err, ...(keys !== undefined && { screens }) };
}

/** A terminal whose keys are known beforehand, and whose every picture is kept. */
function scriptedKeys(script: readonly string[], screens: string[], size = { columns: 80, rows: 24 }, editor: (text: string) => string = (text) => text): Keys {
  const left = script.flatMap((words): Key[] => {
    const name = /^<([a-z-]+)>$/.exec(words)?.[1];
    return name === undefined ? [...words].map((sign) => ({ name: sign, text: sign })) : [{ name }];
  });
  let taken = true;
  return {
    next: () => Promise.resolve(left.shift() ?? { name: 'quit' }),
    size: () => size,
    draw: (lines) => {
      if (!taken) throw new Error('The terminal was given back already.');
      if (lines.length > size.rows) throw new Error(`${lines.length} lines on a screen of ${size.rows}.`);
      screens.push(lines.join('\n'));
    },
    edit: (text) => Promise.resolve(editor(text)),
    close: () => {
      if (!taken) throw new Error('The terminal was given back twice.');
      taken = false;
    },
  };
}

/** The miniature workspace in which everything is in order. */
export const HEALTHY = join(import.meta.dirname, '../fixtures/healthy');
