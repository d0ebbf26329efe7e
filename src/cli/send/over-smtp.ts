import { createHash } from 'node:crypto';
import { officeOf } from '../../analysis/time/office.ts';
import { readLocalSettings, type MailSettings } from '../../identity/local-settings.ts';
import { addressesOf, fieldOf, shows, takeApart, withFields } from '../../mail/headers.ts';
import { handOver, isThisMachine, type Fault, type Outgoing, type Server } from '../../mail/smtp.ts';
import { plural } from '../../model/words.ts';
import { harmless } from '../../report/terminal-text.ts';
import { claim, letter, release, remove, type Waiting } from '../../outbox/outbox.ts';
import { applyPlan } from '../apply.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { overtakenBy } from './overtaken.ts';
import { isTold, senderSaid, tellIdentities, toldChanges, toldCommitment } from './told.ts';
import { halfWords, pastPromise } from './waiting.ts';

/** What became of one draft. */
interface Result {
  readonly draft: Waiting;
  readonly outcome: 'sent' | 'noted before' | 'not sent' | 'not noted';
  readonly words: string;
}

/** A draft as it would go out, or why it does not. */
type Ready = { readonly draft: Waiting; readonly id: string; readonly bytes: Uint8Array; readonly outgoing: Outgoing } | { readonly draft: Waiting; readonly why: string };

/** So many letters in a row that fail for the server's sake: then the rest would fail as well, and a login would be locked. */
const GIVE_UP_AFTER = 3;
const OF_THE_SERVER: ReadonlySet<Fault> = new Set(['login', 'security', 'unreachable']);

/**
 * Sends drafts through the server of this machine's settings, one after the other, and notes each as soon as the server took it. Before a letter
 * is handed over it is marked, so that a run which dies in between sends nothing twice.
 * @returns 0 when all were sent, 1 when one was not
 */
export async function sendOverSmtp(context: Context, input: Input, opened: Opened, drafts: readonly Waiting[], pace: Pick<Server, 'trust' | 'patience'> = {}): Promise<number> {
  const { root, workspace, clock } = opened;
  const { mail, server } = serverOf(context, root);
  const by = await senderSaid(context, input, opened);
  const results: Result[] = [];
  const open: Waiting[] = [];
  for (const draft of drafts) {
    if (!isTold(workspace, draft)) open.push(draft);
    else {
      if (!flag(input, 'dry-run')) remove(root, draft.id);
      results.push({ draft, outcome: 'noted before', words: 'was sent and noted by the run before' });
    }
  }
  const named = input.words.length > 0 && input.options['message'] !== undefined;
  const ready = open.map((draft) => {
    const ended = named ? undefined : overtakenBy(draft, workspace);
    if (ended !== undefined) return { draft, why: `it is overtaken, ${ended}: hire send --drop ${draft.candidate} --message ${draft.message}; with --smtp in place of --drop it goes all the same` };
    return readyToSend(draft, opened, mail.from, flag(input, 'again'), context.machineNow());
  });
  context.stderr(preview(ready, server));
  const sendable = ready.filter((each) => 'outgoing' in each);
  for (const each of ready) if ('why' in each) results.push({ draft: each.draft, outcome: 'not sent', words: each.why });
  if (flag(input, 'dry-run')) context.stderr('Nothing was sent (--dry-run).\n');
  else if (sendable.length > 0 && (await agreed(context, input, sendable.length, server))) {
    let inARow = 0;
    for (const [index, { draft, id, bytes, outgoing }] of sendable.entries()) {
      if (context.interrupted.aborted || inARow >= GIVE_UP_AFTER) {
        results.push(...sendable.slice(index).map((rest): Result => ({ draft: rest.draft, outcome: 'not sent', words: 'was not tried' })));
        break;
      }
      if (draft.sending) release(root, draft.id);
      if (!claim(root, draft.id, { since: `${new Date(clock.now).toISOString().slice(0, 16)}Z`, messageId: id, host: server.host }, bytes)) {
        results.push({ draft, outcome: 'not sent', words: 'another run has it, or it was changed meanwhile: look again with “hire send”' });
        continue;
      }
      const handed = await handOver({ ...server, ...pace }, outgoing);
      if (!handed.ok) {
        if (!handed.uncertain) release(root, draft.id);
        inARow = OF_THE_SERVER.has(handed.fault) ? inARow + 1 : 0;
        results.push({ draft, outcome: 'not sent', words: `${handed.words}${handed.uncertain ? ' It may have been sent: look into the sent messages, then --by-hand or --smtp --again.' : ''}` });
        continue;
      }
      inARow = 0;
      results.push(await note(context, input, opened, draft, by));
    }
  }
  return told(context, input, results);
}

/** Writes down that a letter was taken. Whatever keeps that from being written, the draft keeps its mark, so that it is not sent again. */
async function note(context: Context, input: Input, opened: Opened, draft: Waiting, by: string | undefined): Promise<Result> {
  const { root, workspace, clock } = opened;
  try {
    const changes = toldChanges(root, workspace, [draft], clock.now, by);
    if (changes.length > 0) await applyPlan({ ...context, stderr: () => undefined }, input, root, changes, toldCommitment(workspace, [draft]));
    await tellIdentities(root, workspace, [draft], clock.now);
  } catch (error) {
    return { draft, outcome: 'not noted', words: `was sent, but could not be noted: ${error instanceof Error ? error.message : String(error)} Then: hire send --by-hand ${draft.candidate}` };
  }
  remove(root, draft.id);
  return { draft, outcome: 'sent', words: 'sent' };
}

function readyToSend(draft: Waiting, { root, workspace, clock }: Opened, from: string, again: boolean, machineNow: number): Ready {
  const not = (why: string): Ready => ({ draft, why });
  if (draft.sending && !again) return not(`may have been sent already (${draft.sending.host}, ${draft.sending.since}): look into the sent messages, then --by-hand or --smtp --again`);
  const bytes = letter(root, draft.id);
  if (!bytes) return not('its letter is gone');
  const parts = takeApart(bytes);
  const to = [...new Set([...addressesOf(parts, 'To'), ...addressesOf(parts, 'Cc'), ...addressesOf(parts, 'Bcc')])];
  if (to.length === 0) return not('the letter has no address: the identity names none, or is closed on this machine');
  const left = draft.unknown.filter((token) => !draft.edited || shows(bytes, `[${token}]`));
  if (left.length > 0) return not(`nobody knew ${left.map((token) => `{{${token}}}`).join(', ')}: write the words into ${draft.path} in place of [${left[0] ?? ''}], or mend the message and draft it again`);
  if (draft.halfEdited !== undefined) return not(halfWords(draft.halfEdited));
  const past = pastPromise(draft, officeOf(workspace.calendar).zone.dayOf(clock.now), clock.now);
  if (past !== undefined) return not(`it promises ${past}, which has passed: hire draft ${draft.message} ${draft.candidate}`);
  const sender = addressesOf(parts, 'From')[0] ?? from;
  const id = fieldOf(parts, 'Message-ID') ?? `<${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}@${new URL(workspace.settings.value.site.url).host}>`;
  const given = [
    ...(fieldOf(parts, 'From') === undefined ? [`From: ${from}`] : []),
    `Message-ID: ${id}`,
    `Date: ${new Date(machineNow).toUTCString().replace('GMT', '+0000')}`,
    ...(fieldOf(parts, 'MIME-Version') === undefined ? ['MIME-Version: 1.0'] : []),
  ];
  // X-Unsent would open it as a draft at the other end; Bcc is for the envelope alone.
  return { draft, id, bytes, outgoing: { bytes: withFields(parts, ['X-Unsent', 'Bcc', 'Message-ID', 'Date'], given), from: sender, to } };
}

function serverOf(context: Context, root: string): { mail: MailSettings; server: Server } {
  const { settings, problems } = readLocalSettings(root);
  if (problems[0]) throw new Mistake(`.hire/local.yml: ${problems[0].message} ${problems[0].hint}`);
  const smtp = settings.mail?.smtp;
  if (!settings.mail || !smtp) throw new Mistake('.hire/local.yml names no server. Add mail: { from: you@…, smtp: { host: …, login: … } }, or send the letters from your mail program and note them with --by-hand.');
  if (smtp.security === 'none' && !isThisMachine(smtp.host)) throw new Mistake(`.hire/local.yml: security none is for a server on this machine, and ${smtp.host} is another one. Write security: starttls or tls.`);
  const password = context.env['HIRE_SMTP_PASSWORD'];
  if (smtp.login !== undefined && (password === undefined || password === '')) throw new Mistake(`The server wants the login ${smtp.login}, and HIRE_SMTP_PASSWORD is not set. Passwords stand in the environment alone, never in a file.`);
  return { mail: settings.mail, server: { host: smtp.host, port: smtp.port, security: smtp.security, login: smtp.login, password } };
}

function preview(ready: readonly Ready[], server: Server): string {
  const lines = ready.map((each) => ('outgoing' in each
    ? `  ${each.draft.candidate} → ${harmless(each.outgoing.to.join(', '))}  ${harmless(each.draft.subject)}${each.draft.edited ? ' (edited)' : ''}\n`
    : `  ${each.draft.candidate}  not sent: ${each.why}\n`));
  return lines.length === 0 ? '' : `Through ${server.host}:${server.port}:\n${lines.join('')}`;
}

async function agreed(context: Context, input: Input, count: number, server: Server): Promise<boolean> {
  if (flag(input, 'yes')) return true;
  if (!mayAsk(context, input)) throw new Mistake(`This sends ${plural(count, 'message')} through ${server.host}. Look at it with --dry-run, and say --yes where nobody can be asked.`);
  const yes = await confirmed(context, input, `Send ${plural(count, 'message')}?`);
  if (!yes) context.stderr('Nothing was sent.\n');
  return yes;
}

function told(context: Context, input: Input, results: readonly Result[]): number {
  const failed = results.filter(({ outcome }) => outcome === 'not sent' || outcome === 'not noted');
  const sent = results.filter(({ outcome }) => outcome === 'sent' || outcome === 'not noted').length;
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ results: results.map(({ draft, outcome, words }) => ({ id: draft.id, candidate: draft.candidate, message: draft.message, outcome, words })) })}\n`);
  else context.stdout(results.map(({ draft, words }) => `${draft.candidate}  ${draft.message}  ${harmless(words)}\n`).join(''));
  if (!flag(input, 'dry-run')) context.stderr(`${plural(sent, 'message')} sent${failed.length > 0 ? `, ${failed.length} to look at; their drafts stay` : ''}.\n`);
  return failed.length > 0 ? 1 : 0;
}
