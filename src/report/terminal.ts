import { styleText } from 'node:util';
import type { Problem } from '../model/problem.ts';
import { codeFrame, isConfidential, type Paint } from './frame.ts';
import { countProblems, summaryLine } from './summary.ts';
import { harmless, harmlessPath } from './terminal-text.ts';

/** Colours of the terminal; styleText itself heeds NO_COLOR and whether the stream is a terminal. */
function painter(stream: NodeJS.WriteStream | undefined, colour: boolean): (style: Parameters<typeof styleText>[0], text: string) => string {
  if (!colour) return (_style, text) => text;
  return (style, text) => styleText(style, text, stream ? { stream } : { validateStream: false });
}

/**
 * Problems as code frames, then a line that counts them.
 * @param colour whether colours may be used at all; with a stream, only as far as it and NO_COLOR allow
 */
export function terminalReport(problems: readonly Problem[], readText: (path: string) => string | undefined, colour: boolean, stream?: NodeJS.WriteStream): string {
  const paint = painter(stream, colour);
  const framing: Paint = { dim: (text) => paint('dim', text), mark: (text) => paint(['bold', 'red'], text) };
  const blocks = problems.map((problem) => {
    const severity = problem.severity === 'error' ? paint(['bold', 'red'], 'error') : paint(['bold', 'yellow'], 'warning');
    const place = problem.line === undefined ? problem.path : `${problem.path}:${problem.line}:${problem.column ?? 1}`;
    return [
      `${severity} ${paint('bold', problem.code)}  ${paint('cyan', harmlessPath(place))}`,
      `  ${harmless(problem.message)}`,
      ...codeFrame(problem, isConfidential(problem) ? undefined : readText(problem.path), framing),
      ...(problem.hint === undefined ? [] : [`  ${paint('green', '→')} ${harmless(problem.hint)}`]),
    ].join('\n');
  });
  return `${[...blocks, summaryLine(countProblems(problems))].join('\n\n')}\n`;
}
