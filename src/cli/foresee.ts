import { judgeText } from '../checks/run.ts';
import type { Change } from '../model/change.ts';
import type { FileEntry, Files } from '../model/files.ts';
import type { Identities } from '../model/identities.ts';
import { compareText, type Problem } from '../model/problem.ts';
import { loadWorkspace } from '../store/load.ts';
import { examine } from './examine.ts';
import type { Opened } from './open.ts';

/**
 * What `hire check` would say of the files of a plan once they were written, asked before they are.
 * @returns problems of the files that change and are not in the tree already, sorted
 */
export async function foresee(opened: Opened, identities: Identities, changes: readonly Change[]): Promise<Problem[]> {
  const after = new Map(changes.map((change) => [change.path, change.after]));
  const files = changedFiles(opened.files, after);
  const { workspace, problems, judged } = await loadWorkspace(files, { judge: judgeText });
  const text = (path: string): string | undefined => (after.has(path) ? after.get(path) : opened.text(path));
  const found = await examine({ ...opened, files, workspace, problems, judged: (path) => judged.get(path), text }, identities);
  const before = new Set((await examine(opened, identities)).map(keyOf));
  return found.filter((problem) => after.has(problem.path) && !before.has(keyOf(problem)));
}

function keyOf({ code, path, message }: Problem): string {
  return [code, path, message].join('\n');
}

/** A tree with some files replaced, added or removed. */
function changedFiles(files: Files, after: ReadonlyMap<string, string | undefined>): Files {
  const texts = new Map([...after].flatMap(([path, text]) => (text === undefined ? [] : [[path, new TextEncoder().encode(text)] as const])));
  return {
    list: async () => {
      const kept = (await files.list()).filter((entry) => !after.has(entry.path));
      const added = [...texts].map(([path, bytes]): FileEntry => ({ path, mode: 'file', size: bytes.length }));
      return [...kept, ...added].sort((a, b) => compareText(a.path, b.path));
    },
    read: (path) => {
      const bytes = texts.get(path);
      return bytes ? Promise.resolve(bytes) : files.read(path);
    },
  };
}
