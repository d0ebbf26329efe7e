import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';
import type { EntryMode, FileEntry, Files } from '../model/files.ts';

/** Folders that hold the team's data. */
export const DATA_FOLDERS = ['content', 'rubrics'] as const;

/** What systems and editors leave lying about in a folder and git does not track: never an unknown file. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|.*~|\.?.*\.sw[opx]|\.#.*|\._.*)$/;

/**
 * The tree of a folder on a disk, below `content/` and `rubrics/`. Links are listed as links and never followed.
 * Calls are synchronous inside: for thousands of small files that is several times faster than asynchronous ones.
 * @param root the repository's folder
 */
export function folderFiles(root: string, folders: readonly string[] = DATA_FOLDERS): Files {
  return {
    list: async () => {
      const entries: FileEntry[] = [];
      for (const folder of folders) {
        const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
        if (stats === undefined) continue;
        if (stats.isDirectory()) walk(root, folder, entries);
        else entries.push(entryOf(folder, stats));
      }
      return entries.sort((a, b) => compareText(a.path, b.path));
    },
    read: async (path) => readFolderFile(root, path),
  };
}

/**
 * Reads a file through a handle that refuses a link in its place and never waits for a pipe: it may have been exchanged since it was listed.
 * @throws Error when it is no file any more, or cannot be read
 */
export function readFolderFile(root: string, path: string): Uint8Array {
  const file = openSync(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file.`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function walk(root: string, folder: string, into: FileEntry[]): void {
  const found: FileEntry[] = [];
  try {
    for (const dirent of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${dirent.name}`;
      if (dirent.isDirectory()) {
        if (isRepository(root, path)) found.push({ path, mode: 'submodule' });
        else walk(root, path, found);
      } else if (!isLitter(dirent)) found.push(entryOf(path, lstatSync(`${root}/${path}`)));
    }
  } catch {
    // Named and not passed over: what a closed folder holds would be missing in silence.
    into.push({ path: folder, mode: 'closed' });
    return;
  }
  // One by one: as arguments of a call, a hundred thousand entries would not fit the stack.
  for (const entry of found) into.push(entry);
}

function isLitter(dirent: Dirent): boolean {
  return dirent.isFile() && LITTER.test(dirent.name);
}

function isRepository(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A closed folder: it is named when it is walked.
    return false;
  }
}

function entryOf(path: string, stats: Stats): FileEntry {
  return { path, mode: modeOf(stats), size: stats.size, changed: stats.mtimeMs };
}

function modeOf(stats: Stats): EntryMode {
  if (stats.isSymbolicLink()) return 'symlink';
  if (!stats.isFile()) return 'other';
  // 0o111: anybody may execute it. Windows has no such bits and reports none.
  return (stats.mode & 0o111) === 0 ? 'file' : 'executable';
}
