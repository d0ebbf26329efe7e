import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { parseDuration } from '../../model/duration.ts';
import { listed, plural } from '../../model/words.ts';
import { hasRunOut } from '../../moves/guards.ts';
import { isRefused, type MoveRequest, type PlannedMove, type RefusedMove } from '../../moves/move.ts';
import { planMove } from '../../moves/plan.ts';
import { VERBS, type Verb } from '../../moves/verbs.ts';
import { APPLY_OPTIONS, readyToWrite } from '../apply.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from '../command.ts';
import { carryOutChecked } from '../one-record.ts';
import { openTree, type Opened } from '../open.ts';
import { rootOf } from '../root.ts';
import { whoActs } from '../who.ts';
import { writeSchemas } from '../write-schemas.ts';
import { carryOut } from './carry-out.ts';
import { chooseCandidates, FILTER_OPTIONS, type Chosen } from './chosen.ts';
import { instantOf } from './instants.ts';
import { MOVES } from './table.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

/** Options of every move. */
export const MOVE_OPTIONS = {
  ...FILTER_OPTIONS, ...APPLY_OPTIONS, now: text, today: text, 'no-cache': given, by: text, when: text, yes: given, sent: given, 'no-message': given,
} as const;

/** What some options mean for a move. */
export const MEANS = {
  role: ['those of this opening; with a name, which of its applications'], source: ['those who came from here'], by: ['who acts (default: me of .hire/local.yml)'],
  for: ['when both sides meet, 2026-11-26T14:00', 'time'], from: ['only who is in this stage, so that nobody goes two steps', 'stage'],
} as const;

/** The command of one verb: all of them are made from one table. */
export function moveCommand(verb: Verb): Command {
  const { summary, help, options } = MOVES[verb];
  return {
    name: verb,
    summary,
    usage: '<candidate>… | --role <role> --stage <stage>',
    help,
    options: { ...Object.fromEntries(options.map((option) => [option, text])), ...MOVE_OPTIONS },
    means: MEANS,
    words: [0, 1000],
    run: (context, input) => run(context, input, verb),
  };
}

async function run(context: Context, input: Input, verb: Verb): Promise<number> {
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const found = chooseCandidates(input, opened, verb, verb === 'reopen' ? { phase: 'closed' } : {});
  // Of everybody in a role those are meant whose time has passed; the others are not worth a line each.
  const chosen = verb === 'expire' && found.filtered ? { ...found, candidates: found.candidates.filter((facts) => hasRunOut(facts, opened.clock.now)) } : found;
  if (chosen.candidates.length === 0 && chosen.unjudged.length === 0) {
    context.stderr('Nobody matches.\n');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ written: false, moves: [], refused: [], files: [], commit: null, drafts: [] })}\n`);
    return 0;
  }
  const request = await requestOf(context, input, opened, verb, chosen);
  const { planned, refused } = await planAll(opened, chosen, request);
  const [only] = refused;
  // One name, or names and nobody there to look at the rest: then a refusal stops everything.
  if (only && !chosen.filtered && (chosen.candidates.length === 1 || !mayAsk(context, input)) && !(flag(input, 'dry-run') && chosen.candidates.length > 1)) {
    const rest = refused.slice(1).map(({ message, hint }) => `\n${message}\n${hint}`).join('');
    throw new Mistake(`${only.message}\n${only.hint}${rest}${chosen.candidates.length > 1 ? '\nNothing was written.' : ''}`);
  }
  if (planned.some((move) => move.changes.some((change) => change.path.includes('/submissions/'))) && !flag(input, 'dry-run')) writeSchemas(opened.root, opened.workspace);
  const doubtful = CAUTIOUS.has(verb) && planned.some((move) => move.notes.length > 0) && mayAsk(context, input);
  // What came in from outside is looked at before it is written: a link may show who somebody is.
  const carry = planned.some((move) => move.changes.length > 1) ? carryOutChecked : carryOut;
  return carry(context, input, opened, planned, [], { refused, ask: chosen.filtered || chosen.candidates.length > 1 || doubtful, before: unjudgedWords(chosen) });
}

/** Of these verbs a note is a reason to stop for a moment; somebody at a terminal is asked even for one candidate. */
const CAUTIOUS: ReadonlySet<Verb> = new Set<Verb>(['advance', 'decline', 'offer']);

/** Plans the move for everyone who was chosen. */
async function planAll(opened: Opened, { candidates }: Chosen, request: MoveRequest): Promise<{ planned: PlannedMove[]; refused: RefusedMove[] }> {
  const identities = identityFolder(readLocalSettings(opened.root).settings.identities);
  const planned: PlannedMove[] = [];
  const refused: RefusedMove[] = [];
  for (const facts of candidates) {
    const language = (await identities.find(facts.id))?.language;
    const plan = planMove(opened.workspace, facts, request, opened.text, language);
    if (isRefused(plan)) refused.push(plan);
    else planned.push(plan);
  }
  return { planned, refused };
}

/** So many are named one by one. */
const NAMED = 12;

function unjudgedWords({ unjudged }: Chosen): string[] {
  if (unjudged.length === 0) return [];
  const each = unjudged.map(({ id, current }) => `${id} (${current?.panel?.scoresIn ?? 0} of ${plural(current?.panel?.scoresWanted ?? 0, 'score')})`);
  return [`Left out, since their scores are not complete: ${listed([...each.slice(0, NAMED), ...(each.length > NAMED ? [`${each.length - NAMED} more`] : [])])}.`];
}

async function requestOf(context: Context, input: Input, opened: Opened, verb: Verb, chosen: Chosen): Promise<MoveRequest> {
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
  const known = Object.keys(verb === 'decline' ? ours : theirs);
  return answer(context, input, { option: 'reason', ask: `Why (${known.join(', ')})?`, wrong: oneOfThese('reason', known) });
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
