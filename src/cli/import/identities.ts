import { existsSync, statSync } from 'node:fs';
import type { KnownPerson } from '../../intake/known.ts';
import type { IdentityRecord } from '../../identity/identity-schema.ts';
import { identityFolder, type IdentityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Identities } from '../../model/identities.ts';
import type { Workspace } from '../../model/workspace.ts';
import { Mistake } from '../command.ts';

/** Said wherever a name has nowhere to go. */
export const NO_FOLDER = 'This machine has no folder for identities. Make one outside the repository and name it in .hire/local.yml, which git ignores: identities: ~/hiring-identities';

/** The two lines that set one up. */
const SET_UP = '  mkdir -m 700 ~/hiring-identities\n  mkdir -p .hire && echo "identities: ~/hiring-identities" >> .hire/local.yml';

/** The folder of the identities, open. */
export interface OpenFolder {
  /** Full path. */
  readonly path: string;
  readonly identities: IdentityFolder;
}

/** The folder of the identities, or undefined where this machine has none or it is not there. */
export function openFolder(root: string): OpenFolder | undefined {
  const path = readLocalSettings(root).settings.identities;
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false) ? { path, identities: identityFolder(path) } : undefined;
}

/**
 * The folder of the identities.
 * @param what begins the sentence: “The sheet holds names”
 * @throws Mistake with the two lines that make one, or what is wrong with the one that is named
 */
export function folderFor(root: string, what: string): OpenFolder {
  const { settings, problems } = readLocalSettings(root);
  const [problem] = problems;
  if (problem) throw new Mistake(`${problem.path}, line ${problem.line}: ${problem.message} ${problem.hint} Nothing was read.`);
  if (settings.identities !== undefined && !existsSync(settings.identities)) {
    throw new Mistake(`${what}, and the folder for them, ${settings.identities}, is not there. Connect the drive it is on, or make it: mkdir -m 700 ${settings.identities}`);
  }
  const open = openFolder(root);
  if (open) return open;
  throw new Mistake(`${what}, and this machine has no folder for them. Two lines make one, outside the repository, where git never sees it:\n${SET_UP}`);
}

/** Everybody the folder knows, with the opening they applied to. */
export async function knownPeople(identities: Identities & Pick<IdentityFolder, 'record'>, workspace: Workspace): Promise<KnownPerson[]> {
  const roles = new Map<string, string>();
  for (const [role, people] of workspace.candidates) for (const id of people.keys()) roles.set(id, role);
  const people: KnownPerson[] = [];
  for (const candidate of (await identities.all()).keys()) {
    const record = await identities.record(candidate);
    if (record) people.push(knownPerson(candidate, record, roles.get(candidate)));
  }
  return people;
}

function knownPerson(candidate: string, { name, email, links, imported }: IdentityRecord, role: string | undefined): KnownPerson {
  return { candidate, name, email, links, role: role ?? imported?.role, hasRecord: role !== undefined, imported: imported && { row: imported.row, applied: imported.applied } };
}
