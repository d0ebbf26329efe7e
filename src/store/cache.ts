import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileEntry } from '../model/files.ts';

/** Results of earlier runs, by name and by a stamp that changes whenever the result could. */
export interface Cache {
  /** What was kept under a name, if it was kept with this stamp. */
  get(name: string, stamp: string): unknown;
  /** Keeps a result; it must be plain data. */
  set(name: string, stamp: string, result: unknown): void;
  /** Writes what changed; results that nobody asked for since are dropped. Never throws: a cache is a convenience. */
  save(): void;
}

/**
 * A cache for several trees of one run, kept in memory alone: what was read of one is known to the next. Two trees may hold two texts
 * under one name; each is known by its own stamp.
 */
export function memoryCache(): Cache {
  const seen = new Map<string, unknown>();
  return {
    get: (name, stamp) => seen.get(`${stamp} ${name}`),
    set: (name, stamp, result) => {
      seen.set(`${stamp} ${name}`, result);
    },
    save: () => undefined,
  };
}

/** Clocks of disks tick in milliseconds: a file changed this shortly before it was read may change again unseen. */
const UNSETTLED = 100;

/** Stamp of an entry's content: its object id, else size and time of change; undefined while it may still be changing. */
export function stampOf(entry: FileEntry, now: number): string | undefined {
  if (entry.oid !== undefined) return entry.oid;
  if (entry.size === undefined || entry.changed === undefined || Math.abs(now - entry.changed) < UNSETTLED) return undefined;
  return `${entry.size}-${entry.changed}`;
}

type Kept = [stamp: string, result: unknown];

/**
 * Opens a cache file below `.hire/cache`. Whatever is not exactly what `save` writes, or was written by another
 * version of this engine, counts as empty.
 */
export function openCache(file: string, engine: string = engineStamp()): Cache {
  const kept = readCache(file, engine);
  const used = new Map<string, Kept>();
  let changed = false;
  return {
    get: (name, stamp) => {
      const found = kept.get(name);
      if (found?.[0] !== stamp) return undefined;
      used.set(name, found);
      return found[1];
    },
    set: (name, stamp, result) => {
      used.set(name, [stamp, result]);
      changed = true;
    },
    save: () => {
      if (!changed && used.size === kept.size) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        const temporary = `${file}.${process.pid}.tmp`;
        writeFileSync(temporary, JSON.stringify({ engine, kept: [...used] }));
        renameSync(temporary, file);
      } catch {
        // A read-only folder or a full disk costs time, nothing else.
      }
    },
  };
}

function readCache(file: string, engine: string): Map<string, Kept> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content !== 'object' || content === null || !('engine' in content) || content.engine !== engine || !('kept' in content) || !Array.isArray(content.kept)) return new Map();
    const well = content.kept.every((entry: unknown) => Array.isArray(entry) && typeof entry[0] === 'string' && Array.isArray(entry[1]) && typeof entry[1][0] === 'string');
    return well ? new Map(content.kept as [string, Kept][]) : new Map();
  } catch {
    return new Map();
  }
}

/** Changes with the engine's version, its packages and its own files: a result is never read by another reader than wrote it. */
export function engineStamp(): string {
  const source = dirname(dirname(fileURLToPath(import.meta.url)));
  const parts: string[] = [process.version];
  for (const folder of ['model', 'text', 'store', 'checks', 'checks/rules', 'checks/explain']) {
    try {
      for (const name of readdirSync(join(source, folder)).sort()) {
        if (name.endsWith('.test.ts')) continue;
        const { size, mtimeMs } = statSync(join(source, folder, name));
        parts.push(`${name}:${size}:${mtimeMs}`);
      }
    } catch {
      // Bundled elsewhere: the version in package.json has to do.
    }
  }
  try {
    parts.push(readFileSync(join(dirname(source), 'package.json'), 'utf8'));
  } catch {
    // Likewise.
  }
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
