import { workspaceFacts } from '../../analysis/candidate.ts';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { callOf } from '../../messages/call.ts';
import { draftMessage, senderOf } from '../../messages/draft.ts';
import { dueMessages, type AnsweredRequest } from '../../messages/due.ts';
import { list } from '../../outbox/outbox.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { layDrafts, type Written } from './lay.ts';

/** Drafts every message that time calls for and that is neither sent nor waiting in the outbox. */
export async function draftDue(context: Context, input: Input, opened: Opened): Promise<number> {
  const { workspace, clock, root } = opened;
  const role = textOption(input, 'role');
  const wrong = role === undefined ? undefined : oneOfThese('role', workspace.roles.keys())(role);
  if (wrong !== undefined) throw new Mistake(`--role: ${wrong}`);
  const facts = workspaceFacts(workspace, clock.now);
  const { settings } = readLocalSettings(root);
  const identities = identityFolder(settings.identities);
  const requests = new Map<string, readonly AnsweredRequest[]>();
  for (const { id, closed } of facts.all) {
    const record = closed ? undefined : await identities.record(id);
    if (record && record.accommodations.length > 0) requests.set(id, record.accommodations);
  }
  const waiting = list(root);
  const due = dueMessages(workspace, facts, clock.now, requests)
    .filter((each) => role === undefined || each.role === role)
    .filter((each) => !waiting.some((draft) => draft.role === each.role && draft.candidate === each.candidate && draft.message === each.message && draft.visit === each.visit));
  const written: Written[] = [];
  const unsigned = new Set<string>();
  for (const each of due) {
    const folder = workspace.candidates.get(each.role)?.get(each.candidate);
    const identity = await identities.find(each.candidate);
    const call = callOf(workspace, each.message, identity?.language);
    if (!folder || !call) continue;
    const sender = senderOf(workspace, each.role, call) ?? textOption(input, 'by') ?? settings.me;
    if (sender === undefined) unsigned.add(each.role);
    else written.push({ call, notes: [], draft: draftMessage({ workspace, folder, now: clock.now, call, sender, identity }) });
  }
  for (const each of unsigned) context.stderr(`Nobody signs for ${each}, which has no manager: say who with --by.\n`);
  return layDrafts(context, input, opened, written);
}
