import { runGit } from './git-command.ts';

/** Lines of a file in its newer state, from 1, both ends inside. */
export type LineRange = readonly [first: number, last: number];

/**
 * Which lines of which files a change touches, in their newer state, by path. A file that was only shortened names the line before the gap.
 * @param context lines around each that count too; 3 are what GitHub shows, and where it takes comments
 * @returns nothing where git cannot say it
 */
export async function changedLines(root: string, from: string, to: string, context = 0): Promise<ReadonlyMap<string, readonly LineRange[]>> {
  const output = await runGit(root, ['-c', 'core.quotePath=false', 'diff', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', `--unified=${context}`, '--end-of-options', from, to, '--']);
  const files = new Map<string, LineRange[]>();
  let path: string | undefined;
  let inside = 0;
  for (const line of (output?.toString('utf8') ?? '').split('\n')) {
    // The text of a hunk may look like anything: its length says where it ends.
    if (inside > 0 && !line.startsWith('\\')) {
      inside -= line.startsWith(' ') ? 2 : 1;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const [old, first, fresh] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
      inside = old + fresh;
      if (path !== undefined) files.get(path)?.push([Math.max(1, first), Math.max(1, first, first + fresh - 1)]);
    } else if (line.startsWith('+++ ')) {
      path = pathOf(line.slice(4));
      if (path !== undefined) files.set(path, []);
    }
  }
  return files;
}

/** How many lines lie between a line and the nearest range; 0 inside one, Infinity without any. */
export function distanceTo(ranges: readonly LineRange[] | undefined, line: number): number {
  return Math.min(Infinity, ...(ranges ?? []).map(([first, last]) => (line < first ? first - line : line > last ? line - last : 0)));
}

/** `b/path`, quoted where it holds signs that git escapes; undefined for a file that is gone. */
function pathOf(written: string): string | undefined {
  const plain = written.startsWith('"') ? unescaped(written) : written.replace(/\t$/, '');
  return plain.startsWith('b/') ? plain.slice(2) : undefined;
}

function unescaped(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return '';
  }
}
