import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { id, text } from '../model/scalar.ts';
import type { Problem } from '../model/problem.ts';
import { readYamlFile } from './read-yaml.ts';

/** Where the settings of this machine stand, below the repository; git ignores the folder. */
export const LOCAL_SETTINGS = '.hire/local.yml';

const localSchema = z
  .strictObject({
    identities: text().optional().describe('Folder with the identities: outside the repository, a path of its own or relative to it.'),
    me: id().optional().describe('Who sits at this machine: the id of a person, taken where --by is not given.'),
    mail: z.strictObject({
      from: z.email({ error: 'expected an e-mail address' }).describe('Address that messages come from.'),
      smtp: z.strictObject({
        host: text().describe('Name of the server.'),
        port: z.int().min(1).max(65_535).default(587).describe('Its port.'),
        security: z.enum(['tls', 'starttls', 'none']).default('starttls').describe('tls from the first byte, starttls, or none (for a server on this machine only).'),
        login: text().optional().describe('Account; its password stands in the environment as HIRE_SMTP_PASSWORD, never in a file.'),
      }).optional().describe('Server that sends messages when `hire send --smtp` is asked; without it there are drafts.'),
    }).optional().describe('How messages leave this machine.'),
  })
  .describe('Settings of this machine.');

/** What holds on this machine only. */
export interface LocalSettings {
  /** Full path of the folder with the identities. */
  readonly identities?: string;
  /** The person at this machine, if they say so. */
  readonly me?: string;
  readonly mail?: MailSettings;
}

/** How messages leave this machine. */
export type MailSettings = NonNullable<z.output<typeof localSchema>['mail']>;

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
  const { identities: folder, me, mail } = read.value ?? {};
  const expanded = folder?.startsWith('~/') === true ? join(homedir(), folder.slice(2)) : folder;
  return {
    settings: {
      ...(expanded !== undefined && { identities: isAbsolute(expanded) ? expanded : resolve(root, expanded) }),
      ...(me !== undefined && { me }),
      ...(mail !== undefined && { mail }),
    },
    problems: read.problems,
  };
}
