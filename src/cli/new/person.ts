import { printFlow, printWord } from '../../text/print-scalar.ts';
import { answer, mayAsk } from '../ask.ts';
import { Mistake } from '../command.ts';
import { fileMade, yaml } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

const ROLES = ['reviewer', 'hiring-manager', 'process-owner'];

/** Somebody who takes part in hiring. */
export const person: Maker = async (making) => {
  const { context, input, today } = making;
  const id = await idOf(making, 'a person');
  const name = await answer(context, input, { option: 'name', ask: 'What is the person’s name, as candidates read it?', fallback: titleOf(id) });
  const roles = (await answer(context, input, {
    option: 'as', ask: `What do they do (${ROLES.join(', ')}; several with commas)?`, fallback: 'reviewer', wrong: wrongRoles,
  })).split(',').map((each) => each.trim());
  const login = await answer(context, input, { option: 'github', ask: 'Their GitHub account (empty: later)?', fallback: '' });
  const account = login === '' ? '' : await answer(context, input, { option: 'github-id', ask: `The numeric id of “${login}” (api.github.com/users/${login} shows it; empty: later)?`, fallback: '', wrong: wrongAccount });
  if (login !== '' && account === '' && !mayAsk(context, input)) throw new Mistake(`--github-id is missing: the numeric id decides, since a login can change hands. https://api.github.com/users/${login} shows it.`);
  const github = login === '' || account === '' ? '# github: { login: …, id: … }      # the account whose pull requests are theirs; the numeric id decides' : `github: ${printFlow({ login, id: Number(account) })}`;
  return fileMade(making, id, `content/people/${id}.yml`, (path) => yaml(path, 'person', `
name: ${printWord(name)}
${github}
roles: ${printFlow(roles)}
active: { from: ${today} }
languages: [en]
`), roles.includes('reviewer') ? ['Add them to panel: of the roles they review for.'] : []);
};

function wrongRoles(said: string): string | undefined {
  const unknown = said.split(',').map((each) => each.trim()).find((each) => !ROLES.includes(each));
  return unknown === undefined ? undefined : `“${unknown}” is none of ${ROLES.join(', ')}.`;
}

function wrongAccount(said: string): string | undefined {
  return said === '' || /^[1-9]\d{0,14}$/.test(said) ? undefined : `“${said}” is no numeric id.`;
}
