import { compareProblems, type Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { catalogueOf } from './catalogue.ts';
import { RULES } from './registry.ts';
import type { CheckContext } from './rule.ts';
import type { TextRule } from './text-rule.ts';

const TEXT_RULES = RULES.filter((rule): rule is TextRule => 'find' in rule);

/**
 * What every rule over a single text says of a file. It depends on these two alone, so that whoever loads a tree can
 * ask while the text is at hand and keep the answer (`CheckContext.judged`).
 */
export function judgeText(path: string, text: string): Problem[] {
  return TEXT_RULES.flatMap((rule) => (rule.concerns(path) ? rule.find(path, text) : []));
}

/**
 * Runs every rule over one tree.
 * @returns all problems, sorted by path; lines are filled in by whoever can read the texts (`store/locate`)
 */
export function runChecks(workspace: Workspace, context: CheckContext): Problem[] {
  const withCatalogue = { ...context, catalogue: catalogueOf(workspace, context.now) };
  return RULES.flatMap((rule) => rule.check(workspace, withCatalogue)).sort(compareProblems);
}
