import type { Problem } from '../model/problem.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { terminalReport } from './terminal.ts';

export const REPORT_FORMATS = ['terminal', 'github', 'markdown', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How problems are printed. */
export interface ReportOptions {
  readonly format: ReportFormat;
  /** The text of a file, for code frames; undefined when it is not there. */
  readonly readText: (path: string) => string | undefined;
  /** Where the text will be written; tells whether colours are shown. Without it there are none. */
  readonly stream?: NodeJS.WriteStream;
  /** How far a problem is from what was changed, for annotations, of which few are shown. */
  readonly distance?: (problem: Problem) => number;
}

/** Problems as text that ends with a line break. Nothing of a file is obeyed by the terminal, the workflow or the browser. */
export function printProblems(problems: readonly Problem[], { format, readText, stream, distance }: ReportOptions): string {
  switch (format) {
    case 'terminal': return terminalReport(problems, readText, stream !== undefined, stream);
    case 'github': return githubReport(problems, distance);
    case 'markdown': return markdownReport(problems, readText);
    case 'json': return jsonReport(problems);
  }
}
