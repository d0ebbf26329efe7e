import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../model/clock.ts';
import type { Files } from '../model/files.ts';
import type { Commit } from '../model/history.ts';
import type { Problem } from '../model/problem.ts';
import type { Workspace } from '../model/workspace.ts';
import { openCache } from '../store/cache.ts';
import { commitFiles } from '../store/commit.ts';
import { folderFiles, readFolderFile } from '../store/folder.ts';
import { history } from '../store/history.ts';
import { isInterrupted } from '../store/journal.ts';
import { loadWorkspace, type LoadOptions } from '../store/load.ts';
import { clockOf } from './clock.ts';
import { flag, Mistake, textOption, type Context, type Input } from './command.ts';
import { progressOn } from './progress.ts';
import { rootOf } from './root.ts';

/** A tree that was read, and the moment it is judged at. */
export interface Opened {
  readonly root: string;
  readonly files: Files;
  readonly workspace: Workspace;
  /** What is wrong with files one by one; rules have not run yet. */
  readonly problems: readonly Problem[];
  readonly clock: Clock;
  /** The commit of `--at`; undefined for the folder as it lies there. */
  readonly commit: Commit | undefined;
  /** What `judge` said of a file; undefined when it was not asked. */
  readonly judged: (path: string) => readonly Problem[] | undefined;
  /** The text of a file of the tree; undefined when it cannot be read as text. */
  readonly text: (path: string) => string | undefined;
}

/**
 * Reads the tree that the options ask for: the folder, or the tree of a commit.
 * @param judge asked about every text while it is at hand, for those who go on to examine the tree
 * @throws Mistake when there is no repository, or no such commit
 */
export async function openTree(context: Context, input: Input, judge?: LoadOptions['judge']): Promise<Opened> {
  const root = rootOf(context, input);
  const at = textOption(input, 'at');
  if (at !== undefined && !isTop(root)) throw new Mistake(`--at reads the tree of a whole repository, and ${root} is not the top of one.`);
  const commit = at === undefined ? undefined : await (await history(root)).resolve(at);
  if (at !== undefined && !commit) throw new Mistake(`--at names “${at}”, which is no commit, branch or tag of ${root}.`);
  if (!commit && isInterrupted(root)) context.stderr('A run was interrupted while it wrote, so files may hold half of a change; the next command that writes clears up.\n');
  const files = commit ? await commitFiles(root, commit.id) : folderFiles(root);
  const progress = progressOn(context);
  const cache = flag(input, 'no-cache') ? undefined : openCache(join(root, '.hire', 'cache', commit ? `tree-${commit.id}.json` : 'tree.json'));
  const { workspace, problems, judged } = await loadWorkspace(files, {
    ...(cache && { cache }),
    ...(judge && { judge }),
    progress: (done, total) => progress.step(`Reading ${done} of ${total} files`),
  });
  progress.clear();
  return { root, files, workspace, problems, clock: clockOf(context, input, workspace, commit), commit, judged: (path) => judged.get(path), text: commit ? await textsOf(files, workspace) : textIn(root, workspace) };
}

/** Only what was listed as a file is read: a link would show what lies outside, and a pipe would keep us waiting for ever. */
/** The top of a work tree, or a bare repository. */
function isTop(root: string): boolean {
  return existsSync(join(root, '.git')) || (existsSync(join(root, 'HEAD')) && existsSync(join(root, 'objects')));
}

function textIn(root: string, workspace: Workspace): Opened['text'] {
  const listed = new Set(workspace.entries.filter((entry) => entry.mode === 'file' || entry.mode === 'executable').map((entry) => entry.path));
  return (path) => {
    if (!listed.has(path)) return undefined;
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFolderFile(root, path));
    } catch {
      return undefined;
    }
  };
}

/** Texts of a commit are fetched at once: one question to git instead of thousands. */
async function textsOf(files: Files, workspace: Workspace): Promise<Opened['text']> {
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  await Promise.all(workspace.entries.filter((entry) => entry.mode === 'file').map(async ({ path }) => {
    texts.set(path, decoder.decode(await files.read(path)));
  }));
  return (path) => texts.get(path);
}
