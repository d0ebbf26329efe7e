import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { text } from '../model/scalar.ts';
import type { Problem } from '../model/problem.ts';
import { readYamlFile } from './read-yaml.ts';

/** Where the settings of this machine stand, below the repository; git ignores the folder. */
export const LOCAL_SETTINGS = '.hire/local.yml';

const localSchema = z
  .strictObject({
    identities: text().optional().describe('Folder with the identities: outside the repository, a path of its own or relative to it.'),
  })
  .describe('Settings of this machine.');

/** What holds on this machine only. */
export interface LocalSettings {
  /** Full path of the folder with the identities. */
  readonly identities?: string;
}

/** Reads `.hire/local.yml`. A missing file is fine; a faulty one gives problems and counts as empty. Never throws. */
export function readLocalSettings(root: string): { readonly settings: LocalSettings; readonly problems: readonly Problem[] } {
  let content: Uint8Array;
  try {
    // A pipe or a device would keep us waiting for ever.
    if (!statSync(join(root, LOCAL_SETTINGS)).isFile()) return { settings: {}, problems: [] };
    content = readFileSync(join(root, LOCAL_SETTINGS));
  } catch {
    return { settings: {}, problems: [] };
  }
  const read = readYamlFile(LOCAL_SETTINGS, content, localSchema, 'the local settings');
  const folder = read.value?.identities;
  if (folder === undefined) return { settings: {}, problems: read.problems };
  const expanded = folder.startsWith('~/') ? join(homedir(), folder.slice(2)) : folder;
  return { settings: { identities: isAbsolute(expanded) ? expanded : resolve(root, expanded) }, problems: read.problems };
}
