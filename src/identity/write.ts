import { closeSync, constants, fchmodSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isPseudonym } from '../model/pseudonym.ts';
import { editYaml, NotEdited, type YamlEdit } from '../store/edit-yaml.ts';
import { NotWritten } from '../store/write.ts';
import { identitySchema, type IdentityRecord } from './identity-schema.ts';
import { readYamlFile } from './read-yaml.ts';

/** Only their owner may list, read and write identities. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Writes the `identity.yml` of a candidate who has none, in one step: nobody ever reads half of it.
 * @param folder full path of the folder with the identities
 * @param sync whether to wait for the disk; a run that writes thousands waits once, by {@link settleIdentities}
 * @throws NotWritten when there is one already, or a link stands on the way
 */
export function writeIdentity(folder: string, candidate: string, text: string, { sync = true } = {}): void {
  const own = ownFolder(folder, candidate);
  mkdirSync(own, { recursive: true, mode: FOLDER_MODE });
  const target = join(own, 'identity.yml');
  if (lstatSync(target, { throwIfNoEntry: false })) throw new NotWritten(`${candidate}/identity.yml exists already; nothing was written.`);
  const temporary = temporaryFile(own, text, FILE_MODE, sync);
  try {
    place(temporary, target, candidate);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Files whose bytes are waited for at once. */
const AT_ONCE = 64;

/** Waits until everything that was written without waiting has reached the disk. Many at once take a tenth of the time of one after the other. */
export async function settleIdentities(folder: string, candidates: readonly string[]): Promise<void> {
  for (let start = 0; start < candidates.length; start += AT_ONCE) {
    await Promise.all(candidates.slice(start, start + AT_ONCE).map(async (candidate) => {
      const file = await open(join(ownFolder(folder, candidate), 'identity.yml'), constants.O_RDONLY);
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }));
  }
}

/** Writes a file with names in it for its owner alone, anywhere outside the repository; what was there is replaced. @throws NotWritten where a link or no file lies there */
export function writePrivateFile(file: string, text: string): void {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) throw new NotWritten(`${file} is ${stats.isSymbolicLink() ? 'a symbolic link' : 'no file'}; nothing was written.`);
  const temporary = temporaryFile(dirname(file), text, FILE_MODE, true);
  try {
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Changes an `identity.yml` and leaves comments and everything else as they are.
 * @returns whether anything changed
 * @throws NotWritten when it cannot be read, would say something that no identity may say, or is laid out in a way that needs a person
 */
export function editIdentity(folder: string, candidate: string, edits: readonly YamlEdit[]): boolean {
  const path = `${candidate}/identity.yml`;
  const target = join(ownFolder(folder, candidate), 'identity.yml');
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new NotWritten(`${path} is ${stats ? 'no file' : 'not there'}; nothing was written.`);
  const before = readFileSync(target, 'utf8');
  let after: string;
  try {
    after = editYaml(before, edits);
  } catch (error) {
    if (error instanceof NotEdited) throw new NotWritten(`${path}: ${error.message}`);
    throw error;
  }
  checked(path, after);
  if (after === before) return false;
  const temporary = temporaryFile(ownFolder(folder, candidate), after, stats.mode & 0o777, true);
  try {
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

/** Takes back an identity that a run wrote and whose record could not be written. The folder goes where nothing else is in it. */
export function takeBackIdentity(folder: string, candidate: string): void {
  const own = ownFolder(folder, candidate);
  rmSync(join(own, 'identity.yml'), { force: true });
  try {
    rmdirSync(own);
  } catch {
    // Something else lies there: it stays.
  }
}

/** The record in a text, as it will be read again. @throws NotWritten with the first problem */
export function checked(path: string, text: string): IdentityRecord {
  const read = readYamlFile(path, new TextEncoder().encode(text), identitySchema, 'an identity');
  const [problem] = read.problems;
  if (problem || !read.value) throw new NotWritten(`${path} would not be readable: ${problem?.message ?? 'it is empty'} Nothing was written.`);
  return read.value;
}

/** The candidate's own folder, once nothing on the way is a link. The folder of all identities may be one, to a shared drive. */
function ownFolder(folder: string, candidate: string): string {
  if (!isPseudonym(candidate)) throw new NotWritten(`“${candidate.slice(0, 40)}” is no pseudonym; nothing was written.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new NotWritten('The folder of the identities is not there; nothing was written.');
  const own = join(folder, candidate);
  const stats = lstatSync(own, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) throw new NotWritten(`The folder of ${candidate} is a symbolic link; nothing was written.`);
  if (stats && !stats.isDirectory()) throw new NotWritten(`${candidate} is no folder; nothing was written.`);
  return own;
}

function temporaryFile(own: string, text: string, mode: number, sync: boolean): string {
  const temporary = join(own, `.${randomBytes(6).toString('hex')}.tmp~`);
  const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode);
  try {
    // The machine's mask may have taken rights away, never given any; an edit keeps those that were there.
    fchmodSync(file, mode);
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    if (sync) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return temporary;
}

/** A link, unlike a rename, never replaces what somebody put there meanwhile. */
function place(temporary: string, target: string, candidate: string): void {
  try {
    linkSync(temporary, target);
  } catch {
    if (lstatSync(target, { throwIfNoEntry: false })) throw new NotWritten(`${candidate}/identity.yml exists already; nothing was written.`);
    // Some shared drives know no hard links.
    renameSync(temporary, target);
  }
}
