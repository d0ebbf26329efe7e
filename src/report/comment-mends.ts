import type { Problem } from '../model/problem.ts';
import { isConfidential } from './frame.ts';
import { code, said } from './comment-words.ts';

/** One line that can be mended without judging anything: one click commits it. */
export interface Mend {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly code: string;
  /** The line as it should be. */
  readonly after: string;
  /** What it mends, and what is left to do. */
  readonly why: string;
}

/** What is known of the files that a change touches. */
export interface MendContext {
  /** The text of a file at the head. */
  readonly text: (path: string) => string | undefined;
  /** Whether a line is one that the change itself touches. */
  readonly isChanged: (path: string, line: number) => boolean;
  /** Whether GitHub shows the line in the difference: it takes suggestions on no other. */
  readonly isShown: (path: string, line: number) => boolean;
}

/** Mechanical mends: a version, a weight that one number puts right, a slip in a name. Never a mark, and never where two things could be meant. */
export function mendsOf(problems: readonly Problem[], context: MendContext): Mend[] {
  return problems.flatMap((problem): Mend[] => {
    if (isConfidential(problem) || /\/scores\//.test(problem.path)) return [];
    const lines = context.text(problem.path)?.split(/\r\n|\n/) ?? [];
    const mend = problem.code === 'rubric/weights-sum' ? weight(problem, lines, context) : (version(problem, lines) ?? slip(problem, lines));
    return mend && context.isShown(mend.path, mend.line) && mend.after !== lines[mend.line - 1] ? [mend] : [];
  });
}

const VERSIONS: ReadonlySet<string> = new Set(['rubric/changed-in-place', 'rubric/version-behind', 'rubric/version-mismatch']);

function version(problem: Problem, lines: readonly string[]): Mend | undefined {
  const wanted = /^Write version: (\d+)/.exec(problem.hint ?? '')?.[1];
  const line = lines[(problem.line ?? 0) - 1];
  if (!VERSIONS.has(problem.code) || wanted === undefined || line === undefined || !/^version:\s*\d+/.test(line)) return undefined;
  const [, id = ''] = /^rubrics\/([^/]+)\.md$/.exec(problem.path) ?? [];
  const rest = problem.code === 'rubric/changed-in-place' ? ` Then keep its text: ${code('hire rubric freeze')} or a copy of the file at ${code(`rubrics/versions/${id}/${wanted}.md`)}.` : '';
  return { path: problem.path, line: problem.line ?? 1, code: problem.code, after: line.replace(/\d+/, wanted), why: `${said(problem.message)}${rest}` };
}

/** One row was changed, so one number is meant; of several nobody knows which. */
function weight(problem: Problem, lines: readonly string[], { isChanged }: MendContext): Mend | undefined {
  const rows: { line: number; tenths: number }[] = [];
  for (let line = (problem.line ?? 1) + 2; /^\s*\|/.test(lines[line - 1] ?? ''); line++) {
    const written = WEIGHT.exec(lines[line - 1] ?? '')?.[2];
    if (written === undefined) return undefined;
    rows.push({ line, tenths: Math.round(Number(written) * 10) });
  }
  const [row, ...others] = rows.filter(({ line }) => isChanged(problem.path, line));
  if (!row || others.length > 0) return undefined;
  const wanted = row.tenths + 1000 - rows.reduce((sum, { tenths }) => sum + tenths, 0);
  if (wanted <= 0 || wanted > 1000) return undefined;
  const after = (lines[row.line - 1] ?? '').replace(WEIGHT, (_, before: string, __, end: string) => `${before}${wanted / 10}${end}`);
  return { path: problem.path, line: row.line, code: problem.code, after, why: `${said(problem.message)} This is the one weight that you changed.` };
}

/** The cell before, the number, and what follows it; a bar inside a cell is written with a backslash. */
const WEIGHT = /^(\s*\|(?:[^|\\]|\\.)*\|\s*)(\d{1,3}(?:\.\d)?)(\s*%?\s*\|)/;

function slip(problem: Problem, lines: readonly string[]): Mend | undefined {
  const { line = 0, column, endLine = line, endColumn, hint = '' } = problem;
  const wanted = /^Did you mean [“`]?([\p{L}\p{N}_.@-]+)[”`]?\?$/u.exec(hint)?.[1];
  const text = lines[line - 1];
  if (wanted === undefined || text === undefined || column === undefined || endColumn === undefined || endLine !== line) return undefined;
  const wrong = text.slice(column - 1, endColumn - 1);
  const [, open = '', word = '', end = ''] = /^(["']?)([\p{L}\p{N}_.@-]+)(["']?)$/u.exec(wrong) ?? [];
  // Only a name that stands there whole: inside of other words something else may be meant.
  if (word === '' || open !== end) return undefined;
  return { path: problem.path, line, code: problem.code, after: `${text.slice(0, column - 1)}${open}${wanted}${end}${text.slice(endColumn - 1)}`, why: said(problem.message) };
}

/** The comment on the line, with a button that commits it. */
export function mendText({ after, why, code: name }: Mend): string {
  const fence = '`'.repeat(Math.max(2, ...[...after.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  return `${why} (${code(name)})\n\n${fence}suggestion\n${after}\n${fence}\n`;
}
