import { officeOf } from '../analysis/time/office.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import { answer, mayAsk, oneOfThese } from './ask.ts';
import { Mistake, textOption, type Context, type Input } from './command.ts';
import type { Opened } from './open.ts';

/**
 * Who acts: `--by`, otherwise `me` of this machine's settings, otherwise the answer of the person at the terminal, who is offered the
 * role's manager.
 * @throws Mistake when nobody says it, or there is no such person, or they have left
 */
export async function whoActs(context: Context, input: Input, opened: Opened, role?: string): Promise<string> {
  const { workspace } = opened;
  const known = oneOfThese('person', workspace.people.keys());
  const me = readLocalSettings(opened.root).settings.me;
  const said = textOption(input, 'by');
  const manager = role === undefined ? undefined : workspace.roles.get(role)?.value.manager;
  if (said === undefined && me !== undefined) {
    const wrong = known(me);
    if (wrong !== undefined) throw new Mistake(`.hire/local.yml says “me: ${me}”. ${wrong}`);
    return present(opened, me);
  }
  if (said === undefined && !mayAsk(context, input)) {
    throw new Mistake(`--by is missing: who does this?${manager === undefined ? '' : ` (--by ${manager}?)`} “me: ${manager ?? 'dana'}” in .hire/local.yml, which git ignores, answers it once and for all.`);
  }
  const answered = present(opened, await answer(context, input, { option: 'by', ask: 'Who are you?', ...(manager !== undefined && { fallback: manager }), wrong: known }));
  if (said === undefined) context.stderr(`(“me: ${answered}” in .hire/local.yml, which git ignores, saves the question.)\n`);
  return answered;
}

function present({ workspace, clock }: Opened, person: string): string {
  const until = workspace.people.get(person)?.value.active.until;
  if (until !== undefined && until < officeOf(workspace.calendar).zone.dayOf(clock.now)) throw new Mistake(`“${person}” left on ${until} and can sign nothing any more.`);
  return person;
}
