import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitKeypressEvents, type Key as Pressed } from 'node:readline';
import type { Cursor, Key, Keys } from './keys.ts';

// The other page of the terminal, so that what stood there comes back; a paste that says where it begins and ends.
const TAKE = '\u001b[?1049h\u001b[?2004h';
const GIVE_BACK = '\u001b[?2004l\u001b[?25h\u001b[0m\u001b[?1049l';

/**
 * The keyboard of this process, key by key. However the process ends (a key, an exception, a signal), the terminal is as it was:
 * only a kill that cannot be caught leaves it raw.
 * @param interrupted aborted when the system asks for an end
 */
export function terminalKeys(interrupted: AbortSignal, env: Readonly<Record<string, string | undefined>>): Keys {
  const input = process.stdin;
  const output = process.stderr;
  const pressed: Key[] = [];
  let waiting: ((key: Key) => void) | undefined;
  let pasted: string | undefined;
  let over = false;

  const push = (key: Key): void => {
    if (over) return;
    over = key.name === 'quit';
    const wake = waiting;
    waiting = undefined;
    if (wake) wake(key);
    else pressed.push(key);
  };
  const quit = (): void => push({ name: 'quit' });
  const resized = (): void => push({ name: 'resize' });
  const onKey = (text: string | undefined, key: Pressed): void => {
    if (key.name === 'paste-start') pasted = '';
    else if (key.name === 'paste-end') {
      push({ name: 'paste', text: pasted ?? '' });
      pasted = undefined;
    } else if (pasted !== undefined) pasted += text ?? key.sequence ?? '';
    else {
      const named = nameKey(text, key);
      if (named) push(named);
    }
  };
  const take = (): void => {
    output.write(TAKE);
    input.setRawMode(true);
    input.resume();
  };
  const giveBack = (): void => {
    input.setRawMode(false);
    input.pause();
    output.write(GIVE_BACK);
  };

  emitKeypressEvents(input);
  input.on('keypress', onKey);
  input.on('end', quit);
  output.on('resize', resized);
  interrupted.addEventListener('abort', quit);
  process.once('SIGHUP', quit);
  process.once('exit', giveBack);
  take();
  return {
    next: () => {
      const key = pressed.shift();
      return key ? Promise.resolve(key) : over ? Promise.resolve({ name: 'quit' }) : new Promise((resolve) => (waiting = resolve));
    },
    size: () => ({ columns: output.columns > 0 ? output.columns : 80, rows: output.rows > 0 ? output.rows : 24 }),
    draw: (lines, cursor) => void output.write(frame(lines, cursor)),
    edit: (text) => {
      giveBack();
      try {
        return Promise.resolve(inEditor(text, env));
      } finally {
        take();
      }
    },
    close: () => {
      input.off('keypress', onKey);
      input.off('end', quit);
      output.off('resize', resized);
      interrupted.removeEventListener('abort', quit);
      process.off('SIGHUP', quit);
      process.off('exit', giveBack);
      giveBack();
    },
  };
}

/** Our word for a key; undefined for what means nothing to us. */
export function nameKey(text: string | undefined, { name, ctrl, meta, shift }: Pressed): Key | undefined {
  if (ctrl === true && (name === 'c' || name === 'd')) return { name: 'quit' };
  if (name === 'return' || name === 'enter') return { name: 'enter' };
  if (name === 'tab') return { name: shift === true ? 'shift-tab' : 'tab' };
  if (name !== undefined && SPECIAL.has(name)) return { name };
  if (ctrl === true) return name === undefined ? undefined : { name: `ctrl-${name}` };
  if (meta === true || text === undefined || /\p{Cc}/u.test(text)) return undefined;
  return { name: text, text };
}

const SPECIAL = new Set(['escape', 'backspace', 'delete', 'up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown']);

/** One picture, drawn over the one before without clearing it first, which would flicker. */
function frame(lines: readonly string[], cursor: Cursor | undefined): string {
  const place = cursor === undefined ? '' : `\u001b[${cursor.row + 1};${cursor.column + 1}H\u001b[?25h`;
  return `\u001b[?25l\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J${place}`;
}

/** A text in the person's own editor, through a file that nobody else may read and that is gone afterwards. */
function inEditor(text: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const windows = process.platform === 'win32';
  const editor = env['VISUAL'] ?? env['EDITOR'] ?? (windows ? 'notepad' : 'vi');
  const folder = mkdtempSync(join(tmpdir(), 'hire-'));
  try {
    const file = join(folder, 'evidence.txt');
    writeFileSync(file, text, { mode: 0o600 });
    // The editor's name may bring arguments ("code --wait"), so a shell takes it apart; the file is never part of what it reads.
    const ran = windows ? spawnSync(editor, [`"${file}"`], { stdio: 'inherit', shell: true }) : spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
    return ran.error !== undefined || ran.status !== 0 ? undefined : readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
