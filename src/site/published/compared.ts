import type { PublishedCompare } from '../../view/published/compare.ts';
import { paths } from './paths.ts';
import { readIfThere } from './read.ts';

const known = new Map<string, ReadonlySet<string>>();

/** The comparison that begins with a candidate; undefined for those who cannot be compared, or do not stand on the page of their role. */
export function compareWith({ role, id }: { role: string; id: string }): string | undefined {
  const ids = known.get(role) ?? new Set(readIfThere<PublishedCompare>(`compare/${role}.json`)?.candidates.map((candidate) => candidate.id));
  known.set(role, ids);
  return ids.has(id) ? `${paths.compareRole(role)}#${id}` : undefined;
}
