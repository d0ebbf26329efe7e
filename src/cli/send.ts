import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { sayIfClosed } from './closed-identities.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { openIdentities } from './examine.ts';
import { list } from '../outbox/outbox.ts';
import { openTree } from './open.ts';
import { rootOf } from './root.ts';
import { noteByHand } from './send/by-hand.ts';
import { chosenDrafts } from './send/choose.ts';
import { dropDrafts } from './send/drop.ts';
import { newestDrafts, notedBefore } from './send/newest.ts';
import { sendOverSmtp } from './send/over-smtp.ts';
import { waitingData, waitingWords } from './send/waiting.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

const WAYS = ['by-hand', 'smtp', 'drop'] as const;

/** `hire send`: what waits in the outbox, and three ways for it to leave. */
export const send: Command = {
  name: 'send',
  summary: 'the messages that wait to be sent: list, send, note as sent',
  usage: '[<candidate>…]',
  help: `
Moves leave drafts in .hire/outbox, each a letter (.eml) that your mail program opens. Read and edit them there.
The record says “sent” only once it was.

hire send                             lists what waits; with names, with the links of short ones (mailto:)
hire send --by-hand teal-otter-7f     you sent it yourself: notes it, with what it promised
hire send --smtp --all                sends through the server of .hire/local.yml, and notes each one that left
hire send --drop teal-otter-7f        forgets a draft

The password of the server stands in HIRE_SMTP_PASSWORD. A letter that may have left already is never sent again without --again.`,
  options: { 'by-hand': given, smtp: given, drop: given, all: given, again: given, message: text, by: text, when: text, yes: given, now: text, today: text, 'no-cache': given, ...APPLY_OPTIONS },
  means: {
    'by-hand': ['note them as sent: you sent them yourself'], smtp: ['send them through the server of .hire/local.yml'], drop: ['forget them; the record says nothing'],
    all: ['everything that waits'], again: ['send what may have been sent already'], message: ['only drafts of this message', 'message'],
    by: ['who sent them (default: me of .hire/local.yml, or who signs)'], when: ['when they were sent by hand (default: now)', 'time'], yes: ['send without being asked'],
  },
  words: [0, 1000],
  run,
};

async function run(context: Context, input: Input): Promise<number> {
  const root = rootOf(context, input);
  const [way, other] = WAYS.filter((each) => flag(input, each));
  if (way !== undefined && other !== undefined) throw new Mistake(`Give --${way} or --${other}, not both.`);
  if (flag(input, 'again') && way !== 'smtp') throw new Mistake('--again goes with --smtp.');
  if (way === 'drop') return dropDrafts(context, input, root, chosenDrafts(root, input, '--drop'));
  if (way !== undefined) await readyToWrite(context, root, { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  if (way === undefined) return listWaiting(context, input, opened);
  const rest = way === 'by-hand' ? sayWhatIsNoted(context, input, opened) : input;
  if (rest === undefined) return 0;
  const drafts = chosenDrafts(root, rest, `--${way}`);
  if (drafts.length === 0) {
    context.stderr('Nothing waits.\n');
    return 0;
  }
  if (way === 'smtp') return sendOverSmtp(context, input, opened, drafts);
  // Who names the message means that one.
  const { meant, left } = textOption(input, 'message') === undefined ? newestDrafts(drafts, opened.workspace) : { meant: drafts, left: [] };
  for (const { draft: { candidate, message }, why } of left) context.stderr(`${candidate}: “${message}” is not noted: ${why}. hire send --drop ${candidate} --message ${message} forgets it; --by-hand with --message ${message} notes it all the same.\n`);
  return meant.length === 0 ? 0 : noteByHand(context, input, opened, meant);
}

/** Says of whom nothing waits that the last letter is noted already; what is left of the words, undefined where that is nobody. */
function sayWhatIsNoted(context: Context, input: Input, opened: Awaited<ReturnType<typeof openTree>>): Input | undefined {
  const message = textOption(input, 'message');
  const waiting = list(opened.root).filter((draft) => message === undefined || draft.message === message);
  const noted = new Map(input.words.filter((word) => !waiting.some(({ candidate }) => candidate === word)).flatMap((word) => {
    const said = notedBefore(opened.workspace, word, message);
    return said === undefined ? [] : [[word, said] as const];
  }));
  for (const said of noted.values()) context.stderr(`${said}\n`);
  const words = input.words.filter((word) => !noted.has(word));
  if (noted.size === 0 || words.length > 0) return noted.size === 0 ? input : { ...input, words };
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ noted: [], files: [], commit: null })}\n`);
  return undefined;
}

async function listWaiting(context: Context, input: Input, opened: Awaited<ReturnType<typeof openTree>>): Promise<number> {
  const waiting = chosenDrafts(opened.root, input, undefined);
  const { now } = opened.clock;
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ waiting: waiting.map((draft) => waitingData(draft, opened.workspace, now)) })}\n`);
  else if (waiting.length === 0) context.stderr('Nothing waits to be sent.\n');
  else {
    sayIfClosed(context, opened.root);
    context.stdout(await waitingWords(waiting, opened.workspace, openIdentities(opened), now, input.words.length > 0));
    context.stderr('\nOpen a letter, send it, then: hire send --by-hand <candidate>. “hire send <candidate>” shows the link of a short one.\n');
  }
  return 0;
}
