import { gitCommitter } from './commit-changes-git.ts';
import { plainCommitter } from './commit-changes-plain.ts';
import type { Committer } from './commit-changes.ts';
import { hasGit } from './git-command.ts';

/** Who commits in this folder: the git command where there is one. Undefined where it lies in no repository, `'unborn'` where that has no commit yet. */
export async function committerOf(root: string): Promise<Committer | 'unborn' | undefined> {
  return (await hasGit(root)) ? gitCommitter(root) : plainCommitter(root);
}
