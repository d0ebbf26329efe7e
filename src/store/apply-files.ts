import { existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Change } from '../model/change.ts';
import type { Journal } from './journal.ts';
import { codeOf, NotWritten, removeFile, safePath, writeFile } from './write.ts';

/** Folders in which git and hire keep their own things. */
const FORBIDDEN = /^(?:\.git|\.hire)$/i;

/**
 * Compares what lies on the disk with what the plan was made from.
 * @throws NotWritten naming the first file that is another now, or cannot be written
 */
export function compareBefore(root: string, changes: readonly Change[]): void {
  const seen = new Set<string>();
  for (const { path, before } of changes) {
    mustBeOfTree(path);
    if (seen.has(path)) throw new NotWritten(`${path} would be written twice; nothing was written.`);
    seen.add(path);
    const now = bytesOf(root, path);
    if (now === undefined ? before === undefined : before !== undefined && now.equals(Buffer.from(before, 'utf8'))) continue;
    if (now !== undefined && before !== undefined && !Buffer.from(now.toString('utf8'), 'utf8').equals(now)) throw new NotWritten(`${path} is no text in UTF-8; nothing was written.`);
    throw new NotWritten(`${path} ${now === undefined ? 'was removed' : before === undefined ? 'exists already' : 'changed meanwhile'}; nothing was written.`);
  }
}

/** Git's files and our own are never what a command changes, whatever a plan or a journal says. */
function mustBeOfTree(path: string): void {
  if (path.split('/').some((part) => FORBIDDEN.test(part))) throw new NotWritten(`${path} is no file of the tree; nothing was written.`);
}

/** The folders that writing will make, the outer before the inner. */
export function newFolders(root: string, changes: readonly Change[]): readonly string[] {
  const made = new Set<string>();
  for (const { path, after } of changes) {
    if (after === undefined) continue;
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (!made.has(folder) && !existsSync(join(root, folder))) made.add(folder);
    }
  }
  return [...made];
}

/** Brings one file to its new text, or removes it and the folders it leaves empty. */
export function writeChange(root: string, { path, before, after }: Change): void {
  if (after !== undefined) writeFile(root, path, after, { overwrite: before !== undefined, sync: false });
  else {
    removeFile(root, path);
    for (let folder = dirname(path); folder !== '.' && isRemoved(root, folder); folder = dirname(folder));
  }
}

/** Waits until the disk holds what was written: many at a time, which takes 0.1 s for 400 files and spares one wait for each. */
export async function reachDisk(root: string, changes: readonly Change[]): Promise<void> {
  const paths = changes.filter(({ after }) => after !== undefined).map(({ path }) => safePath(root, path));
  // So few that the files a process may have open suffice.
  for (let at = 0; at < paths.length; at += 64) {
    await Promise.all(paths.slice(at, at + 64).map(async (path) => {
      const file = await open(path, 'r+');
      try {
        await file.datasync();
      } finally {
        await file.close();
      }
    }));
  }
}

/**
 * Brings every file back to what it was. A file that is neither old nor new was edited by somebody since; their words stay.
 * @returns the files that were left as they are
 */
export function undoChanges(root: string, { changes, folders }: Journal): readonly string[] {
  for (const { path } of changes) mustBeOfTree(path);
  const left: string[] = [];
  for (const { path, before, after } of changes) {
    const now = bytesOf(root, path)?.toString('utf8');
    if (now === before) continue;
    if (now !== after) left.push(path);
    else if (before === undefined) removeFile(root, path);
    else writeFile(root, path, before, { overwrite: true });
  }
  for (const folder of new Set(changes.map(({ path }) => dirname(safePath(root, path))))) sweep(folder);
  for (const folder of [...folders].reverse()) isRemoved(root, folder);
  return left;
}

/** Takes away what a killed run had begun to write beside its targets; nobody else names files so. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^\.[0-9a-f]{12}\.tmp~$/.test(name)) rmSync(join(folder, name), { force: true });
}

function isRemoved(root: string, folder: string): boolean {
  try {
    rmdirSync(safePath(root, folder));
    return true;
  } catch (error) {
    // Not empty, or gone already.
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'ENOENT' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function bytesOf(root: string, path: string): Buffer | undefined {
  const target = safePath(root, path);
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new NotWritten(`${path} is ${stats.isSymbolicLink() ? 'a symbolic link' : 'no file'}; nothing was written.`);
  return readFileSync(target);
}
