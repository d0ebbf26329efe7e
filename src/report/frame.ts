import type { Problem } from '../model/problem.ts';
import { columns, harmless } from './terminal-text.ts';

/** Lines shown before and after the one that is meant. */
const CONTEXT = 2;
/** Characters of a line that are shown; longer ones are cut around what is meant. */
const WIDTH = 110;

/** How a frame marks its parts; the identity for plain text. */
export interface Paint {
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** A problem whose text must not be repeated: what it is about would be told to everyone who reads the log. */
export function isConfidential(problem: Problem): boolean {
  return problem.code.startsWith('secret/') || problem.code.startsWith('leak/');
}

/**
 * The lines of the file around a problem, numbered, with a caret under what is meant.
 * Empty when the text or the line is not known, or must not be shown.
 */
export function codeFrame(problem: Problem, text: string | undefined, paint: Paint): string[] {
  if (text === undefined || problem.line === undefined || isConfidential(problem)) return [];
  const lines = linesOf(text);
  if (problem.line > lines.length || text === '') return [];
  const first = Math.max(1, problem.line - CONTEXT);
  const last = Math.min(lines.at(-1) === '' ? lines.length - 1 : lines.length, problem.line + CONTEXT);
  const gutter = String(Math.max(last, problem.line)).length;
  const frame: string[] = [];
  for (let number = first; number <= Math.max(last, problem.line); number++) {
    const line = lines[number - 1] ?? '';
    const meant = number === problem.line;
    const cut = meant ? Math.max(0, (problem.column ?? 1) - 1 - WIDTH + 30) : 0;
    const shown = `${cut > 0 ? '…' : ''}${harmless(clip(line, cut))}`;
    frame.push(`${paint.dim(`${meant ? '>' : ' '} ${String(number).padStart(gutter)} │`)} ${shown}`.trimEnd());
    if (!meant) continue;
    const column = Math.min(problem.column ?? 1, line.length + 1);
    const end = problem.endLine === undefined || problem.endLine === problem.line ? (problem.endColumn ?? column + 1) : line.length + 1;
    const before = columns(harmless(line.slice(cut, column - 1))) + (cut > 0 ? 1 : 0);
    const under = Math.max(1, columns(harmless(line.slice(column - 1, Math.min(end - 1, cut + WIDTH)))));
    frame.push(`${paint.dim(`  ${' '.repeat(gutter)} │`)} ${' '.repeat(before)}${paint.mark('^'.repeat(under))}`);
  }
  return frame;
}

/** Problems come file by file: the lines of the last text are kept, since a large file may have thousands of problems. */
let last: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [''] };

function linesOf(text: string): readonly string[] {
  if (last.text !== text) last = { text, lines: text.split(/\r\n|\n|\r/) };
  return last.lines;
}

function clip(line: string, from: number): string {
  return line.length - from > WIDTH ? `${line.slice(from, from + WIDTH)}…` : line.slice(from);
}
