import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, NotWritten, safePath } from './write.ts';

/** Who writes at the moment, in one line: process, when it began, machine. */
const LOCK = '.hire/writing.lock';

/**
 * Takes the right to write into a repository; one process has it at a time. The lock of a process that is no more is taken over.
 * @returns what gives it back
 * @throws NotWritten when another process is writing, or `.hire` is a link
 */
export function takeLock(root: string): () => void {
  const path = safePath(root, LOCK);
  mkdirSync(dirname(path), { recursive: true });
  const own = `${process.pid} ${beganOf(process.pid) ?? '-'} ${hostname()}\n`;
  const ready = `${path}.${process.pid}`;
  rmSync(ready, { force: true });
  writeFileSync(ready, own, { flag: 'wx' });
  try {
    // A link appears with its content, and never replaces: nobody sees a lock without its owner.
    for (let tries = 0; tries < 5; tries++) {
      if (isLinked(ready, path)) return () => rmSync(path, { force: true });
      const holder = readLock(path);
      if (holder === undefined) continue;
      if (isAlive(holder)) throw new NotWritten(`Another hire (process ${holder.split(' ')[0]}) is writing here; nothing was written. Try again when it is done.`);
      setAside(path, holder);
    }
  } finally {
    rmSync(ready, { force: true });
  }
  throw new NotWritten('Other processes keep writing here; nothing was written. Try again when they are done.');
}

/** Whether a process that lives holds the lock. */
export function isLocked(root: string): boolean {
  const holder = readLock(safePath(root, LOCK));
  return holder !== undefined && isAlive(holder);
}

function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) === 'ENOENT') throw error;
    // Some shared drives know no hard links.
    return isCopied(from, to);
  }
}

function isCopied(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes the lock of a dead process, and no other: two who find it dead at once must not remove each other's. */
function setAside(path: string, dead: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readLock(aside) !== dead) isLinked(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(holder: string): boolean {
  const [id = '', began = '-', host = ''] = holder.trim().split(' ');
  if (!/^\d+$/.test(id)) return false;
  // A shared drive: nobody here can tell, so the careful answer counts.
  if (host !== hostname()) return true;
  try {
    process.kill(Number(id), 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  // Numbers of processes come round again.
  const now = beganOf(Number(id));
  return now === undefined || began === '-' || now === began;
}

/** When a process began, in ticks since the machine did; undefined where the system does not tell. */
function beganOf(id: number): string | undefined {
  try {
    // The second field is the program's name in brackets and may hold anything; the time is the twentieth after it.
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}
