import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, constants, fstatSync, fsyncSync, lstatSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { NotWritten } from '../store/write.ts';

/** Where drafts wait, below the repository; git ignores the folder. */
export const OUTBOX = '.hire/outbox';

/** Most bytes of a file that is read: a letter, not a film. */
const MOST_BYTES = 5_000_000;

/**
 * The full path of the outbox. It holds names and addresses, so nobody but its owner may look in, and it must be a folder in its place: behind
 * a link they would land somewhere else.
 * @throws NotWritten when a link or a file stands in its place
 */
export function outboxFolder(root: string, make: boolean): string | undefined {
  let folder = root;
  for (const part of OUTBOX.split('/')) {
    folder = join(folder, part);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (!stats) {
      if (!make) return undefined;
      mkdirSync(folder, { mode: 0o700 });
    } else if (stats.isSymbolicLink()) throw new NotWritten(`${OUTBOX}: ${part} is a symbolic link; drafts hold names, and nothing is read or written behind one.`);
    else if (!stats.isDirectory()) throw new NotWritten(`${OUTBOX}: ${part} is no folder; move it away.`);
  }
  if (make) chmodSync(folder, 0o700);
  return folder;
}

/**
 * Writes a file that only its owner may read, in one step. @throws NotWritten when a link stands in its place
 * @param later whether it need not be on the disk before this returns: whoever writes many calls {@link onDisk} once for all of them
 */
export function writePrivate(folder: string, name: string, bytes: Uint8Array, { later = false } = {}): void {
  const target = join(folder, name);
  refuseOdd(target, name);
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp~`);
  const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      if (!later) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Waits until files are on the disk. Asked for together they share the disk's work: four hundred one by one take most of a second. */
export async function onDisk(folder: string, names: readonly string[]): Promise<void> {
  await Promise.all(names.map(async (name) => {
    const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW);
    await file.sync().finally(() => file.close());
  }));
}

/** Makes a file that must not be there yet: of two runs at once one gets it. @returns whether it was made */
export function claimPrivate(folder: string, name: string, bytes: Uint8Array): boolean {
  let file: number;
  try {
    file = openSync(join(folder, name), constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return true;
}

/** The bytes of a file; undefined where there is none. @throws NotWritten when it is a link, no file, or too large for a letter */
export function readPrivate(folder: string, name: string): Uint8Array | undefined {
  const target = join(folder, name);
  if (!refuseOdd(target, name)) return undefined;
  const file = openSync(target, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = fstatSync(file);
    if (size > MOST_BYTES) throw new NotWritten(`${OUTBOX}/${name} has ${size} bytes; that is no letter.`);
    const bytes = new Uint8Array(size);
    for (let done = 0; done < size;) {
      const read = readSync(file, bytes, done, size - done, done);
      if (read === 0) return bytes.subarray(0, done);
      done += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Names of what lies in a folder, in order. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** Removes a file; nothing happens where there is none. A link goes, what it leads to stays. */
export function removePrivate(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
}

function refuseOdd(target: string, name: string): boolean {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) throw new NotWritten(`${OUTBOX}/${name} is a symbolic link; remove it.`);
  if (stats && !stats.isFile()) throw new NotWritten(`${OUTBOX}/${name} is no file; move it away.`);
  return stats !== undefined;
}
