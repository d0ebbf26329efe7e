import { hasGit, runGit } from './git-command.ts';

/** The default branch as the remote `origin` named it; undefined where nobody said. */
export async function defaultBranch(root: string): Promise<string | undefined> {
  if (!(await hasGit(root))) return undefined;
  const named = (await runGit(root, ['symbolic-ref', '-q', 'refs/remotes/origin/HEAD']))?.toString('utf8').trim();
  return named?.replace(/^refs\/remotes\/origin\//, '') || undefined;
}
