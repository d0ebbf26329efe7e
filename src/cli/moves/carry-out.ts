import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Change } from '../../model/change.ts';
import type { Identity } from '../../model/identities.ts';
import { plural } from '../../model/words.ts';
import type { PlannedMove, RefusedMove } from '../../moves/move.ts';
import { put, type Put } from '../../outbox/outbox.ts';
import { applyPlan, type Commitment, type Written } from '../apply.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { commitmentOf } from './commitment.ts';
import { letterOfMove, sentChanges, type Letter } from './letters.ts';
import { eventWords, pathWords, previewTable, refusedWords, type PreviewRow } from './preview.ts';

/** What else is carried out with the moves, and how it is told. */
export interface CarryOut {
  /** Moves that were asked for and are not possible; they are said and left out. */
  readonly refused?: readonly RefusedMove[];
  /** Sentences that stand before the question. */
  readonly before?: readonly string[];
  /** Whether somebody has to say yes: always for many, and where candidates were chosen by a filter. */
  readonly ask?: boolean;
  /** How it is committed; without it, after the moves. */
  readonly commitment?: Commitment;
  /** Messages that no move calls for. */
  readonly letters?: readonly Letter[];
  /** Sentences on stderr once it is done. */
  readonly next?: readonly string[];
}

/**
 * Carries out a plan: shows it, asks where it should, writes and commits it as one, leaves the drafts in the outbox (or, with `--sent`, the
 * lines that say the candidates were told), and sums up.
 * @param extraChanges further files of the same commit
 * @returns the exit code
 * @throws Mistake when many would be moved and nobody can say yes
 */
export async function carryOut(
  context: Context, input: Input, opened: Opened, planned: readonly PlannedMove[], extraChanges: readonly Change[] = [], more: CarryOut = {},
): Promise<number> {
  const { workspace, clock, root } = opened;
  const local = readLocalSettings(root).settings;
  const identities = identityFolder(local.identities);
  const rows: PreviewRow[] = [];
  for (const move of planned) {
    const identity: Identity | undefined = await identities.find(move.candidate);
    rows.push({ move, identity, letter: flag(input, 'no-message') ? undefined : letterOfMove(workspace, move, clock.now, identity) });
  }
  const letters = [...rows.flatMap(({ letter }) => letter ?? []), ...(more.letters ?? [])];
  const told = flag(input, 'sent') ? sentChanges(workspace, letters, clock.now, planned[0]?.event.by ?? local.me, opened.text) : [];
  const changes = [...planned.flatMap((move) => move.changes), ...extraChanges, ...told];
  const commitment = more.commitment ?? commitmentOf(planned);
  const dry = flag(input, 'dry-run');
  const json = flag(input, 'json');

  const preview = `${refusedWords(more.refused ?? [])}${(more.before ?? []).map((line) => `${line}\n`).join('')}${rows.length === 0 ? '' : previewTable(workspace, rows)}`;
  if (dry && !json) context.stdout(preview);
  else if (!json && (more.ask === true || rows.some(({ move }) => move.notes.length > 0))) context.stderr(preview);
  if (changes.length === 0) {
    if (json) context.stdout(report(rows, more, dry, undefined, []));
    else context.stderr('There is nothing to do.\n');
    return 0;
  }
  if (more.ask === true && !dry && !flag(input, 'yes')) {
    if (!mayAsk(context, input)) throw new Mistake(`This moves ${plural(planned.length, 'candidate')}. Look at it with --dry-run, and say --yes where nobody can be asked.`);
    if (!(await confirmed(context, input, `Write ${plural(planned.length, 'event')}${letters.length === 0 ? '' : ` and ${flag(input, 'sent') ? 'note' : 'draft'} ${plural(letters.length, 'message')}`}?`))) {
      context.stderr('Nothing was changed.\n');
      return 0;
    }
  }
  const written = await applyPlan(context, input, root, changes, commitment);
  const drafts = dry || flag(input, 'sent') ? [] : await put(root, letters.map(({ draft }) => draft), { from: local.mail?.from, now: clock.now });
  if (json) context.stdout(report(rows, more, dry, written, drafts));
  else if (!dry) tell(context, opened, rows, drafts, more);
  return 0;
}

function tell(context: Context, opened: Opened, rows: readonly PreviewRow[], drafts: readonly Put[], more: CarryOut): void {
  context.stdout(rows.map(({ move }) => `${move.candidate}  ${pathWords(move)}  ${eventWords(opened.workspace, move)}\n`).join(''));
  const kept = drafts.filter((draft) => draft.outcome === 'kept');
  if (drafts.length > 0) context.stderr(`${drafts.length === 1 ? `A draft lies in ${drafts[0]?.path ?? ''}` : `${drafts.length} drafts lie in .hire/outbox`}. Read, edit, then: hire send\n`);
  for (const { path } of kept) context.stderr(`${path} was edited before and stays as it is.\n`);
  const silent = rows.filter(({ letter }) => !letter);
  if (drafts.length > 0 && silent.length > 0) context.stderr(`No message for ${silent.map(({ move }) => move.candidate).join(', ')}.\n`);
  for (const sentence of more.next ?? []) context.stderr(`${sentence}\n`);
}

function report(rows: readonly PreviewRow[], more: CarryOut, dry: boolean, written: Written | undefined, drafts: readonly Put[]): string {
  return `${JSON.stringify({
    written: !dry && written !== undefined,
    moves: rows.map(({ move, letter }) => ({
      role: move.role, candidate: move.candidate, visit: move.visit, into: move.into ?? null, event: move.event, notes: move.notes,
      message: letter ? { message: letter.call.message, language: letter.call.language, unknown: letter.draft.unknown } : null,
    })),
    refused: more.refused ?? [],
    files: written?.paths ?? [],
    commit: written?.commit ?? null,
    drafts: drafts.map(({ id, path }) => ({ id, path })),
  })}\n`;
}
