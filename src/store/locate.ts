import type { Files } from '../model/files.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { locateInFile } from '../text/locate-in-file.ts';

/**
 * Gives problems that state only a key their line and column, by reading the files in question once more: only what
 * is wrong costs time. Problems that have a line keep it; where nothing is found, line 1 column 1 is meant.
 */
export async function withPositions(files: Files, problems: readonly Problem[]): Promise<Problem[]> {
  const texts = new Map<string, string | undefined>();
  for (const { path, line } of problems) {
    if (line === undefined && !texts.has(path)) texts.set(path, await readText(files, path));
  }
  return problems.map((problem) => withPosition(problem, texts.get(problem.path)));
}

/** The same for problems whose texts are at hand, sorted as people read them. */
export function positioned(problems: readonly Problem[], text: (path: string) => string | undefined): Problem[] {
  return problems.map((problem) => (problem.line === undefined ? withPosition(problem, text(problem.path)) : problem)).sort(compareProblems);
}

function withPosition(problem: Problem, text: string | undefined): Problem {
  if (problem.line !== undefined) return problem;
  const span = text === undefined ? undefined : locateInFile(problem.path, text, problem.key ?? [], problem.atKey ?? false);
  return { ...problem, ...(span ?? { line: 1, column: 1 }) };
}

async function readText(files: Files, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch {
    return undefined;
  }
}
