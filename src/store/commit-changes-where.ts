import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { gitFolder } from './commit.ts';
import { hasGit, runGit } from './git-command.ts';

/** The work tree a folder lies in, found without the git command. */
export interface WorkTree {
  readonly top: string;
  /** The folder of branches, objects and configuration. */
  readonly gitdir: string;
  /** From the top to the folder: empty, or with `/` at its end. */
  readonly prefix: string;
  /** One of several work trees of a repository: its HEAD and index lie elsewhere. */
  readonly linked: boolean;
}

/** The nearest work tree upwards; undefined when there is none. */
export async function workTreeOf(root: string): Promise<WorkTree | undefined> {
  const real = realpathSync(root);
  for (let top = real; ; top = dirname(top)) {
    const stats = lstatSync(join(top, '.git'), { throwIfNoEntry: false });
    if (stats) return { top, gitdir: await gitFolder(top), prefix: top === real ? '' : `${relative(top, real).split(sep).join('/')}/`, linked: !stats.isDirectory() };
    if (dirname(top) === top) return undefined;
  }
}

/** The address of a remote; undefined where there is no such remote, or no repository. */
export async function remoteAddress(root: string, remote = 'origin'): Promise<string | undefined> {
  if (await hasGit(root)) return (await runGit(root, ['remote', 'get-url', '--push', remote]))?.toString('utf8').trim() || undefined;
  const tree = await workTreeOf(root);
  if (!tree) return undefined;
  const git = await import('isomorphic-git');
  const fs = await import('node:fs');
  const url: unknown = await git.getConfig({ fs, gitdir: tree.gitdir, path: `remote.${remote}.url` });
  return typeof url === 'string' ? url : undefined;
}
