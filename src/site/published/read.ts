import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedPath } from '../../view/published/files.ts';

/**
 * The folder `hire aggregate --out` wrote, from HIRE_PUBLISHED. The site knows nothing else: it can be
 * built for any commit and any day.
 *
 * @throws when the variable is missing: nothing can be built without it
 */
export function publishedFolder(): string {
  const folder = process.env['HIRE_PUBLISHED'];
  if (folder === undefined || folder === '') {
    throw new Error('HIRE_PUBLISHED names no folder. Run `npm run build`, which aggregates first.');
  }
  return join(folder, 'v1');
}

/** The value of one published file, read anew: a page of 10,000 keeps nothing in memory for the next. */
export function read<Value>(path: string): Value {
  return JSON.parse(readFileSync(join(publishedFolder(), path), 'utf8')) as Value;
}

/** The value of a published file; undefined where it was left out for its faults, or never was: a page that names it still stands. */
export function readIfThere<Value>(path: string): Value | undefined {
  return existsSync(join(publishedFolder(), path)) ? read<Value>(path) : undefined;
}

/** Ids of the records in a published folder, sorted: `ids('rubrics')`, `ids('candidates/senior-backend-2026')`. */
export function ids(folder: string): string[] {
  return entries(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
}

/** Names of the folders in a published folder, sorted: the roles under `candidates`. */
export function folders(folder: string): string[] {
  return entries(folder).filter((name) => !name.includes('.'));
}

/** Every record of a published folder, by id. For small folders: rubrics, people, never candidates. */
export function readAll<Value>(folder: string): Value[] {
  return ids(folder).map((id) => read<Value>(`${folder}/${id}.json`));
}

/** The text of a file as published, for pages that offer it as it is. */
export function readText(path: PublishedPath | `text/${string}`): string {
  return readFileSync(join(publishedFolder(), path), 'utf8');
}

function entries(folder: string): string[] {
  try {
    return readdirSync(join(publishedFolder(), folder)).sort();
  } catch (error) {
    // A repository without surveys publishes no such folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
