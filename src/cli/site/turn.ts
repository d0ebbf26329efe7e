import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often a waiting build looks again, in milliseconds. */
const LOOK = 100;
/** An empty mark older than this was left by a process killed while it made it. Milliseconds. */
const STALLED = 10_000;

/**
 * Runs something while nobody else of this machine does: Astro keeps what it knows of a build's content in one folder beside its
 * configuration, and two builds at once would read each other's. A turn whose process is gone is over.
 * @param file marks the turn; its folder is made
 */
export async function inTurn<T>(file: string, stop: AbortSignal, run: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    if (stop.aborted) throw new Error('Interrupted while another build was running.');
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // Somebody is at it, or was: a killed build cannot take its mark away.
    if (isOver(file)) rmSync(file, { force: true });
    return false;
  }
}

function isOver(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Between making the file and writing into it there is nothing to read yet; unless that is where it was killed.
    if (pid === 0) return Date.now() - statSync(file).mtimeMs > STALLED;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
