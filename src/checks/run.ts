import { compareProblems, type Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { catalogueOf } from './catalogue.ts';
import { RULES } from './registry.ts';
import type { CheckContext } from './rule.ts';

/**
 * Runs every rule over one tree.
 * @returns all problems, sorted by path; lines are filled in by whoever can read the texts (`store/locate`)
 */
export function runChecks(workspace: Workspace, context: CheckContext): Problem[] {
  const withCatalogue = { ...context, catalogue: catalogueOf(workspace, context.now) };
  return RULES.flatMap((rule) => rule.check(workspace, withCatalogue)).sort(compareProblems);
}
