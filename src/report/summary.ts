import type { Problem } from '../model/problem.ts';

/** How many problems of each severity there are, and in how many files. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
}

/** Counts problems. */
export function countProblems(problems: readonly Problem[]): Counts {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors, files: new Set(problems.map((problem) => problem.path)).size };
}

/** `2 errors and 1 warning in 3 files`, or that nothing is wrong. */
export function summaryLine({ errors, warnings, files }: Counts): string {
  if (errors + warnings === 0) return 'No problems found.';
  const parts = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''].filter((part) => part !== '');
  return `${parts.join(' and ')} in ${plural(files, 'file')}.`;
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
