import type { PublishedBuild } from '../../view/published/reference.ts';
import type { PublishedWorkspace } from '../../view/published/workspace.ts';
import { read } from './read.ts';

/** The lists every page needs. Read once per build: both files are small and do not change during it. */
export const workspace: PublishedWorkspace = read('workspace.json');

/** Commit, engine, warnings and what was left out. */
export const build: PublishedBuild = read('build.json');

const names = new Map(workspace.people.map(({ id, name }) => [id, name]));

/** A person's name; their id where they are not published. */
export function personName(id: string): string {
  return names.get(id) ?? id;
}

/** The first name: lists say "Alice", the page of a person says "Alice Sample". */
export function firstName(id: string): string {
  return personName(id).split(' ')[0] ?? id;
}
