import type { FileKindName } from '../model/kinds.ts';
import { matchPath } from '../store/match.ts';

/** Who may change a file: one person whose name it bears, people with one of some roles, nobody once it is there, or whoever the code's own review says. */
export type Keeper =
  | { readonly by: 'person'; readonly person: string }
  | { readonly by: 'roles'; readonly roles: readonly TeamRole[] }
  | { readonly by: 'nobody'; readonly roles: readonly TeamRole[] }
  | { readonly by: 'review' };

/** What a person does, as people files say it. */
export type TeamRole = 'reviewer' | 'hiring-manager' | 'process-owner';

/** A path and what it is to the gate. */
export interface GatedPath {
  readonly kind: FileKindName | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly keeper: Keeper;
}

const managers: Keeper = { by: 'roles', roles: ['hiring-manager'] };
const owners: Keeper = { by: 'roles', roles: ['process-owner'] };
const either: Keeper = { by: 'roles', roles: ['hiring-manager', 'process-owner'] };

/** Kinds whose file bears the name of the one person who writes it. */
const NAMED: ReadonlySet<FileKindName> = new Set(['score', 'conflict', 'sample-score']);

const KEEPERS: Readonly<Partial<Record<FileKindName, Keeper>>> = {
  candidate: managers, messages: managers, panel: either, submission: managers, 'submission-text': managers, decision: managers, erased: either,
  'trial-log': { by: 'roles', roles: ['hiring-manager', 'reviewer'] }, outcome: managers, survey: either, fairness: either,
  role: either, person: either,
  'rubric-version': { by: 'nobody', roles: ['process-owner'] },
};

/** Whose a path is. A file of no kind below `content/` or `rubrics/` is the process owners'; everything else is the engine's. */
export function gatedPath(path: string): GatedPath {
  const match = matchPath(path);
  const name = match?.kind.name;
  const names = match?.names ?? {};
  if (name !== undefined && NAMED.has(name)) return { kind: name, names, keeper: { by: 'person', person: (names['person'] ?? '').split('.')[0] ?? '' } };
  if (!/^(?:content|rubrics)\//i.test(path.normalize('NFKC'))) return { kind: undefined, names, keeper: { by: 'review' } };
  return { kind: name, names, keeper: (name === undefined ? undefined : KEEPERS[name]) ?? owners };
}

/** Whether a path is a score of a candidate: what must travel alone. */
export function isScore({ kind }: GatedPath): boolean {
  return kind === 'score';
}

/** What may travel with a score: other scores, and the writer's own declarations of a conflict. */
export function mayTravelWithScores({ kind }: GatedPath): boolean {
  return kind === 'score' || kind === 'conflict' || kind === 'sample-score';
}
