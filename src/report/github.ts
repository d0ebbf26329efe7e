import type { Problem } from '../model/problem.ts';
import { harmless } from './terminal-text.ts';

/** GitHub shows at most ten annotations of a kind for each step of a workflow. */
const LIMIT = 10;
/** Files that the tenth names. */
const NAMED = 5;

/**
 * Problems as workflow commands that become annotations; the tenth of a kind says how many more there are, and where.
 * @param distance how far a problem is from what was changed: the nearest come first. Without it they come in their own order
 */
export function githubReport(problems: readonly Problem[], distance?: (problem: Problem) => number): string {
  // A sort keeps the order of what is equally near.
  const sorted = distance ? problems.map((problem) => ({ problem, far: distance(problem) })).sort((a, b) => (a.far === b.far ? 0 : a.far - b.far)).map(({ problem }) => problem) : problems;
  return (['error', 'warning'] as const)
    .flatMap((severity) => capped(sorted.filter((problem) => problem.severity === severity), severity))
    .map((line) => `${line}\n`)
    .join('');
}

function capped(problems: readonly Problem[], severity: Problem['severity']): string[] {
  if (problems.length <= LIMIT) return problems.map(annotation);
  const rest = problems.slice(LIMIT - 1);
  const files = [...Map.groupBy(rest, ({ path }) => path)].sort(([, one], [, other]) => other.length - one.length).map(([path, each]) => `${each.length} in ${path}`);
  const where = files.length > NAMED ? [...files.slice(0, NAMED), `and ${files.length - NAMED} more files`] : files;
  const words = `${rest.length} more ${severity}s are not shown here: ${where.join(', ')}. The summary of this job lists them.`;
  return [...problems.slice(0, LIMIT - 1).map(annotation), `::${severity} title=${property(`${rest.length} more`)}::${message(words)}`];
}

function annotation(problem: Problem): string {
  const { severity, path, line, column, endLine, endColumn, code, hint } = problem;
  const properties = [`file=${property(path)}`];
  if (line !== undefined) {
    properties.push(`line=${line}`);
    if (endLine !== undefined) properties.push(`endLine=${endLine}`);
    // GitHub reads columns only of an annotation within one line.
    if (endLine === undefined || endLine === line) {
      properties.push(`col=${column ?? 1}`);
      if (endColumn !== undefined) properties.push(`endColumn=${endColumn}`);
    }
  }
  properties.push(`title=${property(code)}`);
  return `::${severity} ${properties.join(',')}::${message(hint === undefined ? problem.message : `${problem.message}\n${hint}`)}`;
}

/** Escapes the text of a workflow command: without it, text could end the command and begin another. */
function message(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => harmless(line).replaceAll('%', '%25'));
  return lines.join('%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
