import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishForCandidates } from '../view/for-candidates/publish.ts';
import { PUBLISHED_FOR_CANDIDATES } from '../view/for-candidates/published.ts';
import type { Opened } from './open.ts';

const SCHEMAS = Object.entries(PUBLISHED_FOR_CANDIDATES).map(([path, schema]) => [new RegExp(`^${path.replace(/<[^>]+>/g, '[^/]+')}$`), schema] as const);

/**
 * Writes what candidates may read below `out/v1`, replaced as a whole. Each record is held against its strict schema first, so that a
 * field which nobody allowed stops the build instead of leaving the repository.
 */
export function publishForCandidatesTo(out: string, opened: Opened): void {
  mkdirSync(out, { recursive: true });
  const fresh = mkdtempSync(join(out, '.v1-'));
  try {
    for (const [path, value] of publishForCandidates(opened.workspace, opened.clock.now)) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof value === 'string' ? value : `${JSON.stringify(allowed(path, value))}\n`);
    }
    // A repository without roles or a guide still has the folder that the site looks into.
    mkdirSync(join(fresh, 'text'), { recursive: true });
    rmSync(join(out, 'v1'), { recursive: true, force: true });
    renameSync(fresh, join(out, 'v1'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function allowed(path: string, value: object): unknown {
  const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
  if (!schema) throw new Error(`${path} has no schema, so it is not published`);
  return schema.parse(value);
}
