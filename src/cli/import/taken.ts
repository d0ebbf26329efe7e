import { readdirSync } from 'node:fs';
import type { Workspace } from '../../model/workspace.ts';

/** Every name that stands for somebody, or once did: records, tombstones, outcomes, and whatever lies in the folder of the identities. */
export function takenNames(workspace: Workspace, folder: string | undefined): Set<string> {
  const names = new Set<string>(folder === undefined ? [] : readdirSync(folder));
  for (const people of [...workspace.candidates.values(), ...workspace.outcomes.values()]) for (const id of people.keys()) names.add(id);
  return names;
}
