import { gitFolder } from './commit.ts';
import { askGit, needGit } from './commit-changes-run.ts';
import { hasGit } from './git-command.ts';
import { NotWritten } from './write.ts';

/**
 * `none`: there is no such branch. `elsewhere`: HEAD is on another branch than the default one, or on none. `switched`: HEAD is on it now.
 * `apart`: it has gone another way and does not know what the next commit builds on.
 */
export type Resumed = 'none' | 'elsewhere' | 'switched' | 'apart';

/**
 * From the default branch goes back to a branch where commits of the same kind wait, so that the next joins them. One whose commits
 * arrived in the default branch begins anew from there, under its old name. Edits in the folder are kept, or nothing happens.
 * Without a git command there is nothing to go back to: `none`.
 * @param needs paths below the root that must be the same on both branches where these have parted
 * @throws NotWritten when edits that are not committed stand in the way
 */
export async function resumeBranch(root: string, branch: string, needs: readonly string[]): Promise<Resumed> {
  if (!(await hasGit(root))) return 'none';
  const [now, theirs, main] = await Promise.all([branchOf(root), askGit(root, ['rev-parse', '-q', '--verify', `refs/heads/${branch}^{commit}`]), defaultBranch(root)]);
  if (now === undefined || now !== main) return 'elsewhere';
  if (theirs.code !== 0) return 'none';
  const id = theirs.out.trim();
  if (await isAncestor(root, id, 'HEAD')) {
    // Nothing on it that is not here: it is moved, never lost.
    await switchTo(root, ['-C', branch], branch);
    return 'switched';
  }
  if (!(await isAncestor(root, 'HEAD', id))) {
    const base = (await askGit(root, ['merge-base', 'HEAD', id])).out.trim();
    if (base === '' || (await sameIn(root, id, await changedOn(root, base, id))) || !(await sameIn(root, id, needs))) return 'apart';
  }
  await switchTo(root, [branch], branch);
  return 'switched';
}

/** The branch HEAD is on; undefined where it is on none, or in no repository. */
export async function branchOf(root: string): Promise<string | undefined> {
  if (await hasGit(root)) {
    const { code, out } = await askGit(root, ['symbolic-ref', '-q', '--short', 'HEAD']);
    return code === 0 ? out.trim() : undefined;
  }
  const git = await import('isomorphic-git');
  const fs = await import('node:fs');
  return (await git.currentBranch({ fs, gitdir: await gitFolder(root) }).catch(() => undefined)) ?? undefined;
}

/** The branch others start from; undefined where nothing tells. */
export async function defaultBranch(root: string): Promise<string | undefined> {
  const remote = await askGit(root, ['symbolic-ref', '-q', 'refs/remotes/origin/HEAD']);
  if (remote.code === 0) return remote.out.trim().replace(/^refs\/remotes\/origin\//, '');
  for (const name of ['main', 'master']) if ((await askGit(root, ['rev-parse', '-q', '--verify', `refs/heads/${name}`])).code === 0) return name;
  return undefined;
}

async function isAncestor(root: string, older: string, newer: string): Promise<boolean> {
  return (await askGit(root, ['merge-base', '--is-ancestor', older, newer])).code === 0;
}

/** Paths from the top of the repository. */
async function changedOn(root: string, base: string, id: string): Promise<string[]> {
  return (await needGit(root, ['diff', '--name-only', '--no-renames', '-z', '--relative', base, id])).split('\0').filter((path) => path !== '');
}

async function sameIn(root: string, id: string, paths: readonly string[]): Promise<boolean> {
  return paths.length === 0 || (await askGit(root, ['diff', '--quiet', 'HEAD', id, '--', ...paths])).code === 0;
}

async function switchTo(root: string, words: readonly string[], branch: string): Promise<void> {
  const { code, err } = await askGit(root, ['switch', '-q', ...words]);
  if (code === 0) return;
  throw new NotWritten(`Your commits wait on the branch ${branch}, and git does not go there: ${err.trim().split('\n').slice(0, 4).map((line) => line.trim()).join(' ')} Nothing was written. Commit or put away what is in the way, or name another branch with --branch.`);
}
