import { workspace } from '../../published/workspace.ts';

const known = new Map(workspace.roles.map((role) => [role.id, role]));

/** The title of a role; its id where it is not known. */
export function titleOfRole(role: string): string {
  return known.get(role)?.title ?? role;
}

/** Who decides about a role. */
export function managerOf(role: string): string {
  return known.get(role)?.manager ?? '';
}
