import type { Change } from '../model/change.ts';
import type { SentMessage } from '../model/sent-message.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import { editYaml } from '../store/edit-yaml.ts';
import type { Printable } from '../text/print-scalar.ts';

/** What the record will say of a message: a draft fits, and so does what waits in the outbox. */
export interface Told {
  readonly message: string;
  readonly promised?: SentMessage['promised'];
}

/**
 * Whether the record may say that a message was sent. One about an accommodation may not: the line alone would tell everybody who
 * reads it that the person asked for something. What became of it stands with the identity.
 */
export function isRecorded(workspace: Workspace, message: string): boolean {
  return workspace.messages.get(message)?.values().next().value?.value.when.on !== 'accommodation';
}

/**
 * The line in `messages.yml` that says a message was sent.
 * @param at when, as records write it: `2026-11-24T09:30+00:00`
 * @param by id of a person
 * @param text what lies at a path; undefined where there is no file
 * @throws NotEdited when the file has problems of its own, or is laid out in a way that needs a person
 */
export function sentChange(folder: Pick<CandidateFolder, 'path'>, told: Told, at: string, by: string, text: (path: string) => string | undefined): Change {
  const path = `${folder.path}/messages.yml`;
  const before = text(path);
  return { path, before, after: editYaml(before ?? '', [{ append: [], value: lineOf(told, at, by) }]) };
}

function lineOf({ message, promised }: Told, at: string, by: string): Printable {
  return { at, message, by, promised: promised && { ...promised, reply_within: promised.reply_within?.text } };
}
