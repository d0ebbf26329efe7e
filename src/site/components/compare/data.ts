import type { PublishedCompare } from '../../../view/published/compare.ts';

/** What stands in the page of a role: the candidates, and the first names of who scored them. */
export interface CompareData extends PublishedCompare {
  /** First names by person. */
  readonly people: Readonly<Record<string, string>>;
  /** Names of candidates by pseudonym, where this machine knows them. */
  readonly names: Readonly<Record<string, string>>;
}
