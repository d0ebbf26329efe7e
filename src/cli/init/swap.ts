import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
    mkdirSync(join(made, 'content'));
    for (const path of kept) if (!changed.has(path)) cpSync(join(root, path), join(made, path), { preserveTimestamps: true, verbatimSymlinks: true });
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

/** Puts the folder back where the machine stopped in the middle of an exchange. @returns whether it had to */
export function recover(root: string): boolean {
  if (!existsSync(join(root, WAITING)) || existsSync(join(root, 'content'))) return false;
  renameSync(join(root, WAITING), join(root, 'content'));
  rmSync(join(root, '.hire', 'init'), { recursive: true, force: true });
  return true;
}
