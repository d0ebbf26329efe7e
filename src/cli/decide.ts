import { candidateFacts } from '../analysis/candidate.ts';
import type { CandidateFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import type { Change } from '../model/change.ts';
import type { Decision } from '../model/decision.ts';
import { isRefused, type PlannedMove } from '../moves/move.ts';
import { planMove } from '../moves/plan.ts';
import { whereWords } from '../moves/where.ts';
import { withFolder } from '../moves/with-folder.ts';
import { history } from '../store/history.ts';
import { answer, confirmed, mayAsk, oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { barOf, decisionOf, dissentOf, withoutWhom } from './decide/asked.ts';
import { knownWords } from './decide/known.ts';
import { printDecision } from './decide/print.ts';
import { manyOption } from './many.ts';
import { carryOutChecked, openRecord, RECORD_OPTIONS } from './one-record.ts';
import type { Opened } from './open.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const given = { type: 'boolean' } as const;

/** `hire decide`: the decision record, by people, with the bar, the reason and the dissent. */
export const decide: Command = {
  name: 'decide',
  summary: 'write down what was decided, why, and who saw it differently',
  usage: '<candidate>',
  help: `
Shows what is known, evidence before numbers, and writes decision.yml: what was decided, the answer to the bar, the reason, the dissent.
No score decides: there is no default. Who is hired needs bar yes. A second decision revises the first, which stays as it is.

hire decide teal-otter-7f                                            asks, on a terminal
hire decide teal-otter-7f --hire --bar yes --because "…" --dissent "bob: two days nobody had ordered"
hire decide teal-otter-7f --decline --bar no --because "…" --and-move --reason below-bar
hire decide teal-otter-7f … --without "chen: on leave until January"  while a score that was asked for is open`,
  options: {
    ...RECORD_OPTIONS, hire: given, decline: given, bar: text, because: text, dissent: several, with: several, without: several, 'revised-because': text,
    'and-move': given, reason: text, sent: given, 'no-message': given, yes: given,
  },
  means: {
    by: ['who decides (default: me of .hire/local.yml)'], role: ['which application, where one name has several'], because: ['the reason, in words'], with: ['who else decided; may be given several times', 'person'],
    reason: ['with --decline --and-move: a word of the settings’ list'],
  },
  words: [1, 1],
  async run(context, input) {
    const { opened, facts } = await openRecord(context, input, 'decide');
    const { workspace, clock } = opened;
    const office = officeOf(workspace.calendar);
    const without = withoutWhom(input, workspace, facts);
    const show = (): void => {
      if (!flag(input, 'json')) context.stderr(`${facts.id} is ${whereWords(office, facts)}.\n\n${knownWords(workspace, facts, context.terminal.columns)}`);
    };
    // Who is asked reads before answering; who wrote options is told first what is wrong with them.
    const reads = mayAsk(context, input);
    if (reads) show();
    const by = await whoActs(context, input, opened, facts.role);
    const decision = await decisionOf(context, input);
    const question = workspace.pipelines.get(workspace.roles.get(facts.role)?.value.pipeline ?? '')?.value.bar.replace(/\s+/g, ' ').trim() ?? 'Does the bar hold?';
    const bar = await barOf(context, input, question, decision);
    const because = await words(context, input, 'because', 'Why, in your words?');
    const dissent = await dissentOf(context, input, workspace, facts, decision);
    const number = facts.folder.decisions.length + 1;
    const revised = number > 1 ? await words(context, input, 'revised-because', 'There is a decision already. Why is it revised?') : undefined;
    if (revised === undefined && textOption(input, 'revised-because') !== undefined) throw new Mistake('--revised-because: this is the first decision about them; there is nothing to revise.');
    const value: Decision = {
      decision, decided: office.zone.instantText(clock.now), by: [...new Set([by, ...others(input, opened)])], bar, dissent,
      because: [because, ...without.map(([person, why]) => `Decided without the score of ${person}: ${why}.`.replace(/\.\.$/, '.'))].join('\n\n'),
      ...(await seen(opened)), ...(revised !== undefined && { revised_because: revised }),
    };
    if (!reads) show();
    const path = `${facts.folder.path}/decision${number === 1 ? '' : `.${number}`}.yml`;
    const change: Change = { path, before: opened.text(path), after: printDecision(path, value) };
    const move = await nextMove(context, input, opened, facts, path, value, by);
    const code = await carryOutChecked(context, input, opened, move.planned ? [move.planned] : [], [change], {
      commitment: { message: `Decide: ${decision} ${facts.id}\n`, branch: `hire/decide-${facts.id}` }, next: move.next,
    });
    if (code === 0 && !flag(input, 'json')) context.stdout(`${path}\n`);
    return code;
  },
};

async function words(context: Context, input: Input, option: string, ask: string): Promise<string> {
  return answer(context, input, { option, ask, wrong: (said) => (said.trim() === '' ? 'A reason is needed.' : undefined) });
}

function others(input: Input, { workspace }: Opened): readonly string[] {
  const all = manyOption(input, 'with').flatMap((written) => written.split(',')).map((person) => person.trim()).filter((person) => person !== '');
  for (const person of all) {
    const wrong = oneOfThese('person', workspace.people.keys())(person);
    if (wrong !== undefined) throw new Mistake(`--with: ${wrong}`);
  }
  return all;
}

/** The commit that lies before the deciders; nothing outside a repository. */
async function seen({ root }: Opened): Promise<{ readonly seen?: string }> {
  const head = await history(root).then((past) => past.resolve('HEAD')).catch(() => undefined);
  return head ? { seen: head.id } : {};
}

/** What follows from a decision, planned over the record with the decision in it; carried out only where somebody says so. */
async function nextMove(context: Context, input: Input, opened: Opened, facts: CandidateFacts, path: string, value: Decision, by: string): Promise<{ readonly planned?: PlannedMove; readonly next: readonly string[] }> {
  if (facts.closed || facts.current?.kind === 'offer') {
    if (flag(input, 'and-move')) throw new Mistake(`“${facts.id}” is ${whereWords(officeOf(opened.workspace.calendar), facts)}; there is no move to carry out with the decision.`);
    return { next: [] };
  }
  const verb = value.decision === 'hire' ? 'advance' : 'decline';
  const command = verb === 'advance' ? `hire advance ${facts.id}` : `hire decline ${facts.id} --reason <reason>`;
  const wanted = flag(input, 'and-move') || (mayAsk(context, input) && await confirmed(context, input, verb === 'advance' ? `Let ${facts.id} go on as well?` : `Decline ${facts.id} as well?`));
  if (!wanted) return { next: [`Next: ${command}`] };
  const reasons = Object.keys(opened.workspace.settings.value.decline_reasons);
  const reason = verb === 'decline' ? await answer(context, input, { option: 'reason', ask: `With which reason (${reasons.join(', ')})?`, wrong: oneOfThese('reason', reasons) }) : undefined;
  const folder = { ...facts.folder, decisions: [...facts.folder.decisions, { path, value }] };
  const workspace = withFolder(opened.workspace, folder);
  const language = (await identityFolder(readLocalSettings(opened.root).settings.identities).find(facts.id))?.language;
  const plan = planMove(workspace, candidateFacts(workspace, folder, opened.clock.now), { verb, by, at: opened.clock.now, ...(reason !== undefined && { reason }), ...(facts.current && { from: facts.current.name }) }, opened.text, language);
  if (isRefused(plan)) throw new Mistake(`${plan.message}\n${plan.hint}\nNothing was written.`);
  return { planned: plan, next: [] };
}
