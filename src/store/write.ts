import { closeSync, constants, existsSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** A file was not written, for a reason the person at the keyboard can mend. */
export class NotWritten extends Error {}

/** How a file is written. */
export interface WriteOptions {
  /** Whether an existing file may be replaced; without it nothing is ever lost. */
  readonly overwrite?: boolean;
  /** Whether the bytes must have reached the disk before this returns; without it only for what a journal protects. */
  readonly sync?: boolean;
}

/**
 * Writes a file below a root in one step: readers see the old content or the new, never a part, and after a crash one
 * of the two. Folders are made as needed.
 * @param path relative to the root, forward slashes
 * @throws NotWritten when the file exists and may not be replaced, or a link stands on the way
 */
export function writeFile(root: string, path: string, text: string, { overwrite = false, sync = true }: WriteOptions = {}): void {
  const target = safePath(root, path);
  const exists = lstatSync(target, { throwIfNoEntry: false });
  if (exists?.isSymbolicLink()) throw new NotWritten(`${path} is a symbolic link; nothing was written.`);
  if (exists && !exists.isFile()) throw new NotWritten(`${path} is no file; nothing was written.`);
  if (exists && !overwrite) throw new NotWritten(`${path} exists already; nothing was written.`);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp~`);
  const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, exists ? exists.mode & 0o777 : 0o644);
  try {
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      if (sync) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (overwrite) renameSync(temporary, target);
    else place(temporary, target, path);
    if (sync) syncFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The same for a file anywhere, named by its full path: its own folder counts as the root. */
export async function writeFileAtomic(file: string, text: string, options: WriteOptions = {}): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  writeFile(dirname(file), basename(file), text, options);
}

/** Gives a finished file its name unless somebody took it meanwhile: a link, unlike a rename, never replaces. */
function place(temporary: string, target: string, path: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new NotWritten(`${path} exists already; nothing was written.`);
    // Some shared drives know no hard links.
    if (existsSync(target)) throw new NotWritten(`${path} exists already; nothing was written.`);
    renameSync(temporary, target);
  }
}

/** Removes a file below a root; nothing happens where there is none. @throws NotWritten when a link stands on the way */
export function removeFile(root: string, path: string): void {
  rmSync(safePath(root, path), { force: true });
}

/** The path on the disk, once no folder on the way is a link and it does not lead out of the root. @throws NotWritten */
export function safePath(root: string, path: string): string {
  const parts = path.split('/');
  if (path.startsWith('/') || parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'))) {
    throw new NotWritten(`${path} is no path below the repository; nothing was written.`);
  }
  let folder = realpathSync(root);
  for (const part of parts.slice(0, -1)) {
    folder = join(folder, part);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (stats.isSymbolicLink()) throw new NotWritten(`${path} lies behind the symbolic link ${part}; nothing was written.`);
    if (!stats.isDirectory()) throw new NotWritten(`${part} on the way to ${path} is no folder; nothing was written.`);
  }
  return join(folder, parts.at(-1) ?? '');
}

/** Makes the new name itself durable; not every system can open a folder. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows refuses; the content itself is safe.
  }
}

/** The system's word for what went wrong, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
