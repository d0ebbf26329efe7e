import { createHash } from 'node:crypto';
import { emlOf, type From } from '../mail/eml.ts';
import { mailtoOf } from '../mail/mailto.ts';
import { bodiesOf, type Bodies } from '../mail/parts.ts';
import type { Draft } from '../messages/draft.ts';
import { printAttempt, printNote, readAttempt, readNote, type Attempt, type Note } from './note.ts';
import { claimPrivate, namesIn, onDisk, OUTBOX, outboxFolder, readPrivate, removePrivate, writePrivate } from './private-files.ts';

/** A message that waits to be sent. */
export interface Waiting extends Note {
  /** `<candidate>--<visit>--<message>` */
  readonly id: string;
  /** Of the .eml, relative to the repository. */
  readonly path: string;
  /** Somebody has changed the .eml since it was drafted: what it says now is what will be sent. */
  readonly edited: boolean;
  /** A server was given it, and the run ended before its answer came: it may have been sent. */
  readonly sending: Attempt | undefined;
  /** Only one of its two bodies was edited: readers of the other would get the old words. */
  readonly halfEdited: 'plain' | 'html' | undefined;
}

/** What came of putting one draft into the outbox. */
export interface Put {
  readonly id: string;
  readonly path: string;
  /** `kept`: the draft that lies there was edited, so it stays and the new words are not taken. */
  readonly outcome: 'written' | 'unchanged' | 'kept';
}

/** How drafts are put. */
export interface PutOptions {
  /** Address that messages come from; without it the mail program fills it in. */
  readonly from?: string | undefined;
  /** When they were written, epoch in milliseconds. */
  readonly now: number;
}

/**
 * Puts drafts into `.hire/outbox`, each as a letter that a mail program opens and a note of what to record once it is sent. A draft of the same
 * message replaces the one that waits, unless somebody edited that or it is being sent.
 * @throws NotWritten when a link or something odd stands in the way
 */
export async function put(root: string, drafts: readonly Draft[], options: PutOptions): Promise<readonly Put[]> {
  if (drafts.length === 0) return [];
  const folder = outboxFolder(root, true) ?? '';
  const done: Put[] = [];
  for (const draft of drafts) done.push(await putOne(folder, draft, options));
  await onDisk(folder, done.filter(({ outcome }) => outcome === 'written').flatMap(({ id }) => [`${id}.yml`, `${id}.eml`]));
  return done;
}

async function putOne(folder: string, draft: Draft, { from, now }: PutOptions): Promise<Put> {
  const { id } = draft;
  const path = `${OUTBOX}/${id}.eml`;
  const sender: From | undefined = from === undefined ? undefined : { name: draft.senderName, address: from };
  const source = digestOf(new TextEncoder().encode(JSON.stringify([draft, from ?? null])));
  const before = readPrivate(folder, `${id}.eml`);
  const note = noteIn(folder, id);
  const lies = before && digestOf(before);
  const touched = lies !== undefined && lies !== note?.digest && lies !== note?.replaces;
  if (touched || attemptIn(folder, id)) return { id, path, outcome: 'kept' };
  if (note?.source === source && lies === note.digest) return { id, path, outcome: 'unchanged' };
  const eml = await emlOf(draft, sender, now);
  const mailto = mailtoOf(draft);
  const { role, candidate, visit, message, language, promised, subject, unknown } = draft;
  const next: Note = {
    role, candidate, visit, message, language, by: draft.sender, promised, subject, unknown: [...unknown], drafted: `${new Date(now).toISOString().slice(0, 16)}Z`,
    digest: digestOf(eml), bodies: known(bodiesOf(eml)), ...(lies !== undefined && { replaces: lies }), source, addressed: draft.to !== undefined, ...(mailto !== undefined && { mailto }),
  };
  // The note first: killed in between, the letter that lies there is known to be the old one and not an edited one.
  writeNote(folder, id, next);
  writePrivate(folder, `${id}.eml`, eml, { later: true });
  return { id, path, outcome: 'written' };
}

/** What waits in the outbox, oldest first. What is no draft of ours is left alone. @throws NotWritten when the outbox is a link */
export function list(root: string): readonly Waiting[] {
  const folder = outboxFolder(root, false);
  if (folder === undefined) return [];
  return namesIn(folder).flatMap((name): Waiting[] => {
    const id = /^([a-z0-9][a-z0-9.-]*)\.yml$/.exec(name)?.[1];
    const note = id === undefined ? undefined : noteIn(folder, id);
    const eml = id === undefined || !note ? undefined : readPrivate(folder, `${id}.eml`);
    if (id === undefined || !note || !eml) return [];
    const lies = digestOf(eml);
    const edited = lies !== note.digest && lies !== note.replaces;
    return [{ ...note, id, path: `${OUTBOX}/${id}.eml`, edited, sending: attemptIn(folder, id), halfEdited: edited ? halfOf(note, bodiesOf(eml)) : undefined }];
  }).sort((a, b) => Date.parse(a.drafted) - Date.parse(b.drafted) || (a.id < b.id ? -1 : 1));
}

/** The letter as it lies there, edited or not; undefined where there is none. */
export function letter(root: string, id: string): Uint8Array | undefined {
  const folder = outboxFolder(root, false);
  return folder === undefined ? undefined : readPrivate(folder, `${id}.eml`);
}

/** Takes a draft out of the outbox: it was sent, or nobody wants it. */
export function remove(root: string, id: string): void {
  const folder = outboxFolder(root, false);
  if (folder === undefined) return;
  // The letter first: a note alone is not listed, and the next draft of the same message takes its place.
  removePrivate(folder, `${id}.eml`);
  removePrivate(folder, `${id}.yml`);
  removePrivate(folder, `${id}.sending`);
}

/**
 * Takes a letter to send it: writes down, before a server is given it, that it is. Of two runs at once one gets it.
 * @param bytes the letter as it will go out must have been read from these
 * @returns false when another run has it, has sent it, or somebody changed it meanwhile
 */
export function claim(root: string, id: string, attempt: Attempt, bytes: Uint8Array): boolean {
  const folder = outboxFolder(root, false);
  if (folder === undefined || !claimPrivate(folder, `${id}.sending`, new TextEncoder().encode(printAttempt(attempt)))) return false;
  const lies = readPrivate(folder, `${id}.eml`);
  if (lies && digestOf(lies) === digestOf(bytes) && noteIn(folder, id)) return true;
  removePrivate(folder, `${id}.sending`);
  return false;
}

/** Gives a letter back that was certainly not sent, or that somebody wants sent again although it may have been. */
export function release(root: string, id: string): void {
  const folder = outboxFolder(root, false);
  if (folder !== undefined) removePrivate(folder, `${id}.sending`);
}

function attemptIn(folder: string, id: string): Attempt | undefined {
  const bytes = readPrivate(folder, `${id}.sending`);
  return bytes && readAttempt(`${OUTBOX}/${id}.sending`, new TextDecoder().decode(bytes));
}

/** Which body alone was changed. A letter that another program wrote anew has changed as a whole. */
function halfOf({ bodies }: Note, now: Bodies): 'plain' | 'html' | undefined {
  if (bodies.plain === undefined || bodies.html === undefined || now.plain === undefined || now.html === undefined) return undefined;
  const [plain, html] = [now.plain !== bodies.plain, now.html !== bodies.html];
  return plain === html ? undefined : plain ? 'plain' : 'html';
}

function known({ plain, html }: Bodies): Note['bodies'] {
  return { ...(plain !== undefined && { plain }), ...(html !== undefined && { html }) };
}

function noteIn(folder: string, id: string): Note | undefined {
  const bytes = readPrivate(folder, `${id}.yml`);
  return bytes && readNote(`${OUTBOX}/${id}.yml`, new TextDecoder().decode(bytes));
}

function writeNote(folder: string, id: string, note: Note): void {
  writePrivate(folder, `${id}.yml`, new TextEncoder().encode(printNote(note)), { later: true });
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
