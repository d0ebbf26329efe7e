import { existsSync, readdirSync } from 'node:fs';
import { addDays } from '../../analysis/time/day.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import { calendarDays } from '../../model/duration.ts';
import { drawPseudonym } from '../../model/pseudonym.ts';
import { day } from '../../model/scalar.ts';
import { stagesOf } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { printFlow, printWord } from '../../text/print-scalar.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { Mistake, textOption } from '../command.ts';
import type { NewFile } from '../new-files.ts';
import type { Maker, Making } from './maker.ts';
import { yaml } from './made.ts';

const NO_FOLDER = 'This machine has no folder for identities. Make one outside the repository and name it in .hire/local.yml, which git ignores: identities: ~/hiring-identities';

/** An application: a pseudonym, and the name, if there is one, in the folder of the identities alone. */
export const candidate: Maker = async (making) => {
  const { context, input, word, today, now, opened: { root, workspace } } = making;
  if (word !== undefined) throw new Mistake('A candidate’s id is drawn, never chosen: a name that somebody thought of says something about the person.');
  const folder = readLocalSettings(root).settings.identities;
  const open = folder !== undefined && existsSync(folder);
  if (!open && (textOption(input, 'name') !== undefined || textOption(input, 'email') !== undefined)) throw new Mistake(`Nothing was written: the name has nowhere to go. ${NO_FOLDER}`);
  const { role, stage } = await opening(making);
  const { sources, retention } = workspace.settings.value;
  const source = await answer(context, input, { option: 'source', ask: `Where from (${sources.join(', ')})?`, wrong: oneOfThese('source', sources) });
  const keep = retention['default']?.erase_after;
  const keepUntil = await answer(context, input, {
    option: 'keep-until', ask: 'Until which day may the record be kept?', ...(keep ? { fallback: addDays(today, calendarDays(keep)) } : {}),
    wrong: (said) => (day().safeParse(said).success ? undefined : `“${said}” is no day such as 2027-10-01.`),
  });
  const name = open ? await answer(context, input, { option: 'name', ask: 'The person’s name (kept outside the repository; empty: later)?', fallback: '' }) : '';
  const email = name === '' ? '' : await answer(context, input, { option: 'email', ask: 'Their e-mail address (empty: later)?', fallback: '', wrong: (said) => (said === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said) ? undefined : `“${said}” is no e-mail address.`) });
  const id = drawPseudonym(context.random, taken(workspace, open ? folder : undefined));
  const path = `content/candidates/${role}/${id}/candidate.yml`;
  const record: NewFile = { root, path, text: yaml(path, 'candidate', `
source: ${source}
consent: { keep_until: ${keepUntil}, talent_pool: false }
events:
  - ${printFlow({ at: now, stage, event: 'applied' })}
`) };
  const identity: NewFile[] = name === '' || folder === undefined ? [] : [{ root: folder, path: `${id}/identity.yml`, text: `name: ${printWord(name)}\n${email === '' ? '' : `email: ${printWord(email)}\n`}` }];
  const later = open ? `Their name goes into ${folder ?? ''}/${id}/identity.yml, never into the repository.` : NO_FOLDER;
  return { id, files: [record, ...identity], next: identity.length > 0 || (name === '' && mayAsk(context, input) && open) ? [] : [later] };
};

/** The role and the first stage of its process. */
async function opening(making: Making): Promise<{ role: string; stage: string }> {
  const { context, input, today, opened: { workspace } } = making;
  const stateOf = (id: string): string | undefined => [...workspace.roles.get(id)?.value.states ?? []].findLast((state) => state.on <= today)?.is;
  const open = [...workspace.roles.keys()].filter((id) => stateOf(id) === 'open');
  const only = open.length === 1 ? open[0] : undefined;
  const role = await answer(context, input, {
    option: 'role', ask: open.length === 0 ? 'For which role?' : `For which role (open: ${open.join(', ')})?`, ...(only === undefined ? {} : { fallback: only }), wrong: oneOfThese('role', workspace.roles.keys()),
  });
  const state = stateOf(role) ?? 'draft';
  if (state === 'draft') throw new Mistake(`“${role}” is a draft: nobody can apply. Open it first, by a state with is: open.`);
  if (state !== 'open') context.stderr(`“${role}” is ${state}; the application is recorded all the same.\n`);
  const value = workspace.roles.get(role)?.value;
  const pipeline = value && workspace.pipelines.get(value.pipeline)?.value;
  const stage = pipeline && stagesOf(pipeline, value.with).find((each) => each.retired === undefined || each.retired > today);
  if (!stage) throw new Mistake(`The process of “${role}” has no stage to enter; “hire check” says what is wrong with it.`);
  return { role, stage: stage.id };
}

/** Every name that stands for somebody, or once did. */
function taken(workspace: Workspace, folder: string | undefined): Set<string> {
  const names = new Set<string>(folder === undefined ? [] : readdirSync(folder));
  for (const people of [...workspace.candidates.values(), ...workspace.outcomes.values()]) for (const id of people.keys()) names.add(id);
  return names;
}
