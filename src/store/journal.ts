import { closeSync, existsSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Change } from '../model/change.ts';
import { isLocked } from './apply-lock.ts';
import { NotWritten, removeFile, safePath, syncFolder } from './write.ts';

const JOURNAL = '.hire/journal.json';

/** Where a commit is to go. */
export interface CommitPlan {
  readonly message: string;
  /** The branch that gets the commit, without `refs/heads/`. */
  readonly branch: string;
  /** Whether the branch is new, and HEAD moves to it. */
  readonly created: boolean;
  /** The branch HEAD is on before. */
  readonly from: string;
  /** The commit HEAD is at before. */
  readonly head: string;
}

/** What a run was about to do, written down before the first file is touched. */
export interface Journal {
  readonly changes: readonly Change[];
  /** Folders that the run makes; they go again when it is undone and they are empty. */
  readonly folders: readonly string[];
  /** The commit, once its objects exist; from here the branch tells whether it landed. */
  readonly commit?: CommitPlan & { readonly id: string };
}

/**
 * Writes the journal so that it survives the machine's end. Only who holds the lock may.
 * @param again replaces the one that was written before the first file was touched
 * @throws NotWritten when one lies there already
 */
export function writeJournal(root: string, journal: Journal, { again = false } = {}): void {
  const path = safePath(root, JOURNAL);
  // One name for what is not finished: a killed run leaves at most one such file, and the next takes it away.
  const ready = `${path}.new`;
  rmSync(ready, { force: true });
  const file = openSync(ready, 'wx');
  try {
    writeFileSync(file, `${JSON.stringify({ format: 1, ...journal })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!again && existsSync(path)) throw new NotWritten(`${JOURNAL} exists already; nothing was written.`);
  renameSync(ready, path);
  syncFolder(dirname(path));
}

/** Removes the journal: what it names is done, or undone. */
export function removeJournal(root: string): void {
  removeFile(root, JOURNAL);
  syncFolder(dirname(safePath(root, JOURNAL)));
}

/** The journal a run left behind; undefined when there is none. @throws NotWritten when it is no journal of ours */
export function readJournal(root: string): Journal | undefined {
  const path = safePath(root, JOURNAL);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const journal = stats.isFile() ? journalIn(readFileSync(path, 'utf8')) : undefined;
  if (!journal) throw new NotWritten(`${JOURNAL} is no journal that this hire wrote, so nothing was undone. Look at “git status”, and remove ${JOURNAL} when the files are as you want them.`);
  return journal;
}

/** Whether a run was ended in the middle of writing and nobody has cleared up yet; a run that is still at it does not count. */
export function isInterrupted(root: string): boolean {
  try {
    return existsSync(safePath(root, JOURNAL)) && !isLocked(root);
  } catch {
    // Links on the way are named by whoever writes.
    return false;
  }
}

function journalIn(text: string): Journal | undefined {
  try {
    const value = JSON.parse(text) as Journal & { format?: number };
    const isText = (each: unknown): boolean => each === undefined || typeof each === 'string';
    const fine = value.format === 1 && Array.isArray(value.folders) && value.changes.every((change) => typeof change.path === 'string' && isText(change.before) && isText(change.after));
    return fine ? value : undefined;
  } catch {
    return undefined;
  }
}
