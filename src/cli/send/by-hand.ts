import { plural } from '../../model/words.ts';
import { remove, type Waiting } from '../../outbox/outbox.ts';
import { applyPlan } from '../apply.ts';
import { flag, textOption, type Context, type Input } from '../command.ts';
import { instantOf } from '../moves/instants.ts';
import type { Opened } from '../open.ts';
import { senderSaid, tellIdentities, toldChanges, toldCommitment } from './told.ts';
import { pastPromise } from './waiting.ts';
import { officeOf } from '../../analysis/time/office.ts';

/** Notes drafts as sent by hand: the lines in the records as one commit, and the drafts go. */
export async function noteByHand(context: Context, input: Input, opened: Opened, drafts: readonly Waiting[]): Promise<number> {
  const { root, workspace, clock } = opened;
  const when = textOption(input, 'when');
  const at = when === undefined ? clock.now : instantOf(workspace, when, 'when');
  const by = await senderSaid(context, input, opened);
  const changes = toldChanges(root, workspace, drafts, at, by);
  const today = officeOf(workspace.calendar).zone.dayOf(at);
  for (const draft of drafts) {
    const past = pastPromise(draft, today, at);
    if (past !== undefined) context.stderr(`${draft.candidate}: the letter promises ${past}, which was over when it was sent; “hire check” will say so.\n`);
  }
  const dry = flag(input, 'dry-run');
  const written = changes.length === 0 ? undefined : await applyPlan(context, input, root, changes, toldCommitment(workspace, drafts));
  if (!dry) await tellIdentities(root, workspace, drafts, at);
  if (!dry) for (const { id } of drafts) remove(root, id);
  if (flag(input, 'json')) {
    context.stdout(`${JSON.stringify({ noted: dry ? [] : drafts.map(({ id, candidate, message }) => ({ id, candidate, message })), files: written?.paths ?? [], commit: written?.commit ?? null })}\n`);
    return 0;
  }
  context.stdout(drafts.map(({ candidate, message }) => `${candidate}  ${message}\n`).join(''));
  context.stderr(`${dry ? 'Would note' : 'Noted'} ${plural(drafts.length, 'message')} as sent.\n`);
  // Noted here, but not proposed as was asked: the words stand above.
  return written?.failed === undefined ? 0 : 1;
}
