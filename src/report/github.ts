import type { Problem } from '../model/problem.ts';
import { harmless } from './terminal-text.ts';

/** GitHub shows at most ten annotations of a kind for each step of a workflow. */
const LIMIT = 10;

/** Problems as workflow commands that become annotations; the tenth of a kind says how many more there are. */
export function githubReport(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .flatMap((severity) => capped(problems.filter((problem) => problem.severity === severity), severity))
    .map((line) => `${line}\n`)
    .join('');
}

function capped(problems: readonly Problem[], severity: Problem['severity']): string[] {
  if (problems.length <= LIMIT) return problems.map(annotation);
  const more = problems.length - LIMIT + 1;
  const rest = `${more} more ${severity}s are not shown here; the log of this step lists them all.`;
  return [...problems.slice(0, LIMIT - 1).map(annotation), `::${severity} title=${property(`${more} more`)}::${message(rest)}`];
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
