import { officeOf } from '../../analysis/time/office.ts';
import type { MessageCall } from '../../messages/call.ts';
import { draftMessage, senderOf, type Draft } from '../../messages/draft.ts';
import { isRecorded, sentChange } from '../../messages/sent.ts';
import type { Change } from '../../model/change.ts';
import type { Duration } from '../../model/duration.ts';
import type { Identity } from '../../model/identities.ts';
import type { CandidateFolder, Workspace } from '../../model/workspace.ts';
import type { PlannedMove } from '../../moves/move.ts';
import { withFolder } from '../../moves/with-folder.ts';

/** A message that a plan calls for, written and not sent. */
export interface Letter {
  readonly draft: Draft;
  readonly call: MessageCall;
  /** The application after what happened. */
  readonly folder: CandidateFolder;
}

/** What a letter is about. */
export interface LetterInput {
  readonly folder: CandidateFolder;
  readonly call: MessageCall;
  readonly window?: Duration | undefined;
  readonly extra?: string | undefined;
}

/** Writes the message that a plan calls for, as it is at a moment. */
export function letterOf(workspace: Workspace, { folder, call, window, extra }: LetterInput, now: number, identity: Identity | undefined, signs: string): Letter {
  const after = withFolder(workspace, folder);
  return { call, folder, draft: draftMessage({ workspace: after, folder, now, call, sender: senderOf(after, folder.role, call) ?? signs, identity, window, extra }) };
}

/** The letter of a move; undefined where none is called for. */
export function letterOfMove(workspace: Workspace, move: PlannedMove, now: number, identity: Identity | undefined): Letter | undefined {
  if (!move.call) return undefined;
  return letterOf(workspace, { folder: move.after, call: move.call, window: move.window }, Math.max(now, Date.parse(move.event.at)), identity, move.event.by ?? 'hire');
}

/** The lines that say the letters were sent, for somebody who has told the candidates already. */
export function sentChanges(workspace: Workspace, letters: readonly Letter[], now: number, by: string | undefined, text: (path: string) => string | undefined): Change[] {
  const { zone } = officeOf(workspace.calendar);
  return letters.filter(({ draft }) => isRecorded(workspace, draft.message)).map(({ folder, draft }) => sentChange(folder, draft, zone.instantText(now), by ?? draft.sender, text));
}
