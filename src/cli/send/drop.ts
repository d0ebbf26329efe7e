import { plural } from '../../model/words.ts';
import { remove, type Waiting } from '../../outbox/outbox.ts';
import { confirmed } from '../ask.ts';
import { flag, type Context, type Input } from '../command.ts';

/** Takes drafts out of the outbox without sending them. Asked first where somebody put their own words into one. */
export async function dropDrafts(context: Context, input: Input, root: string, drafts: readonly Waiting[]): Promise<number> {
  const dry = flag(input, 'dry-run');
  const edited = drafts.filter((draft) => draft.edited);
  if (!dry && edited.length > 0 && !flag(input, 'yes') && !(await confirmed(context, input, `${edited.map((draft) => draft.path).join(', ')} ${edited.length === 1 ? 'was' : 'were'} edited by hand. Drop it all the same?`))) {
    context.stderr('Nothing was dropped.\n');
    return 0;
  }
  if (!dry) for (const { id } of drafts) remove(root, id);
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ dropped: dry ? [] : drafts.map(({ id, candidate, message }) => ({ id, candidate, message })) })}\n`);
  else context.stderr(`${dry ? 'Would drop' : 'Dropped'} ${plural(drafts.length, 'draft')}; the record says nothing of them.\n`);
  return 0;
}
