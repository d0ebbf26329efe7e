import { expect, it } from 'vitest';
import type { Person } from '../model/person.ts';
import type { Stored } from '../model/workspace.ts';
import { codeownersOf, isOurs } from './codeowners.ts';

type Roles = Person['roles'];
const person = (login: string | undefined, roles: Roles, until?: string): Stored<Person> => ({
  path: 'content/people/x.yml',
  value: { name: 'X', ...(login !== undefined && { github: { login, id: 1 } }), roles, active: { from: '2026-01-01', ...(until !== undefined && { until }) }, languages: [], trained: [] },
});
const made = (people: Record<string, Stored<Person>>) => codeownersOf({ people: new Map(Object.entries(people)) });

it('asks who keeps each file, and nobody for a score', () => {
  const { text, nobody } = made({ dana: person('dana_example', ['hiring-manager']), elif: person('Elif-Example', ['process-owner']), bob: person('bob_example', ['reviewer']), amir: person('amir_example', ['process-owner', 'hiring-manager']), gone: person('gone_example', ['process-owner'], '2026-12-31'), none: person(undefined, ['hiring-manager']) });
  expect(nobody).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "# Made by “hire codeowners” from content/people. Change people there and run it again;
    # “hire codeowners --check” fails when it is stale. The last line that fits a path decides.

    # The engine, its workflows, rubrics, pipelines, challenges, settings, people: the process owners.
    * @amir_example @Elif-Example

    # Openings, what happens to candidates, and what they are told: the hiring managers.
    /content/candidates/ @amir_example @dana_example
    /content/messages/ @amir_example @dana_example
    /content/outcomes/ @amir_example @dana_example
    /content/roles/ @amir_example @dana_example

    # Scores and declared conflicts wait for nobody: hire gate lets only their own reviewer change them.
    /content/candidates/**/scores/
    /content/candidates/**/conflicts/
    /content/calibrations/**/scores/
    "
  `);
});

it('is the same in whatever order people are listed', () => {
  const people = { a: person('x-1', ['process-owner']), b: person('X-0', ['process-owner', 'hiring-manager']) };
  expect(made(people).text).toBe(made(Object.fromEntries(Object.entries(people).reverse())).text);
  expect(isOurs(made(people).text.replaceAll('\n', '\r\n'))).toBe(true);
  expect(isOurs('* @somebody\n')).toBe(false);
});

it('takes no login for a line of its own, and names roles without anybody', () => {
  const { text, nobody, illegible } = made({ evil: person('a @b\n* @evil', ['process-owner']), dana: person('dana', ['hiring-manager']) });
  expect(text).not.toContain('evil');
  expect({ nobody, illegible }).toEqual({ nobody: ['process-owner'], illegible: ['evil'] });
});
