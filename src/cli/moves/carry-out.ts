import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Draft } from '../../messages/draft.ts';
import type { Change } from '../../model/change.ts';
import { plural } from '../../model/words.ts';
import type { PlannedMove, RefusedMove } from '../../moves/move.ts';
import { list, put, type Put, type PutOptions } from '../../outbox/outbox.ts';
import { NotWritten } from '../../store/write.ts';
import { applyPlan, type Commitment, type Written } from '../apply.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { sayIfClosed } from '../closed-identities.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { commitmentOf } from './commitment.ts';
import { letterOfMove, sentChanges } from './letters.ts';
import { notesOf, previewTable, refusedWords, rowOfMove, type PlanRow } from './preview.ts';

/** How a plan is carried out, and told. */
export interface CarryOut {
  /** Moves that were asked for and are not possible; they are said and left out. */
  readonly refused?: readonly RefusedMove[];
  /** Sentences that stand before the table. */
  readonly before?: readonly string[];
  /** Whether somebody has to say yes: for many, and where candidates were chosen by a filter. */
  readonly ask?: boolean;
  /** How it is committed; without it, after the moves. */
  readonly commitment?: Commitment;
  /** Sentences on stderr once it is done. */
  readonly next?: readonly string[];
}

/**
 * Carries out moves: shows them, asks where it should, writes and commits them as one, leaves the drafts in the outbox (or, with `--sent`,
 * the lines that say the candidates were told), and sums up.
 * @param extraChanges further files of the same commit
 * @returns the exit code: 1 when it was written and did not get any further, to the outbox or to the remote
 * @throws Mistake when many would be moved and nobody can say yes
 */
export async function carryOut(
  context: Context, input: Input, opened: Opened, planned: readonly PlannedMove[], extraChanges: readonly Change[] = [], more: CarryOut = {},
): Promise<number> {
  const { workspace, clock, root } = opened;
  const identities = identityFolder(readLocalSettings(root).settings.identities);
  const rows: PlanRow[] = [];
  for (const move of planned) {
    const identity = await identities.find(move.candidate);
    rows.push(rowOfMove(workspace, move, flag(input, 'no-message') ? undefined : letterOfMove(workspace, move, clock.now, identity), identity));
  }
  const by = planned[0]?.event.by;
  return carryOutRows(context, input, opened, rows, [...planned.flatMap((move) => move.changes), ...extraChanges], { ...more, commitment: more.commitment ?? commitmentOf(planned) }, by);
}

/**
 * The same for anything that is planned candidate by candidate and has a letter, event or not.
 * @param by who says that the letters were sent, with `--sent`; without it whoever signs them
 */
export async function carryOutRows(
  context: Context, input: Input, opened: Opened, rows: readonly PlanRow[], planned: readonly Change[], more: CarryOut & { readonly commitment: Commitment }, by?: string,
): Promise<number> {
  const { workspace, clock, root } = opened;
  const [dry, json, sent] = [flag(input, 'dry-run'), flag(input, 'json'), flag(input, 'sent')];
  if (sent && flag(input, 'no-message')) throw new Mistake('Give --sent or --no-message, not both: --sent notes the message that was sent.');
  const { me, mail } = readLocalSettings(root).settings;
  const letters = rows.flatMap(({ letter }) => letter ?? []);
  const changes = [...planned, ...(sent ? sentChanges(workspace, letters, clock.now, by ?? me, opened.text) : [])];

  const preview = `${refusedWords(more.refused ?? [])}${(more.before ?? []).map((line) => `${line}\n`).join('')}${rows.length === 0 ? '' : previewTable(rows)}`;
  if (letters.length > 0 && !sent) sayIfClosed(context, root);
  if (dry && !json) context.stdout(preview);
  else if (!json && more.ask === true) context.stderr(preview);
  if (changes.length === 0) {
    if (json) context.stdout(report(rows, more, undefined, []));
    else context.stderr('There is nothing to do.\n');
    return 0;
  }
  if (more.ask === true && !dry && !(await agreed(context, input, rows.length, letters.length))) {
    context.stderr('Nothing was changed.\n');
    return 0;
  }
  const older = dry || letters.length === 0 ? [] : overtaken(root, rows);
  const written = await applyPlan(context, input, root, changes, more.commitment);
  const drafts = dry || sent ? [] : await putAll(context, root, letters.map(({ draft }) => draft), { from: mail?.from, now: clock.now });
  if (json) context.stdout(report(rows, more, dry ? undefined : written, drafts ?? []));
  else if (!dry) tell(context, rows, drafts ?? [], { ...more, next: [...older, ...(more.next ?? [])] }, sent ? letters.length : 0);
  return written.failed === undefined && drafts ? 0 : 1;
}

/** The drafts of what stands in the record already: where they cannot be written, that alone is to be mended. */
async function putAll(context: Context, root: string, drafts: readonly Draft[], options: PutOptions): Promise<readonly Put[] | undefined> {
  try {
    return await put(root, drafts, options);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    context.stderr(`${error.message}\nThe record is written; only the drafts are missing. Mend that, then: hire draft ${drafts[0]?.message ?? ''} ${drafts.map((draft) => draft.candidate).join(' ')}\n`);
    return undefined;
  }
}

/** @throws Mistake when nobody can be asked and nobody said yes before */
async function agreed(context: Context, input: Input, candidates: number, letters: number): Promise<boolean> {
  if (flag(input, 'yes')) return true;
  if (!mayAsk(context, input)) throw new Mistake(`${plural(candidates, 'candidate')} would be changed, and nobody can be asked. Look at it with --dry-run, then say --yes.`);
  const messages = letters === 0 ? '' : ` and ${flag(input, 'sent') ? 'note' : 'draft'} ${plural(letters, 'message')}`;
  return confirmed(context, input, `Change ${plural(candidates, 'record')}${messages}?`);
}

/** Letters about something earlier that still wait: sent together with the new one they would contradict it. */
function overtaken(root: string, rows: readonly PlanRow[]): string[] {
  const fresh = new Set(rows.flatMap(({ letter }) => letter?.draft.id ?? []));
  const moved = new Set(rows.map(({ candidate }) => candidate));
  const older = new Map<string, string[]>();
  for (const { id, candidate, message } of list(root)) if (moved.has(candidate) && !fresh.has(id)) older.set(message, [...older.get(message) ?? [], candidate]);
  return [...older].map(([message, [first = '', ...rest]]) => (rest.length === 0
    ? `“${message}” for ${first} was never sent and waits as well. If it is overtaken: hire send --drop ${first} --message ${message}`
    : `“${message}” was never sent to ${rest.length + 1} of them and waits as well. If it is overtaken: hire send --drop ${[first, ...rest].join(' ')} --message ${message}`));
}

function tell(context: Context, rows: readonly PlanRow[], drafts: readonly Put[], more: CarryOut, noted: number): void {
  context.stdout(rows.map(({ candidate, done }) => `${candidate}  ${done}\n`).join(''));
  // What was in the table was read there.
  if (more.ask !== true) for (const note of rows.flatMap(notesOf)) context.stderr(`${note.charAt(0).toUpperCase()}${note.slice(1)}.\n`);
  const kept = drafts.filter((draft) => draft.outcome === 'kept');
  const fresh = drafts.length - kept.length;
  if (fresh > 0) context.stderr(`${fresh === 1 ? `A draft lies in ${drafts.find((draft) => draft.outcome !== 'kept')?.path ?? ''}` : `${fresh} drafts lie in .hire/outbox`}. ${fresh === 1 ? 'Read it' : 'Read them'}, change what you like, then: hire send\n`);
  for (const { path } of kept) context.stderr(`${path} was edited before and stays as it is; what is new is not in it.\n`);
  if (noted > 0) context.stderr(`Noted in messages.yml as sent: ${noted === 1 ? (rows.find(({ letter }) => letter)?.letter?.call.message ?? '') : plural(noted, 'message')}.\n`);
  const silent = rows.filter(({ letter }) => !letter);
  if (drafts.length + noted > 0 && silent.length > 0) context.stderr(`No template fits ${silent.map(({ candidate }) => candidate).join(', ')}: write to them yourself.\n`);
  for (const sentence of more.next ?? []) context.stderr(`${sentence}\n`);
}

function report(rows: readonly PlanRow[], more: CarryOut, written: Written | undefined, drafts: readonly Put[]): string {
  return `${JSON.stringify({
    written: written !== undefined && written.paths.length > 0,
    moves: rows.map(({ data, letter }) => ({ ...data, message: letter ? { message: letter.call.message, language: letter.call.language, unknown: letter.draft.unknown } : null })),
    refused: more.refused ?? [],
    files: written?.paths ?? [],
    commit: written?.commit ?? null,
    pullRequest: written?.pullRequest ?? null,
    failed: written?.failed ?? null,
    drafts: drafts.map(({ id, path }) => ({ id, path })),
  })}\n`;
}
