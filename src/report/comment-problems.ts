import { plural } from '../model/words.ts';
import type { Problem } from '../model/problem.ts';
import { code, editLink, said, type CommentPlace } from './comment-words.ts';

/** A problem of a pull request, and how it comes to be one of its. */
export interface CommentProblem {
  readonly problem: Problem;
  /** In a file that the change touches, or in another that it breaks. */
  readonly where: 'touched' | 'elsewhere';
  /** Whether the file is still there at the head, so that a link leads somewhere. */
  readonly there: boolean;
  /** Said instead of the message, where that could tell a mark. */
  readonly instead?: string;
}

/** Problems that are spelled out; more than that nobody reads in a comment. */
const SPELLED_OUT = 30;

/** The verdict in one line, the first of the comment. */
export function verdictLine(problems: readonly CommentProblem[]): string {
  const errors = problems.filter(({ problem }) => problem.severity === 'error');
  const warnings = problems.length - errors.length;
  const hints = warnings === 0 ? '' : ` ${plural(warnings, 'warning')}, which ${warnings === 1 ? 'stops' : 'stop'} nothing.`;
  if (errors.length === 0) return `### In order\n\nNothing stands in the way of this change.${hints}`;
  const rights = errors.filter(({ problem }) => problem.code.startsWith('gate/')).length;
  const about = rights === 0 ? '' : rights === errors.length ? ' It is about who may change what.' : ` ${rights} of them ${rights === 1 ? 'is' : 'are'} about who may change what.`;
  return `### ${errors.length === 1 ? 'One thing stands' : `${errors.length} things stand`} in the way\n\n${plural(errors.length, 'error')} to mend before this can be merged.${about}${hints}`;
}

/** Every problem with a link to its line, errors first, those of other files apart. */
export function problemSection(problems: readonly CommentProblem[], place: CommentPlace): string | undefined {
  if (problems.length === 0) return undefined;
  const sorted = [...problems].sort((a, b) => Number(a.problem.severity === 'warning') - Number(b.problem.severity === 'warning'));
  const shown = sorted.slice(0, SPELLED_OUT);
  const own = shown.filter(({ where }) => where === 'touched').map((each) => line(each, place));
  const others = shown.filter(({ where }) => where === 'elsewhere').map((each) => line(each, place));
  const rest = problems.length - shown.length;
  return [
    ...own, ...(others.length === 0 ? [] : [`${own.length > 0 ? '\n' : ''}In files that this change does not touch, but breaks:\n`, ...others]),
    ...(rest > 0 ? [`\n${plural(rest, 'further problem')}: ${code('hire check')} lists them all.`] : []),
  ].join('\n');
}

function line({ problem, there, instead }: CommentProblem, place: CommentPlace): string {
  const at = editLink(problem.path, there ? problem.line : undefined, there ? place : { branch: undefined });
  const hint = problem.hint === undefined || instead !== undefined ? '' : ` ${said(problem.hint)}`;
  return `- **${problem.severity}** ${at}: ${said(instead ?? problem.message)}${hint} (${code(problem.code)})`;
}
