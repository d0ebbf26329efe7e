import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { templateFor } from '../../messages/call.ts';
import type { Draft } from '../../messages/draft.ts';
import { listed, plural } from '../../model/words.ts';
import { put } from '../../outbox/outbox.ts';
import type { Context, Input } from '../command.ts';
import { letterOf } from '../moves/letters.ts';
import { openTree } from '../open.ts';

/**
 * Drafts the message that says an application arrived, for everybody of a sheet who is in the first stage and was never written to. May be
 * repeated: a draft that waits stays as it is.
 */
export async function draftArrivals(context: Context, input: Input, role: string, candidates: readonly string[]): Promise<void> {
  // The tree as it is now, with the new records in it.
  const { workspace, clock, root } = await openTree(context, input);
  const { identities: path, mail } = readLocalSettings(root).settings;
  const identities = identityFolder(path);
  const opening = workspace.roles.get(role)?.value;
  const stages = opening && workspace.pipelines.get(opening.pipeline)?.value.stages;
  const drafts: Draft[] = [];
  const without: string[] = [];
  for (const id of candidates) {
    const folder = workspace.candidates.get(role)?.get(id);
    const events = folder?.record?.value.events ?? [];
    const [applied] = events;
    if (!folder || !opening || !applied || events.length > 1 || (folder.messages?.value.length ?? 0) > 0) continue;
    const identity = await identities.find(id);
    const call = templateFor(workspace, { on: 'applied', at: stages?.find((stage) => stage.id === applied.stage)?.kind }, identity?.language);
    if (!call) {
      context.stderr('No template is for an application that arrived (when: { on: applied }), so nothing was drafted.\n');
      return;
    }
    if (identity?.email === undefined) without.push(id);
    drafts.push(letterOf(workspace, { folder, call }, clock.now, identity, opening.manager).draft);
  }
  const written = (await put(root, drafts, { from: mail?.from, now: clock.now })).filter(({ outcome }) => outcome === 'written').length;
  context.stderr(written === 0 ? 'No message was to be drafted.\n' : `${plural(written, 'draft')} in .hire/outbox. Read them, change what you like, then: hire send\n`);
  if (without.length > 0) context.stderr(`${listed(without)} ${without.length === 1 ? 'has' : 'have'} no address.\n`);
}
