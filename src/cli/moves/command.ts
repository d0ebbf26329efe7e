import { candidateFacts } from '../../analysis/candidate.ts';
import { identityFolder } from '../../identity/folder.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { listed, plural } from '../../model/words.ts';
import { hasRunOut } from '../../moves/guards.ts';
import { isRefused, type MoveRequest, type PlannedMove, type RefusedMove } from '../../moves/move.ts';
import { planMove } from '../../moves/plan.ts';
import type { Verb } from '../../moves/verbs.ts';
import { withFolder } from '../../moves/with-folder.ts';
import { APPLY_OPTIONS, readyToWrite } from '../apply.ts';
import { mayAsk } from '../ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from '../command.ts';
import { carryOutChecked } from '../one-record.ts';
import { openTree, type Opened } from '../open.ts';
import { rootOf } from '../root.ts';
import { writeSchemas } from '../write-schemas.ts';
import { carryOut } from './carry-out.ts';
import { chooseCandidates, FILTER_OPTIONS, type Chosen } from './chosen.ts';
import { requestOf } from './request.ts';
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
  if (verb === 'reopen' && input.words.length === 0 && textOption(input, 'ended') === undefined) throw new Mistake('Who? Name a candidate (hire reopen teal-otter-7f), or say by --ended for which reason the applications ended.');
  const found = chooseCandidates(input, opened, verb, verb === 'reopen' ? { phase: 'closed' } : {});
  // Whoever is in the application and whoever is before the offer would go on with one word.
  if (ONE_STAGE.has(verb) && found.filtered && textOption(input, 'stage') === undefined && textOption(input, 'from') === undefined) throw new Mistake(`Which stage? hire ${verb} moves everybody a filter finds; say --stage, so that nobody goes on from where you do not look.`);
  // Of everybody in a role those are meant whose time has passed; the others are not worth a line each.
  const chosen = verb === 'expire' && found.filtered ? { ...found, candidates: found.candidates.filter((facts) => hasRunOut(facts, opened.clock.now)) } : found;
  if (chosen.candidates.length === 0 && chosen.unjudged.length === 0) {
    context.stderr('Nobody matches.\n');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ written: false, moves: [], refused: [], files: [], commit: null, pullRequest: null, drafts: [] })}\n`);
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
  return carry(context, input, opened, planned, [], { refused, ask: chosen.filtered || chosen.candidates.length > 1 || doubtful, before: unjudgedWords(chosen), next: verb === 'hire' ? filledWords(opened, planned) : [] });
}

/** After the last hire of an opening the others wait for an answer. */
function filledWords({ workspace, clock }: Opened, planned: readonly PlannedMove[]): string[] {
  return [...new Set(planned.map((move) => move.role))].flatMap((role) => {
    const after = planned.filter((move) => move.role === role).reduce((whole, move) => withFolder(whole, move.after), workspace);
    const facts = [...after.candidates.get(role)?.values() ?? []].map((folder) => candidateFacts(after, folder, clock.now));
    const hired = facts.filter((each) => each.how === 'hired').length;
    const headcount = workspace.roles.get(role)?.value.headcount ?? Infinity;
    const waiting = facts.filter((each) => !each.closed).length;
    return hired >= headcount && waiting > 0 ? [`${hired} of ${headcount} are hired, and ${plural(waiting, 'application')} still open. To close it and answer everybody: hire close ${role}`] : [];
  });
}

/** Verbs that take people somewhere: many at once only out of one stage. */
const ONE_STAGE: ReadonlySet<Verb> = new Set<Verb>(['advance', 'return']);

/** Of these verbs a note is a reason to stop for a moment; somebody at a terminal is asked even for one candidate. */
const CAUTIOUS: ReadonlySet<Verb> = new Set<Verb>(['advance', 'decline', 'offer', 'hire']);

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
