import { hasGit } from './git-command.ts';
import { gitCommitter } from './commit-changes-git.ts';
import type { Committer } from './commit-changes.ts';

/** Who commits in this folder; undefined where it lies in no repository, `'unborn'` where that has no commit yet. */
export async function committerOf(root: string): Promise<Committer | 'unborn' | undefined> {
  return (await hasGit(root)) ? gitCommitter(root) : undefined;
}
