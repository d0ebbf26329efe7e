import { listed, plural } from '../../model/words.ts';
import type { Workspace } from '../../model/workspace.ts';
import { fine, todo, type Finding } from './finding.ts';

/** What was seen of the machine and of git. */
export interface Machine {
  /** Version of the running Node, `24.21.0`. */
  readonly node: string;
  readonly git: boolean;
  readonly commits: boolean;
  readonly remotes: readonly string[];
  /** Whether git knows who commits. */
  readonly author: boolean;
  /** Whether git ignores `.hire/local.yml`. */
  readonly ignored: boolean;
  /** The folder that `.hire/local.yml` names. */
  readonly identities: string | undefined;
  readonly identitiesOpen: boolean;
  readonly identitiesInside: boolean;
  /** Whether CODEOWNERS is there, and says what content/people says. */
  readonly codeowners: 'current' | 'stale' | 'by hand' | 'missing';
  readonly staleSchemas: number;
}

/** Everything that was looked at, in the order in which it is set up. */
export function diagnose(workspace: Workspace, machine: Machine): Finding[] {
  return [node(machine), ...git(machine), example(workspace), ...team(workspace), ...roles(workspace), ...identities(machine), owners(machine), schemas(machine)];
}

function node({ node: version }: Machine): Finding {
  return Number(version.split('.')[0]) >= 24 ? fine('node', `Node ${version}`) : todo('node', `This is Node ${version}; hire needs 24.`, 'Run npm ci and start it as npx hire: the project brings its own Node.');
}

function git(machine: Machine): Finding[] {
  if (!machine.git) return [todo('git', 'This folder is no git repository, so nothing has a history.', 'git init, then commit everything.')];
  return [
    machine.commits ? fine('git', 'A git repository with commits') : todo('git', 'The repository has no commit yet.', 'git add --all, then git commit.'),
    machine.remotes.length > 0 ? fine('remote', `Remote: ${listed(machine.remotes)}`) : todo('remote', 'The repository has no remote: nobody else sees it, and no copy exists.', 'Make a private repository and name it: git remote add origin <address>'),
    ...(machine.author ? [] : [todo('author', 'Git does not know who commits on this machine.', 'git config user.name "…" and git config user.email …')]),
    ...(machine.ignored ? [] : [todo('ignored', 'Git does not ignore .hire/, where keys, drafts and the way to the identities lie.', 'Add a line .hire/ to .gitignore.')]),
  ];
}

function example({ settings: { path, value } }: Workspace): Finding {
  if (value.example !== undefined) return todo('settings', `The settings are the example’s: its clock stands at ${value.example.today}.`, 'hire init makes the repository your own.');
  if (/\.example$/.test(new URL(value.site.url).hostname)) return todo('settings', `The site’s address is ${value.site.url}, which leads nowhere; messages to candidates name it.`, `Write the real address to site.url in ${path}.`);
  return fine('settings', `Settings of ${value.organisation}`);
}

function team({ people }: Workspace): Finding[] {
  const active = [...people].filter(([, { value }]) => value.active.until === undefined);
  if (active.length === 0) return [todo('people', 'Nobody takes part yet.', 'hire new person <id>, for yourself first.')];
  const without = active.filter(([, { value }]) => value.github === undefined).map(([id]) => id);
  const missing = (['hiring-manager', 'reviewer', 'process-owner'] as const).filter((role) => !active.some(([, { value }]) => value.roles.includes(role)));
  return [
    missing.length === 0 ? fine('people', `${plural(active.length, 'person takes', 'people take')} part`) : todo('people', `Nobody is ${listed(missing.map((role) => `a ${role}`), 'or')}.`, 'Add it to roles: of a person.'),
    without.length === 0 ? fine('accounts', 'Everybody has a GitHub account with its numeric id') : todo('accounts', `${listed(without)} ${without.length === 1 ? 'has' : 'have'} no GitHub account: nobody can tell whose pull requests are theirs.`, 'Add github: { login: …, id: … }; https://api.github.com/users/<login> shows the id.'),
  ];
}

function roles({ roles: all }: Workspace): Finding[] {
  return [all.size > 0 ? fine('roles', plural(all.size, 'role')) : todo('roles', 'There is no role to apply for.', 'hire new role <id>')];
}

function identities(machine: Machine): Finding[] {
  const { identities: folder } = machine;
  if (folder === undefined) return [todo('identities', 'This machine has no folder for the names of candidates. That is right for reviewers; who writes to candidates needs it.', 'Make a folder outside the repository and write identities: <folder> to .hire/local.yml.')];
  if (machine.identitiesInside) return [todo('identities', 'The folder of the identities lies inside the repository, one careless commit away from its history.', 'Move it out, and correct identities: in .hire/local.yml.')];
  return [machine.identitiesOpen ? fine('identities', 'Identities outside the repository') : todo('identities', 'The folder of the identities that .hire/local.yml names cannot be opened.', 'Make it, or connect the drive it is on.')];
}

function owners({ codeowners }: Machine): Finding {
  switch (codeowners) {
    case 'current': return fine('codeowners', 'CODEOWNERS says what content/people says');
    case 'by hand': return fine('codeowners', 'CODEOWNERS is there, written by hand');
    case 'stale': return todo('codeowners', 'CODEOWNERS says something else than content/people.', 'hire codeowners');
    case 'missing': return todo('codeowners', 'There is no CODEOWNERS: nobody is asked before roles, challenges and rubrics change.', 'hire codeowners writes it, once the people are yours.');
  }
}

function schemas({ staleSchemas: stale }: Machine): Finding {
  return stale === 0 ? fine('schemas', 'Editors have the current schemas') : todo('schemas', `${plural(stale, 'schema')} for editors ${stale === 1 ? 'is' : 'are'} missing or old.`, 'hire schema');
}
