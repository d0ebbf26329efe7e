import { workspaceFacts } from '../analysis/candidate.ts';
import type { CandidateFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import type { Change } from '../model/change.ts';
import { listed, plural } from '../model/words.ts';
import { closeRole, closingOf, type Closing } from '../moves/close.ts';
import { isRefused, type PlannedMove, type RefusedMove } from '../moves/move.ts';
import { planMove } from '../moves/plan.ts';
import { NotPossible } from '../moves/refusal.ts';
import { whereWords } from '../moves/where.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { answer, oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { carryOut } from './moves/carry-out.ts';
import { askReason } from './moves/request.ts';
import { openTree, type Opened } from './open.ts';
import { rootOf } from './root.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;
/** The reason everybody else is declined for where the opening was filled. */
const FILLED = 'position-filled';

/** `hire close`: the end of an opening, and a decent answer for everybody who is still in it. */
export const close: Command = {
  name: 'close',
  summary: 'close an opening and answer everybody still in it',
  usage: '<role>',
  help: `
Adds the state “closed” to the role, declines the rest, and leaves a draft for each of them: one commit for all.
Whoever is decided on, or has our offer in hand, is never declined on the way: settle that first, or leave them out with --except.

hire close senior-backend-2026                                  everybody who was sought is hired
hire close senior-backend-2026 --because "The budget is gone" --reason below-bar
hire close senior-backend-2026 --except teal-otter-7f --dry-run`,
  options: { ...APPLY_OPTIONS, now: text, today: text, 'no-cache': given, by: text, because: text, reason: text, except: text, yes: given, sent: given, 'no-message': given },
  means: { by: ['who closes it (default: me of .hire/local.yml)'], reason: [`why the rest is declined (default, once it is filled: ${FILLED})`] },
  words: [1, 1],
  async run(context, input) {
    await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const { workspace, clock } = opened;
    const [id = ''] = input.words;
    const stored = workspace.roles.get(id);
    if (!stored) throw new Mistake(oneOfThese('role', workspace.roles.keys())(id) ?? `There is no role “${id}”.`);
    const facts = workspaceFacts(workspace, clock.now).roles.get(id) ?? [];
    const closing = closingOf(facts, exceptOf(input, facts));
    const { headcount } = stored.value;
    const filled = closing.hired.length >= headcount;
    const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
    const closed = (because: string): Change => refusable(() => closeRole(id, stored, today, because, opened.text));
    // Before anything is asked: whether it can be closed at all.
    closed('–');
    settled(opened, closing);
    const because = await answer(context, input, {
      option: 'because', ask: filled ? 'Why does it close?' : `${closing.hired.length} of ${headcount} were hired. Why does it close?`, ...(filled && { fallback: `Filled: ${closing.hired.length} of ${headcount} hired` }),
    });
    const by = await whoActs(context, input, opened, id);
    const reason = closing.rest.length === 0 ? FILLED : await reasonOf(context, input, opened, filled);
    const { planned, refused } = await declineAll(opened, closing.rest, { by, reason });
    const summary = `${id}: ${closing.hired.length} of ${headcount} hired, ${plural(planned.length, 'open application')} declined (${reason})${closing.kept.length === 0 ? '' : `, ${listed(closing.kept.map((each) => each.id))} left open`}.`;
    return carryOut(context, input, opened, planned, [closed(because)], {
      refused, ask: planned.length > 0, before: [summary],
      commitment: { message: `Close ${id}: ${because}\n\n${planned.map((move) => `${move.candidate} declined in ${move.visit}: ${reason}\n`).join('')}`, branch: `hire/close-${id}` },
      next: planned.length === 0 ? [summary] : [],
    });
  },
};

function exceptOf(input: Input, facts: readonly CandidateFacts[]): ReadonlySet<string> {
  const named = (textOption(input, 'except') ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  for (const each of named) {
    const wrong = oneOfThese('candidate', facts.filter((known) => !known.closed).map((known) => known.id))(each);
    if (wrong !== undefined) throw new Mistake(`--except: ${wrong}`);
  }
  return new Set(named);
}

/** @throws Mistake while somebody is decided on or has our offer */
function settled({ workspace }: Opened, { standing }: Closing): void {
  if (standing.length === 0) return;
  const office = officeOf(workspace.calendar);
  const lines = standing.map((each) => `  ${each.id} is ${whereWords(office, each)}${each.decisions.length > 0 ? `; decided: ${each.decisions.at(-1)?.value.decision ?? ''}` : ''}`);
  throw new Mistake(`These are decided or have our offer, and are not declined on the way, for a reason that is not theirs:\n${lines.join('\n')}\nSettle it first, or leave them open: --except ${standing.map((each) => each.id).join(',')}`);
}

/** Only a filled opening may be called so: what the others read must be true. */
async function reasonOf(context: Context, input: Input, { workspace }: Opened, filled: boolean): Promise<string> {
  const reasons = workspace.settings.value.decline_reasons;
  const why = 'Why are the others declined?';
  if (filled && Object.hasOwn(reasons, FILLED)) return askReason(context, input, reasons, why, FILLED);
  return askReason(context, input, reasons, `${why} ${filled ? `The settings list no “${FILLED}”.` : `“${FILLED}” would not be true.`}`);
}

async function declineAll(opened: Opened, rest: readonly CandidateFacts[], { by, reason }: { by: string; reason: string }): Promise<{ planned: PlannedMove[]; refused: RefusedMove[] }> {
  const identities = identityFolder(readLocalSettings(opened.root).settings.identities);
  const planned: PlannedMove[] = [];
  const refused: RefusedMove[] = [];
  for (const facts of rest) {
    const plan = planMove(opened.workspace, facts, { verb: 'decline', by, at: opened.clock.now, reason }, opened.text, (await identities.find(facts.id))?.language);
    if (isRefused(plan)) refused.push(plan);
    else planned.push(plan);
  }
  return { planned, refused };
}

function refusable<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof NotPossible) throw new Mistake(`${error.message}\n${error.hint}`);
    throw error;
  }
}
