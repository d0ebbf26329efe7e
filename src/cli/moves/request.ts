import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseDuration } from '../../model/duration.ts';
import type { MoveRequest } from '../../moves/move.ts';
import { VERBS, type Verb } from '../../moves/verbs.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { whoActs } from '../who.ts';
import type { Chosen } from './chosen.ts';
import { instantOf } from './instants.ts';

/**
 * What the options ask for, the same for everybody who was chosen. What is missing is asked for once, where somebody can answer.
 * @throws Mistake when an option is wrong, or missing and nobody can be asked
 */
export async function requestOf(context: Context, input: Input, opened: Opened, verb: Verb, chosen: Chosen): Promise<MoveRequest> {
  const { workspace, clock } = opened;
  const when = textOption(input, 'when') ?? textOption(input, 'received');
  const at = when === undefined ? clock.now : instantOf(workspace, when, textOption(input, 'when') === undefined ? 'received' : 'when');
  if (at > clock.now) throw new Mistake(`--when lies after now (${clock.from === 'example' ? 'the example’s clock stands still' : 'by this machine’s clock'}): what has not happened yet is not recorded.`);
  const roles = new Set(chosen.candidates.map((facts) => facts.role));
  const signs = VERBS[verb].signed || textOption(input, 'by') !== undefined;
  const window = textOption(input, 'window');
  const chosenWindow = window === undefined ? undefined : parseDuration(window);
  if (window !== undefined && (!chosenWindow || chosenWindow.from !== chosenWindow.to)) throw new Mistake(`--window takes one duration such as 48h or 5 business days, found “${window}”.`);
  const handedIn = verb === 'submit' ? handedInOf(context, input) : undefined;
  if (handedIn && chosen.candidates.length > 1) throw new Mistake('--link, --file and --minutes are of one candidate; name one.');
  return {
    verb, at, dated: when !== undefined,
    by: signs ? await whoActs(context, input, opened, roles.size === 1 ? [...roles][0] : undefined) : undefined,
    ...optional('to', textOption(input, 'to')), ...optional('from', textOption(input, 'from')), ...optional('reason', await reasonOf(context, input, opened, verb)),
    ...optional('for', verb === 'book' ? await meetingOf(context, input, opened) : undefined), ...optional('window', chosenWindow), ...optional('handedIn', handedIn),
  };
}

/** The word of the closed list: asked for once, whatever the number of candidates. */
async function reasonOf(context: Context, input: Input, { workspace }: Opened, verb: Verb): Promise<string | undefined> {
  if (verb !== 'decline' && verb !== 'withdraw') return undefined;
  const { decline_reasons: ours, withdraw_reasons: theirs } = workspace.settings.value;
  return askReason(context, input, verb === 'decline' ? ours : theirs, 'Why?');
}

/** A word of a closed list of reasons; whoever is asked sees what candidates will read. */
export async function askReason(context: Context, input: Input, reasons: Readonly<Record<string, string>>, ask: string, fallback?: string): Promise<string> {
  const known = Object.keys(reasons);
  const asked = textOption(input, 'reason') === undefined && mayAsk(context, input);
  const width = Math.max(...known.map((word) => word.length));
  if (asked) context.stderr(known.map((word) => `  ${word.padEnd(width)}  ${reasons[word] ?? ''}\n`).join(''));
  return answer(context, input, { option: 'reason', ask: asked ? ask : `${ask} There are: ${known.join(', ')}.`, ...(fallback !== undefined && { fallback }), wrong: oneOfThese('reason', known) });
}

async function meetingOf(context: Context, input: Input, { workspace }: Opened): Promise<number> {
  const wrong = (said: string): string | undefined => {
    try {
      return void instantOf(workspace, said, 'for');
    } catch (error) {
      if (error instanceof Mistake) return error.message.replace(/^--for:? /, '');
      throw error;
    }
  };
  return instantOf(workspace, await answer(context, input, { option: 'for', ask: 'When do both sides meet, such as 2026-11-26T14:00?', wrong }), 'for');
}

/** What was handed in, where anything is said of it. */
function handedInOf(context: Context, input: Input): MoveRequest['handedIn'] {
  const link = textOption(input, 'link');
  const commit = textOption(input, 'commit');
  const minutes = textOption(input, 'minutes');
  const file = textOption(input, 'file');
  if (commit !== undefined && link === undefined) throw new Mistake('--commit belongs to --link: the repository it is in.');
  if (minutes !== undefined && !/^\d{1,5}$/.test(minutes)) throw new Mistake(`--minutes takes a whole number of minutes, found “${minutes}”.`);
  if (link === undefined && minutes === undefined && file === undefined) return undefined;
  return {
    ...(link !== undefined && { links: [{ kind: kindOf(link), url: link, ...(commit !== undefined && { commit }) }] }),
    ...(file !== undefined && { files: [fileOf(resolve(context.cwd, file), file)] }),
    ...(minutes !== undefined && { minutes_reported: Number(minutes) }),
  };
}

function kindOf(link: string): 'repository' | 'pull-request' {
  return /\/(?:pull|pulls|merge_requests)\/\d/.test(link) ? 'pull-request' : 'repository';
}

function fileOf(path: string, written: string): { name: string; bytes: number; sha256: string } {
  try {
    const bytes = readFileSync(path);
    return { name: basename(path), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    throw new Mistake(`--file: ${written} cannot be read.`);
  }
}

function optional<Key extends keyof MoveRequest>(key: Key, value: MoveRequest[Key] | undefined): Partial<MoveRequest> {
  return value === undefined ? {} : { [key]: value };
}
