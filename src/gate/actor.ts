import type { Problem } from '../model/problem.ts';
import type { Person } from '../model/person.ts';
import type { Stored, Workspace } from '../model/workspace.ts';
import type { Proposal } from './event.ts';
import { finding } from './finding.ts';
import type { TeamRole } from './places.ts';

/** Whose change it is, by the people of the base: no change grants itself a right. */
export interface Actor {
  readonly id: string;
  readonly roles: ReadonlySet<TeamRole>;
}

/** Who an account is, or why it is nobody. `open` while no account is known at all: a repository at its beginning. */
export type Found = { readonly actor: Actor } | { readonly open: Problem } | { readonly refused: Problem };

/** Looks an account up among the people of the base. @param today the day in the organisation's zone */
export function findActor(base: Workspace, proposal: Proposal, today: string): Found {
  const people = [...base.people];
  if (!people.some(([, { value }]) => value.github !== undefined)) {
    return { open: finding('gate/no-accounts', 'content/people', 'No file of content/people names an account, so nobody can be told apart.', 'Add github: { login, id } to each person.') };
  }
  const found = people.find(([, { value }]) => value.github?.id === proposal.account);
  if (!found) return { refused: finding('gate/unknown-account', 'content/people', `The account ${proposal.account}${proposal.login === '' ? '' : ` (${proposal.login})`} is nobody’s in content/people.`, sameLogin(people, proposal)) };
  const [id, { path, value }] = found;
  if (value.active.from > today || (value.active.until !== undefined && value.active.until < today)) {
    const { from, until } = value.active;
    return { refused: finding('gate/not-active', path, `“${id}” takes part ${from > today ? `from ${from} on` : `until ${until ?? ''}`}; today is ${today}.`, 'Somebody who takes part now proposes this.') };
  }
  return { actor: { id, roles: new Set(value.roles) } };
}

function sameLogin(people: readonly (readonly [string, Stored<Person>])[], { login }: Proposal): string {
  const namesake = people.find(([, { value }]) => value.github?.login.toLowerCase() === login.toLowerCase());
  return namesake === undefined
    ? 'Add github: { login, id } to the person’s file first, in a pull request of somebody who may.'
    : `“${namesake[0]}” has that login with the id ${namesake[1].value.github?.id ?? ''}; the numeric id decides, since a login can change hands.`;
}
