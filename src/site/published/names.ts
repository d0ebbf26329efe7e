import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedFolder } from './read.ts';

/** What the identity folder of this machine says of a candidate. */
export interface Given {
  readonly name: string;
  /** IANA zone, for the hour it is there. */
  readonly timezone?: string;
  /** Language tag the person asked to be written to in. */
  readonly language?: string;
}

let known: Readonly<Record<string, Given>> | undefined;

/**
 * The name behind a pseudonym. Only a build on a machine that has the identity folder has the file; every
 * other build, the published one first of all, knows pseudonyms alone.
 */
export function given({ role, id }: { role: string; id: string }): Given | undefined {
  known ??= readNames();
  return known[`${role}/${id}`];
}

function readNames(): Readonly<Record<string, Given>> {
  try {
    return JSON.parse(readFileSync(join(dirname(publishedFolder()), 'names.json'), 'utf8')) as Record<string, Given>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
