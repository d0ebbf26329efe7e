import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Identities, Identity } from '../model/identities.ts';
import type { Problem } from '../model/problem.ts';
import { compareText } from '../model/problem.ts';
import { isPseudonym } from '../model/pseudonym.ts';
import { identitySchema, type IdentityRecord } from './identity-schema.ts';
import { readYamlFile } from './read-yaml.ts';

/** A folder of identities that can also say what is wrong with it. */
export interface IdentityFolder extends Identities {
  /** The whole record of a candidate, accommodations included; undefined when it is not there or cannot be read. */
  record(candidate: string): Promise<IdentityRecord | undefined>;
  /** What is wrong with the folder and its files; paths are relative to it. */
  problems(): Promise<readonly Problem[]>;
}

/**
 * Identities in a folder beside the repository: `<folder>/<candidate>/identity.yml`. Without the folder nothing can be
 * opened, which is no fault: the checks of CI never see it. Unreadable entries give problems and are skipped.
 * @param folder full path, as `.hire/local.yml` names it; undefined where it names none
 */
export function identityFolder(folder: string | undefined): IdentityFolder {
  // The folder itself may well be a link, to a shared drive.
  const open = folder !== undefined && (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false);
  let all: { readonly records: ReadonlyMap<string, IdentityRecord>; readonly problems: readonly Problem[] } | undefined;
  const load = () => (all ??= open && folder !== undefined ? readAll(folder) : { records: new Map(), problems: [] });
  return {
    open,
    find: async (candidate) => asIdentity(load().records.get(candidate)),
    all: async () => new Map([...load().records].map(([candidate, record]) => [candidate, asIdentity(record) as Identity])),
    record: async (candidate) => load().records.get(candidate),
    problems: async () => load().problems,
  };
}

function readAll(folder: string): { records: ReadonlyMap<string, IdentityRecord>; problems: readonly Problem[] } {
  const records = new Map<string, IdentityRecord>();
  const problems: Problem[] = [];
  const refuse = (code: string, path: string, message: string, hint: string): void => {
    problems.push({ code, severity: 'warning', path, line: 1, column: 1, message, hint });
  };
  let names: string[];
  try {
    names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name).sort(compareText);
  } catch {
    refuse('identity/unreadable', '.', 'The folder of identities cannot be opened.', 'Check its permissions and whether the drive is there.');
    return { records, problems };
  }
  for (const candidate of names) {
    const path = `${candidate}/identity.yml`;
    if (!isPseudonym(candidate)) {
      refuse('identity/no-pseudonym', path, `“${candidate.slice(0, 40)}” is no pseudonym, so nobody belongs to it.`, 'Rename the folder to the pseudonym of the candidate, or move it away.');
      continue;
    }
    let bytes: Uint8Array;
    try {
      if (!lstatSync(join(folder, path)).isFile()) throw new Error('not a file');
      bytes = readFileSync(join(folder, path));
    } catch {
      refuse('identity/unreadable', path, `The folder of ${candidate} has no identity.yml that can be read.`, 'Add identity.yml with at least a name, or remove the folder.');
      continue;
    }
    const read = readYamlFile(path, bytes, identitySchema, 'an identity');
    problems.push(...read.problems);
    if (read.value) records.set(candidate, read.value);
  }
  return { records, problems };
}

function asIdentity(record: IdentityRecord | undefined): Identity | undefined {
  if (!record) return undefined;
  const { name, email, links, handles, timezone, language } = record;
  return { name, links, handles, ...(email !== undefined && { email }), ...(timezone !== undefined && { timezone }), ...(language !== undefined && { language }) };
}
