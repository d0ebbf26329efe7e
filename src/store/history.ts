import * as fs from 'node:fs';
import type { Commit, History } from '../model/history.ts';
import { gitFolder } from './commit.ts';
import { hasGit, runGit } from './git-command.ts';

/** What git knows about the repository in a folder, with the git command where there is one. */
export async function history(root: string): Promise<History> {
  return (await hasGit(root)) ? commandHistory(root) : isomorphicHistory(root);
}

/** History through the git command. */
export function commandHistory(root: string): History {
  return {
    resolve: async (name) => {
      if (!isSafeName(name)) return undefined;
      const output = await runGit(root, ['log', '-1', '--no-show-signature', '--format=%H%x00%ct%x00%s', '--end-of-options', `${name}^{commit}`, '--']);
      const [id, seconds, subject] = output?.toString('utf8').replace(/\n$/, '').split('\0') ?? [];
      return id && seconds ? { id, committed: Number(seconds) * 1000, subject: subject ?? '' } : undefined;
    },
  };
}

/** History through isomorphic-git: full and abbreviated ids, branches and tags, `HEAD`, and `~n` after any of them. */
export function isomorphicHistory(root: string): History {
  const cache = {};
  return {
    resolve: async (name) => {
      if (!isSafeName(name)) return undefined;
      const git = await import('isomorphic-git');
      const repository = { fs, dir: root, gitdir: await gitFolder(root), cache };
      const [, start = name, steps] = /^(.*?)(?:~(\d*)|\^)?$/.exec(name) ?? [];
      let ancestors = name.endsWith('^') ? 1 : steps === undefined ? 0 : Number(steps || 1);
      try {
        let oid = await git.resolveRef({ ...repository, ref: start }).catch(() => git.expandOid({ ...repository, oid: start }));
        for (;;) {
          const { commit, oid: id } = await git.readCommit({ ...repository, oid });
          if (ancestors === 0) return commitOf(id, commit.committer.timestamp, commit.message);
          const [parent] = commit.parent;
          if (parent === undefined) return undefined;
          oid = parent;
          ancestors--;
        }
      } catch {
        return undefined;
      }
    },
  };
}

function commitOf(id: string, seconds: number, message: string): Commit {
  // Git's subject is the first paragraph in one line.
  const subject = message.trimStart().split(/\n[ \t]*\n/, 1)[0]?.split('\n').map((line) => line.trim()).join(' ').trim() ?? '';
  return { id, committed: seconds * 1000, subject };
}

/** Names a person may give: nothing that git could take for an option, a range or a path. */
function isSafeName(name: string): boolean {
  return name.length <= 250 && /^[A-Za-z0-9_@][A-Za-z0-9_./@{}~^+-]*$/.test(name) && !name.includes('..') && !name.includes('@{');
}
