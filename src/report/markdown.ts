import type { Problem } from '../model/problem.ts';
import { codeFrame, isConfidential } from './frame.ts';
import { countProblems, summaryLine } from './summary.ts';
import { harmless, harmlessPath } from './terminal-text.ts';

/** Problems spelled out with their code frames; the others stand in the table only, since a comment has a limited length. */
const SPELLED_OUT = 20;
const ROWS = 200;

/** Problems as Markdown for a pull request: a line that counts them, a table, then the code frames. */
export function markdownReport(problems: readonly Problem[], readText: (path: string) => string | undefined): string {
  const summary = summaryLine(countProblems(problems));
  if (problems.length === 0) return `${summary}\n`;
  const rows = problems.slice(0, ROWS).map((problem) => `| ${[
    problem.severity, code(problem.code), code(placeOf(problem)), escaped(problem.message), escaped(problem.hint ?? ''),
  ].join(' | ')} |`);
  const more = problems.length > ROWS ? [`${problems.length - ROWS} more are not listed.`] : [];
  const frames = problems.slice(0, SPELLED_OUT).flatMap((problem) => {
    const frame = isConfidential(problem) ? [] : codeFrame(problem, readText(problem.path), PLAIN);
    return frame.length === 0 ? [] : [`${code(problem.code)} ${code(placeOf(problem))}\n\n${fenced(frame.join('\n'))}`];
  });
  return `${[
    summary, ['| | Code | Where | What is wrong | What to do |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'), ...more,
    ...(frames.length === 0 ? [] : [`<details><summary>Where exactly</summary>\n\n${frames.join('\n\n')}\n\n</details>`]),
  ].join('\n\n')}\n`;
}

const PLAIN = { dim: (text: string) => text, mark: (text: string) => text };

function placeOf({ path, line }: Problem): string {
  return harmlessPath(line === undefined ? path : `${path}:${line}`);
}

/** Text as text: nothing in it becomes a link, a mention, an image or HTML. */
export function escaped(text: string): string {
  return harmless(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|~<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    // A zero-width joiner after @ keeps names from being notified; the same for addresses that would become links.
    .replaceAll('@', '@\u2060')
    .replace(/(https?|www)([:.])/gi, '$1\u2060$2');
}

/** Inline code that may contain backticks and pipes. */
function code(text: string): string {
  const clean = harmless(text.replace(/\s+/g, ' ')).replaceAll('|', '¦');
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${clean}\`` : `${fence} ${clean} ${fence}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
