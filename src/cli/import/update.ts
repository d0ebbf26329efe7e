import { editIdentity } from '../../identity/write.ts';
import type { Met } from '../../intake/known.ts';
import type { YamlEdit } from '../../store/edit-yaml.ts';
import type { Printable } from '../../text/print-scalar.ts';
import { NotWritten } from '../../store/write.ts';
import type { Context } from '../command.ts';
import type { OpenFolder } from './identities.ts';

/** Brings identities to what their rows say now. Comments and accommodations stay, and so does every record: what was handed in is not rewritten. */
export async function updateIdentities(context: Context, folder: OpenFolder, differing: readonly (Met & { readonly digest: string })[], { role, today }: { readonly role: string; readonly today: string }): Promise<void> {
  let changed = 0;
  for (const { newcomer, known, digest } of differing) {
    const { name, email, links, handles, timezone, language, kept, extras } = newcomer;
    const said: Record<string, Printable | undefined> = {
      name, email, timezone, language,
      ...(links.length > 0 && { links: [...links] }), ...(handles.length > 0 && { handles: [...handles] }),
      ...(Object.keys(extras).length > 0 && { application: { ...extras } }),
    };
    const edits: YamlEdit[] = Object.entries(said).flatMap(([key, value]): YamlEdit[] => (value === undefined ? [] : [{ set: [key], value }]));
    if (Object.keys(kept).length > 0) edits.push({ set: ['answers'], value: { ...(await folder.identities.record(known.candidate))?.answers, ...kept } });
    edits.push({ set: ['imported'], value: { role, on: today, applied: known.imported?.applied ?? newcomer.applied ?? `${today}T00:00Z`, row: digest } });
    try {
      if (editIdentity(folder.path, known.candidate, edits)) changed += 1;
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      context.stderr(`${error.message}\n`);
    }
  }
  if (differing.length > 0) context.stderr(`Identities brought up to date: ${changed}. The records stay as they were: answers and dates in them were handed in.\n`);
}
