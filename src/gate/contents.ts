import { runChecks } from '../checks/run.ts';
import type { FileEntry, Files } from '../model/files.ts';
import { compareText, type Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { withPositions } from '../store/locate.ts';
import { judgePaths } from '../store/path-problems.ts';
import type { Range } from '../store/range.ts';
import { touchedPaths } from './keepers.ts';

/** Names that are one name on every machine: only others can be twins. */
const ORDINARY = /^[a-z0-9/._-]*$/;

/**
 * What is wrong with the names and modes of touched paths, in the end or in any commit on the way: a link that is made and taken back was
 * checked out by somebody.
 * @param names every name of the head below content and rubrics
 */
export function pathProblems(names: readonly string[], range: Range): Problem[] {
  const touched = touchedPaths(range);
  const ours = (path: string): boolean => /^(?:content|rubrics)(?:\/|$)/i.test(path.normalize('NFKC'));
  const own = new Map(range.whole.flatMap(({ path, after }) => (after !== undefined && ours(path) ? [[path, after.mode] as const] : [])));
  const folded = [...own.keys()].map(fold);
  const odd = [...own.keys()].some((path) => !ORDINARY.test(path));
  const others = names.filter((name) => !own.has(name) && (odd || !ORDINARY.test(name)));
  const entries = [...[...own].map(([path, mode]): FileEntry => ({ path, mode })), ...others.map((path): FileEntry => ({ path, mode: 'file' }))];
  const inTheEnd = judgePaths(entries.sort((a, b) => compareText(a.path, b.path))).problems
    // Of two twins the second in the order of names is told; the touched one may be the first.
    .filter(({ path, code }) => touched.has(path) || (code.endsWith('-twin') && folded.some((name) => name === fold(path) || name.startsWith(`${fold(path)}/`))));
  const onTheWay = range.commits.flatMap(({ id, touches }) => {
    const entries = touches.filter(({ path, after }) => after !== undefined && ours(path)).map(({ path, after }): FileEntry => ({ path, mode: after?.mode ?? 'other' }));
    return judgePaths(entries).problems.filter(({ code }) => code !== 'path/unknown-file').map((problem) => ({ ...problem, message: `${problem.message} It stands so in commit ${id.slice(0, 7)}.` }));
  });
  const told = new Set(inTheEnd.map(({ code, path }) => `${code} ${path}`));
  return [...inTheEnd, ...onTheWay.filter(({ code, path }) => !told.has(`${code} ${path}`) && told.add(`${code} ${path}`))];
}

/** The name as a disk that knows neither capitals nor spellings of Unicode would have it. */
function fold(path: string): string {
  return path.normalize('NFKC').toLowerCase().normalize('NFC');
}

/** Codes of `hire check` for which the gate has words of its own. */
const SAID_HERE: ReadonlySet<string> = new Set(['score/late', 'score/conflict', 'score/not-asked']);

/** What `hire check` says of the files that the change leaves behind; the rest of the tree is not this change's business. */
export async function contentProblems(head: Files, workspace: Workspace, found: readonly Problem[], range: Range, now: number): Promise<Problem[]> {
  const changed = new Set(range.whole.filter(({ after }) => after !== undefined).map(({ path }) => path));
  const texts = new Map<string, string>();
  for (const path of changed) {
    // Texts of the change alone: rules over a text are asked about nothing else.
    const bytes = await head.read(path).catch(() => undefined);
    if (bytes) texts.set(path, new TextDecoder().decode(bytes));
  }
  const ruled = runChecks(workspace, { now, clockFrom: 'option', texts: (path) => texts.get(path) });
  const concerning = [...found, ...ruled].filter(({ path, code }) => changed.has(path) && !code.startsWith('path/') && !SAID_HERE.has(code));
  return withPositions(head, concerning);
}
