import type { Speech } from '../../analysis/assign-standing.ts';
import type { Want } from '../../analysis/assign-wants.ts';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Opened } from '../open.ts';

/** Languages and time zones of candidates, where this machine may open identities; they go no further than the order of people. */
export async function speechOf({ root }: Opened, wants: readonly Want[]): Promise<Map<string, Speech>> {
  const identities = identityFolder(readLocalSettings(root).settings.identities);
  const speech = new Map<string, Speech>();
  if (!identities.open) return speech;
  for (const { candidate } of wants) {
    const identity = await identities.find(candidate.id);
    if (identity) speech.set(candidate.id, { language: identity.language, timezone: identity.timezone });
  }
  return speech;
}
