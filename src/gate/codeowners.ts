import type { Person } from '../model/person.ts';
import { compareText } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import type { TeamRole } from './places.ts';

/** Where GitHub looks for it first. */
export const CODEOWNERS = '.github/CODEOWNERS';

/** By its first line a file of ours is told from one that somebody wrote. */
const FIRST = '# Made by “hire codeowners” from content/people. Change people there and run it again;';

/** Accounts as GitHub gives them; an underscore stands only in those that a company manages. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,100})$/i;

/** The text of CODEOWNERS, and what it lacks. */
export interface Codeowners {
  readonly text: string;
  /** Roles in which nobody has an account: GitHub asks nobody for them. */
  readonly nobody: readonly TeamRole[];
  /** People whose login is none. */
  readonly illegible: readonly string[];
}

/**
 * Who is asked before a file changes, as `hire gate` has it and in GitHub's own words. The same people give the same text on any day:
 * whoever has a last day is left out from the moment it is written down.
 */
export function codeownersOf({ people }: Pick<Workspace, 'people'>): Codeowners {
  const staying = [...people].filter(([, { value }]) => value.active.until === undefined && value.github !== undefined);
  const illegible = staying.filter(([, { value }]) => !LOGIN.test(value.github?.login ?? '')).map(([id]) => id);
  const withRole = (role: TeamRole): string => staying.map(([, { value }]) => value)
    .filter((person: Person) => person.roles.includes(role) && LOGIN.test(person.github?.login ?? ''))
    .map(({ github }) => `@${github?.login ?? ''}`).sort((a, b) => compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b)).join(' ');
  const owners = withRole('process-owner');
  const managers = withRole('hiring-manager');
  const groups: [why: string, owners: string, paths: readonly string[]][] = [
    ['The engine, its workflows, rubrics, pipelines, challenges, settings, people: the process owners.', owners, ['*']],
    ['Openings, what happens to candidates, and what they are told: the hiring managers.', managers, ['/content/candidates/', '/content/messages/', '/content/outcomes/', '/content/roles/']],
  ];
  const lines = groups.flatMap(([why, whom, paths]) => (whom === '' ? [] : ['', `# ${why}`, ...paths.map((path) => `${path} ${whom}`)]));
  const free = ['', '# Scores and declared conflicts wait for nobody: hire gate lets only their own reviewer change them.', '/content/candidates/**/scores/', '/content/candidates/**/conflicts/', '/content/calibrations/**/scores/'];
  return {
    text: [FIRST, '# “hire codeowners --check” fails when it is stale. The last line that fits a path decides.', ...lines, ...free, ''].join('\n'),
    nobody: [...(owners === '' ? ['process-owner' as const] : []), ...(managers === '' ? ['hiring-manager' as const] : [])],
    illegible,
  };
}

/** Whether a text was made by `hire codeowners`, at whatever time. */
export function isOurs(text: string): boolean {
  return text.replaceAll('\r\n', '\n').startsWith(`${FIRST}\n`);
}
