import { readLocalSettings } from '../../identity/local-settings.ts';
import type { MessageCall } from '../../messages/call.ts';
import type { Draft } from '../../messages/draft.ts';
import { plural } from '../../model/words.ts';
import { OUTBOX } from '../../outbox/private-files.ts';
import { put } from '../../outbox/outbox.ts';
import { flag, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';

/** A draft with the template it was made from, and what else should be said of it. */
export interface Written {
  readonly draft: Draft;
  readonly call: MessageCall;
  readonly notes: readonly string[];
}

/** Puts drafts into the outbox (not with `--dry-run`) and says what became of each. Pseudonyms only. */
export async function layDrafts(context: Context, input: Input, { root, clock }: Opened, written: readonly Written[]): Promise<number> {
  const dry = flag(input, 'dry-run');
  const { settings } = readLocalSettings(root);
  const laid = dry ? [] : await put(root, written.map(({ draft }) => draft), { from: settings.mail?.from, now: clock.now });
  const outcome = (id: string): 'would be written' | 'written' | 'unchanged' | 'kept' => laid.find((each) => each.id === id)?.outcome ?? 'would be written';
  if (flag(input, 'json')) {
    context.stdout(`${JSON.stringify({ drafts: written.map(({ draft, call, notes }) => ({
      id: draft.id, role: draft.role, candidate: draft.candidate, visit: draft.visit, message: draft.message, language: draft.language, fellBack: call.fellBack,
      path: `${OUTBOX}/${draft.id}.eml`, unknown: draft.unknown, notes, outcome: outcome(draft.id),
    })) })}\n`);
    return 0;
  }
  for (const { draft, call, notes } of written) {
    const more = [
      ...(outcome(draft.id) === 'kept' ? ['was edited or is being sent, and stays as it is'] : []),
      ...(call.fellBack ? [`in ${call.language}: there is no other translation`] : []),
      ...(draft.unknown.length > 0 ? [`nobody knew ${draft.unknown.map((token) => `{{${token}}}`).join(', ')}`] : []),
      ...notes,
    ];
    context.stdout(`${draft.candidate}  ${draft.message}${more.length === 0 ? '' : `  (${more.join('; ')})`}\n`);
  }
  if (written.length === 0) context.stderr('Nothing to draft.\n');
  else if (dry) context.stderr(`Would draft ${plural(written.length, 'message')}; nothing was written (--dry-run).\n`);
  else context.stderr(`${plural(laid.filter((each) => each.outcome === 'written').length, 'draft')} written to ${OUTBOX}. Read, edit, then: hire send\n`);
  return 0;
}
