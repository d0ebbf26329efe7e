import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Identities } from '../../model/identities.ts';
import type { Workspace } from '../../model/workspace.ts';

/**
 * Puts names beside the published data, for a site that stays on this machine. Without identities, or with none opened, the file is
 * removed, so that no name of an earlier build is left.
 */
export async function writeNames(published: string, identities: Identities | undefined, workspace: Workspace): Promise<void> {
  const file = join(published, 'names.json');
  rmSync(file, { force: true });
  if (!identities?.open) return;
  const all = await identities.all();
  const names: Record<string, { name: string; timezone?: string; language?: string }> = {};
  for (const [role, candidates] of workspace.candidates) {
    for (const id of candidates.keys()) {
      const identity = all.get(id);
      if (!identity) continue;
      names[`${role}/${id}`] = {
        name: identity.name,
        ...(identity.timezone === undefined ? {} : { timezone: identity.timezone }),
        ...(identity.language === undefined ? {} : { language: identity.language }),
      };
    }
  }
  writeFileSync(file, `${JSON.stringify(names)}\n`);
}
