import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several strokes; changes closer together than this count as one. Milliseconds. */
const SETTLE = 150;

/**
 * Calls `changed` after edits below the given folders, one call at a time; edits during a call lead to one more.
 * @param folders relative to `root`; those that do not exist are passed over
 */
export function watchFolders(root: string, folders: readonly string[], stop: AbortSignal, changed: (paths: readonly string[]) => Promise<void>): void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const run = async (): Promise<void> => {
    if (busy || pending.size === 0) return;
    busy = true;
    const paths = [...pending].sort();
    pending.clear();
    await changed(paths);
    busy = false;
    await run();
  };
  for (const folder of folders) {
    try {
      const watcher = watch(join(root, folder), { recursive: true, signal: stop }, (_kind, name) => {
        if (name === null || /(^|\/)(\.[^/]*|[^/]*~|[^/]*\.sw[a-z])$/.test(name)) return;
        pending.add(`${folder}/${name}`);
        clearTimeout(timer);
        timer = setTimeout(() => void run(), SETTLE);
      });
      watcher.on('error', () => watcher.close());
    } catch {
      continue;
    }
  }
  stop.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
