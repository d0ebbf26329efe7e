import type { Problem } from '../model/problem.ts';
import { listed } from '../model/words.ts';
import type { Range, Touch } from '../store/range.ts';
import type { Actor } from './actor.ts';
import { finding } from './finding.ts';
import { gatedPath, isScore, mayTravelWithScores, type TeamRole } from './places.ts';

const ROLE_WORDS: Readonly<Record<TeamRole, string>> = { reviewer: 'reviewers', 'hiring-manager': 'hiring managers', 'process-owner': 'process owners' };

/** Every path that any commit of the range touches, with the first commit that does, unless the whole shows it too. */
export function touchedPaths(range: Range): ReadonlyMap<string, { readonly touches: readonly Touch[]; /** only in a commit, and not in the whole */ readonly only: string | undefined }> {
  const whole = new Set(range.whole.map(({ path }) => path));
  const paths = new Map<string, { touches: Touch[]; only: string | undefined }>();
  for (const { id, touches } of [...range.commits, { id: '', touches: range.whole }]) {
    for (const touch of touches) {
      const known = paths.get(touch.path);
      if (known) known.touches.push(touch);
      else paths.set(touch.path, { touches: [touch], only: whole.has(touch.path) ? undefined : id });
    }
  }
  return paths;
}

/**
 * Whether the actor may change each path, in every commit and not only in the end: a score of somebody else that is touched and put
 * back has been touched.
 */
export function keeperProblems(range: Range, actor: Actor): Problem[] {
  return [...touchedPaths(range)].flatMap(([path, { touches, only }]): Problem[] => {
    const { kind, keeper } = gatedPath(path);
    const where = only === undefined ? '' : ` in commit ${only.slice(0, 7)}, even if a later one puts it back`;
    switch (keeper.by) {
      case 'review':
        return [];
      case 'person':
        return keeper.person === actor.id ? [] : [finding('gate/not-yours', path, `The file is “${keeper.person}”’s; “${actor.id}” changes it${where}.`, `Leave it out of every commit: git rebase -i, or a new branch with your own files alone.`)];
      case 'nobody': {
        // The oldest touch tells what the base had: a version made and mended within the change is new.
        if (touches[0]?.before !== undefined) return [finding('gate/frozen-version', path, `A version that was kept is ${touches.some(({ after }) => after === undefined) ? 'removed' : 'changed'}${where}.`, 'Take it back; a change of meaning is a new version (hire rubric bump).')];
        return lacking(actor, keeper.roles, path, 'version', where);
      }
      case 'roles':
        return lacking(actor, keeper.roles, path, kind, where);
    }
  });
}

function lacking(actor: Actor, roles: readonly TeamRole[], path: string, kind: string | undefined, where: string): Problem[] {
  if (roles.some((role) => actor.roles.has(role))) return [];
  return [finding('gate/not-allowed', path, `${kind === undefined ? 'Such a file' : `A file of kind ${kind}`} is changed by ${listed(roles.map((role) => ROLE_WORDS[role]), 'or')}; “${actor.id}” is ${listed([...actor.roles].map((role) => role.replace('-', ' ')))} and changes it${where}.`, 'Ask one of them to propose it.')];
}

/** A score travels with other scores and declarations of conflicts alone. */
export function mixedProblems(range: Range): Problem[] {
  const paths = [...touchedPaths(range).keys()].map((path) => ({ path, gated: gatedPath(path) }));
  if (!paths.some(({ gated }) => isScore(gated))) return [];
  const others = paths.filter(({ gated }) => !mayTravelWithScores(gated)).map(({ path }) => path);
  const [first] = others;
  if (first === undefined) return [];
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return [finding('gate/mixed', first, `Scores travel with ${first}${more}; a pull request with a score holds scores alone.`, 'Make two pull requests.')];
}
