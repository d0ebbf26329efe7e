import { readLocalSettings } from '../../identity/local-settings.ts';
import { callOf } from '../../messages/call.ts';
import { draftMessage, senderOf } from '../../messages/draft.ts';
import type { CandidateFacts } from '../../analysis/facts.ts';
import { parseDuration } from '../../model/duration.ts';
import type { Message } from '../../model/message.ts';
import { closest, plural } from '../../model/words.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import { openIdentities } from '../examine.ts';
import { chooseCandidates } from '../moves/chosen.ts';
import { instantOf } from '../moves/instants.ts';
import type { Opened } from '../open.ts';
import { closedFor } from '../send/overtaken.ts';
import { layDrafts, type Written } from './lay.ts';

/** Drafts one message for the candidates that are named or chosen by a filter. */
export async function draftNamed(context: Context, input: Input, opened: Opened, message: string): Promise<number> {
  const { workspace, clock, root } = opened;
  if (!workspace.messages.has(message)) {
    const guess = closest(message, workspace.messages.keys());
    throw new Mistake(`There is no message “${message}”.${guess === undefined ? ` There are: ${[...workspace.messages.keys()].join(', ')}.` : ` Did you mean “${guess}”?`}`);
  }
  const given = givenIn(input, opened);
  const { candidates, filtered } = chooseCandidates({ ...input, words: input.words.slice(1) }, opened, `draft ${message}`);
  if (filtered && candidates.length > 0 && !flag(input, 'dry-run') && !flag(input, 'yes')) {
    if (!mayAsk(context, input)) throw new Mistake(`This drafts ${plural(candidates.length, 'message')}. Look at it with --dry-run, and say --yes where nobody can be asked.`);
    if (!(await confirmed(context, input, `Draft “${message}” for ${plural(candidates.length, 'candidate')}?`))) return 0;
  }
  const identities = openIdentities(opened);
  const me = textOption(input, 'by') ?? readLocalSettings(root).settings.me;
  const written: Written[] = [];
  for (const facts of candidates) {
    if (!facts.folder.record) {
      context.stderr(`${facts.id} has no record that can be read, so nothing is written to them.\n`);
      continue;
    }
    const identity = await identities.find(facts.id);
    const call = callOf(workspace, message, identity?.language);
    const sender = call && (senderOf(workspace, facts.role, call) ?? me);
    if (!call) continue;
    if (sender === undefined) throw new Mistake(`Nobody signs: ${facts.role} has no manager. Say who with --by.`);
    const misfit = misfitOf(call.document.value.when, facts);
    written.push({ call, notes: misfit === undefined ? [] : [misfit], draft: draftMessage({ workspace, folder: facts.folder, now: clock.now, call, sender, identity, ...given }) });
  }
  return layDrafts(context, input, opened, written);
}

interface Given {
  readonly reason?: string;
  readonly extra?: string;
  readonly appointment?: number;
  readonly challengeLink?: string;
  readonly feedback?: string;
}

function givenIn(input: Input, { workspace }: Opened): Given {
  const [reason, extra, meets, link, feedback] = ['reason', 'extra', 'for', 'link', 'feedback'].map((option) => textOption(input, option));
  const by = textOption(input, 'by');
  const { decline_reasons: ours, withdraw_reasons: theirs } = workspace.settings.value;
  if (reason !== undefined && ours[reason] === undefined && theirs[reason] === undefined) throw new Mistake(`--reason: “${reason}” is no reason of the settings. There are: ${[...Object.keys(ours), ...Object.keys(theirs)].join(', ')}.`);
  if (extra !== undefined && !parseDuration(extra)) throw new Mistake(`--extra takes a duration such as 24h, found “${extra}”.`);
  if (link !== undefined && !/^https:\/\/[^\s<>()]+$/.test(link)) throw new Mistake(`--link takes an https address, found “${link}”.`);
  if (by !== undefined && !workspace.people.has(by)) throw new Mistake(`--by: there is no person “${by}”.`);
  return {
    ...(reason !== undefined && { reason }), ...(extra !== undefined && { extra }), ...(meets !== undefined && { appointment: instantOf(workspace, meets, 'for') }),
    ...(link !== undefined && { challengeLink: link }), ...(feedback !== undefined && { feedback }),
  };
}

/** What does not fit between a message and where the candidate is; it may be meant, so it is only said. */
function misfitOf({ at, into, on }: Message['when'], { current, folder }: CandidateFacts): string | undefined {
  const end = closedFor(on, folder.record?.value);
  if (end) return `their application is closed: ${end.event}`;
  const kinds = into ?? at;
  if (!current || !kinds || kinds.includes(current.kind)) return undefined;
  return `meant for “${on}” ${into ? 'into' : 'in'} ${kinds.join(', ')}, and they are in ${current.name} (${current.kind})`;
}
