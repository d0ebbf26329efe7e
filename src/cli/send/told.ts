import { officeOf } from '../../analysis/time/office.ts';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { editIdentity } from '../../identity/write.ts';
import { isRecorded, sentChange } from '../../messages/sent.ts';
import type { Change } from '../../model/change.ts';
import { listed, plural } from '../../model/words.ts';
import type { CandidateFolder, Workspace } from '../../model/workspace.ts';
import type { Waiting } from '../../outbox/outbox.ts';
import { NotEdited, type YamlEdit } from '../../store/edit-yaml.ts';
import { readFolderFile } from '../../store/folder.ts';
import type { Commitment } from '../apply.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { whoActs } from '../who.ts';

/** Who sends: `--by`, otherwise `me` of this machine's settings; undefined where the signer of each draft counts. */
export async function senderSaid(context: Context, input: Input, opened: Opened): Promise<string | undefined> {
  if (textOption(input, 'by') === undefined && readLocalSettings(opened.root).settings.me === undefined) return undefined;
  return whoActs(context, input, opened);
}

/**
 * The lines that say drafts were sent, as changes of the tree: one change a file, however many letters one candidate got.
 * @param at when, epoch in milliseconds
 * @throws Mistake when a draft is for somebody who has no record here
 */
export function toldChanges(root: string, workspace: Workspace, drafts: readonly Waiting[], at: number, by: string | undefined): Change[] {
  const { zone } = officeOf(workspace.calendar);
  const changes = new Map<string, Change>();
  for (const draft of drafts.filter(({ message }) => isRecorded(workspace, message))) {
    const next = noted(folderOf(workspace, draft), draft, zone.instantText(at), by ?? draft.by, (path) => changes.get(path)?.after ?? textAt(root, path));
    changes.set(next.path, { ...next, before: changes.has(next.path) ? changes.get(next.path)?.before : next.before });
  }
  return [...changes.values()];
}

/**
 * Notes with the identity that a candidate was told of an accommodation: the record never says it. Nothing happens for other messages, or
 * where the identity is closed.
 */
export async function tellIdentities(root: string, workspace: Workspace, drafts: readonly Waiting[], at: number): Promise<void> {
  const { identities } = readLocalSettings(root).settings;
  const today = officeOf(workspace.calendar).zone.dayOf(at);
  for (const { candidate } of drafts.filter(({ message }) => !isRecorded(workspace, message))) {
    const record = identities === undefined ? undefined : await identityFolder(identities).record(candidate);
    const edits = (record?.accommodations ?? []).flatMap(({ decision, told }, index): YamlEdit[] => (decision === 'open' || told !== undefined ? [] : [{ set: ['accommodations', index, 'told'], value: today }]));
    if (identities !== undefined && edits.length > 0) editIdentity(identities, candidate, edits);
  }
}

/** @throws Mistake where the list is broken, or laid out in a way that needs a person */
function noted(folder: CandidateFolder, ...more: TheRest): Change {
  try {
    return sentChange(folder, ...more);
  } catch (error) {
    if (error instanceof NotEdited) throw new Mistake(`${folder.path}/messages.yml: ${error.message}`);
    throw error;
  }
}

type TheRest = Parameters<typeof sentChange> extends [unknown, ...infer Rest] ? Rest : never;

/** Whether the record says already that a draft was sent, by a run that ended before it could take the draft away. */
export function isTold(workspace: Workspace, draft: Waiting): boolean {
  const since = draft.sending && Date.parse(draft.sending.since);
  if (since === undefined || Number.isNaN(since)) return false;
  return folderOf(workspace, draft).messages?.value.some((sent) => sent.message === draft.message && Date.parse(sent.at) >= since) ?? false;
}

/** How it is committed: who was told what. Pseudonyms only. */
export function toldCommitment(workspace: Workspace, all: readonly Waiting[]): Commitment {
  const drafts = all.filter(({ message }) => isRecorded(workspace, message));
  const [first] = drafts;
  if (first && drafts.length === 1) return { message: `Tell ${first.candidate}: ${first.message}\n`, branch: `hire/tell-${first.candidate}` };
  const body = drafts.map((draft) => `${draft.candidate}: ${draft.message}`).join('\n');
  return { message: `Tell ${plural(drafts.length, 'candidate')} of ${listed([...new Set(drafts.map((draft) => draft.role))])}\n\n${body}\n`, branch: `hire/tell-${drafts.length}` };
}

function folderOf(workspace: Workspace, draft: Waiting): CandidateFolder {
  const folder = workspace.candidates.get(draft.role)?.get(draft.candidate);
  if (!folder) throw new Mistake(`${draft.path} is for ${draft.candidate} in ${draft.role}, who has no record here. Are you on the right branch? “hire send --drop ${draft.candidate}” forgets the draft.`);
  if (folder.erased) throw new Mistake(`The record of ${draft.candidate} was erased; nothing is noted any more. “hire send --drop ${draft.candidate}” forgets the draft.`);
  return folder;
}

/** What lies there now: earlier lines of this very run may have made the file. */
function textAt(root: string, path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFolderFile(root, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
