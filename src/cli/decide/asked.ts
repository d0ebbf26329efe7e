import type { CandidateFacts } from '../../analysis/facts.ts';
import { BAR_ANSWERS, type BarAnswer } from '../../model/score.ts';
import type { Decision } from '../../model/decision.ts';
import type { Workspace } from '../../model/workspace.ts';
import { listed } from '../../model/words.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import { manyOption } from '../many.ts';

/** What was decided; there is no default, whatever the scores say. */
export async function decisionOf(context: Context, input: Input): Promise<Decision['decision']> {
  const [hire, decline] = [flag(input, 'hire'), flag(input, 'decline')];
  if (hire && decline) throw new Mistake('Give --hire or --decline, not both.');
  if (hire || decline) return hire ? 'hire' : 'decline';
  if (!mayAsk(context, input)) throw new Mistake('What was decided? --hire or --decline; nothing decides by itself.');
  for (;;) {
    const said = (await context.ask('What is decided, hire or decline? ')).toLowerCase();
    if (said === 'hire' || said === 'decline') return said;
    context.stderr('hire or decline, in full: no score decides.\n');
  }
}

/** The pipeline's question, answered. @throws Mistake when somebody is to be hired without a yes */
export async function barOf(context: Context, input: Input, question: string, decision: Decision['decision']): Promise<BarAnswer> {
  const wrong = (said: string): string | undefined => oneOfThese('answer', BAR_ANSWERS)(said) ?? (decision === 'hire' && said !== 'yes' ? `Whoever is hired needs a yes to “${question}”; “${said}” is a no.` : undefined);
  return (await answer(context, input, { option: 'bar', ask: `${question} (${BAR_ANSWERS.join(', ')})`, wrong })) as BarAnswer;
}

/** Who sees it differently, in their own words; whoever spoke against a hire is asked for first. */
export async function dissentOf(context: Context, input: Input, workspace: Workspace, facts: CandidateFacts, decision: Decision['decision']): Promise<Decision['dissent']> {
  const given = manyOption(input, 'dissent').map((written) => dissentFrom(workspace, written));
  if (given.length > 0 || !mayAsk(context, input)) return given;
  const against = facts.bar.filter(({ recommendation }) => (decision === 'hire' ? recommendation.endsWith('no') : recommendation.endsWith('yes')));
  const dissent: { person: string; because: string }[] = [];
  for (const { person, recommendation } of against) {
    const because = await context.ask(`${person} said ${recommendation}. Why do they dissent? (Enter: they do not) `);
    if (because !== '') dissent.push({ person, because });
  }
  for (;;) {
    const said = await context.ask(`${dissent.length > 0 ? 'Anybody else' : 'Does anybody dissent'}? person: because (Enter: nobody) `);
    if (said === '') return dissent;
    try {
      dissent.push(dissentFrom(workspace, said));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      context.stderr(`${error.message.replace(/^--dissent: /, '')}\n`);
    }
  }
}

function dissentFrom(workspace: Workspace, written: string): { person: string; because: string } {
  const [person, because] = personAnd(workspace, written, 'dissent');
  return { person, because };
}

/** `alice: in her words` taken apart. @throws Mistake */
function personAnd(workspace: Workspace, written: string, option: string): [person: string, words: string] {
  const at = written.indexOf(':');
  const person = written.slice(0, Math.max(0, at)).trim();
  const words = written.slice(at + 1).trim();
  if (at < 1 || words === '') throw new Mistake(`--${option}: takes a person and their words, “alice: because …”, found “${written}”.`);
  const wrong = oneOfThese('person', workspace.people.keys())(person);
  if (wrong !== undefined) throw new Mistake(`--${option}: ${wrong}`);
  return [person, words];
}

/**
 * Whose open scores nobody waits for, with the reason of each.
 * @throws Mistake while a panel is incomplete and nobody says why it is not waited for
 */
export function withoutWhom(input: Input, workspace: Workspace, facts: CandidateFacts): readonly (readonly [person: string, because: string])[] {
  const said = manyOption(input, 'without').map((written) => personAnd(workspace, written, 'without'));
  const { current } = facts;
  const { panel } = current ?? {};
  if (!current || !panel || panel.complete) {
    if (said.length > 0) throw new Mistake('--without: every score that was asked for is in, or its stage has ended; there is nobody to do without.');
    return [];
  }
  const missing = panel.named ? panel.missing.map(({ person }) => person) : panel.pool;
  const [stranger] = said.filter(([person]) => !missing.includes(person));
  if (stranger) throw new Mistake(`--without: no score of ${stranger[0]} is open in “${current.name}”; open ${missing.length === 1 ? 'is that' : 'are those'} of ${listed(missing) || 'nobody'}.`);
  const waitedFor = panel.named ? missing.filter((person) => !said.some(([each]) => each === person)) : said.length > 0 ? [] : missing;
  if (waitedFor.length > 0 || (missing.length === 0 && said.length === 0)) {
    throw new Mistake(`The scores of “${current.name}” are not complete: ${panel.scoresIn} of ${panel.scoresWanted} in${missing.length === 0 ? '' : `, open: ${listed(waitedFor)}`}.\nWait for them, or say why not: --without "${waitedFor[0] ?? 'alice'}: on leave until January"`);
  }
  return said;
}
