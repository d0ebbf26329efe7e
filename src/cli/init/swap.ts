import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFile } from '../../store/write.ts';

/** Where the folder waits while it is exchanged, and where it stays afterwards. */
const WAITING = '.hire/init/content';

/**
 * Exchanges the whole folder `content` in one step: the new one is made in full beside it, then two renames put it in place.
 * Before them nothing has changed; after them everything has. Were the machine to stop between the two, {@link recover} undoes the first.
 * @param kept files that stay, relative to the root; @param changed files with a new text
 * @returns where the old folder lies now, relative to the root
 */
export function swapContent(root: string, kept: readonly string[], changed: ReadonlyMap<string, string>, stamp: string): string {
  mkdirSync(join(root, '.hire'), { recursive: true });
  const made = mkdtempSync(join(root, '.hire', 'content-'));
  const old = `.hire/before-init-${stamp}`;
  try {
    for (const path of kept) if (!changed.has(path)) copy(join(root, path), join(made, path));
    for (const [path, text] of changed) writeFile(made, path, text);
    mkdirSync(join(root, '.hire', 'init'), { recursive: true });
    renameSync(join(root, 'content'), join(root, WAITING));
    try {
      renameSync(join(made, 'content'), join(root, 'content'));
    } catch (error) {
      renameSync(join(root, WAITING), join(root, 'content'));
      throw error;
    }
    mkdirSync(join(root, old), { recursive: true });
    renameSync(join(root, WAITING), join(root, old, 'content'));
    return `${old}/content`;
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(join(root, '.hire', 'init'), { recursive: true, force: true });
  }
}

/** Copies one file; a link stays a link. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else copyFileSync(from, to);
}

/**
 * Clears up after a run that the machine ended: puts the folder back where it stopped in the middle of the exchange, and keeps the
 * old folder where it stopped just after.
 * @returns whether the folder was put back
 */
export function recover(root: string): boolean {
  const local = join(root, '.hire');
  const unfinished = existsSync(local) ? readdirSync(local).filter((name) => /^content-\w{6}$/.test(name)) : [];
  for (const name of unfinished) rmSync(join(local, name), { recursive: true, force: true });
  if (!existsSync(join(root, WAITING))) return false;
  if (existsSync(join(root, 'content'))) {
    renameSync(join(local, 'init'), mkdtempSync(join(local, 'before-init-')));
    return false;
  }
  renameSync(join(root, WAITING), join(root, 'content'));
  rmSync(join(local, 'init'), { recursive: true, force: true });
  return true;
}
