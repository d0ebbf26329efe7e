import { copyFileSync, existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../model/change.ts';
import { NO_IDENTITY, planOn, type Committer } from './commit-changes.ts';
import { askGit, needGit } from './commit-changes-run.ts';
import { NotWritten, safePath } from './write.ts';

/** What git leaves in its folder while it is in the middle of something. */
const BUSY = [['MERGE_HEAD', 'A merge'], ['rebase-merge', 'A rebase'], ['rebase-apply', 'A rebase'], ['CHERRY_PICK_HEAD', 'A cherry-pick'], ['REVERT_HEAD', 'A revert']] as const;
/** An index of our own, in which the commit is put together. */
const INDEX = '.hire/commit.index';
const NOBODY = '0'.repeat(40);
/** An address that git makes up of the machine's name would stand in the history for ever. */
const STRICT = ['-c', 'user.useConfigOnly=true'];

/**
 * Commits through the git command, with an index of its own: what somebody has staged stays staged and stays out.
 * @returns undefined when the folder lies in no work tree; `'unborn'` when there is no commit yet
 */
export async function gitCommitter(root: string): Promise<Committer | 'unborn' | undefined> {
  const where = await askGit(root, ['rev-parse', '--show-toplevel', '--show-prefix', '--absolute-git-dir']);
  if (where.code !== 0) return undefined;
  const [top = '', prefix = '', gitdir = ''] = where.out.split('\n');
  const head = await askGit(top, ['rev-parse', '-q', '--verify', 'HEAD^{commit}']);
  if (head.code !== 0) return 'unborn';
  const pathsOf = (changes: readonly Change[]): string[] => changes.map(({ path }) => `${prefix}${path}`);

  return {
    plan: async (changes, wanted) => {
      const [symbolic, main, branches, edited] = await Promise.all([
        askGit(top, ['symbolic-ref', '-q', 'HEAD']),
        askGit(top, ['symbolic-ref', '-q', 'refs/remotes/origin/HEAD']),
        needGit(top, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/heads/']),
        editedOf(top, changes, prefix),
      ]);
      const names = branches.split('\n').filter((name) => name !== '');
      const plan = planOn({
        branch: symbolic.code === 0 ? symbolic.out.trim().replace(/^refs\/heads\//, '') : undefined,
        head: head.out.trim(),
        busy: BUSY.find(([file]) => existsSync(join(gitdir, file)))?.[1],
        main: main.code === 0 ? main.out.trim().replace(/^refs\/remotes\/origin\//, '') : ['main', 'master'].find((name) => names.includes(name)),
        branches: names, edited,
      }, wanted);
      if (existsSync(join(gitdir, 'index.lock'))) throw new NotWritten('git is at work here (.git/index.lock exists); nothing was written. Try again when it is done.');
      for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) if ((await askGit(top, [...STRICT, 'var', who])).code !== 0) throw new NotWritten(NO_IDENTITY);
      return plan;
    },

    make: async (changes, { head: parent, message }) => {
      // One name, under the lock of whoever writes: what a killed run leaves, the next takes away.
      const env = { GIT_INDEX_FILE: safePath(realpathSync(root), INDEX) };
      const clear = (): void => ['', '.lock'].forEach((end) => rmSync(`${env.GIT_INDEX_FILE}${end}`, { force: true }));
      clear();
      try {
        // Where nothing is staged, the index is the commit's tree and spares git reading it: 0.1 s instead of a second for 30,000 files.
        if ((await askGit(top, ['diff-index', '--cached', '--quiet', parent])).code === 0) copyFileSync(join(gitdir, 'index'), env.GIT_INDEX_FILE);
        else await needGit(top, ['read-tree', parent], { env });
        await needGit(top, ['update-index', '--add', '--remove', '-z', '--stdin'], { env, input: pathsOf(changes).map((path) => `${path}\0`).join('') });
        const tree = await needGit(top, ['write-tree'], { env });
        const signs = (await askGit(top, ['config', '--type=bool', 'commit.gpgsign'])).out.trim() === 'true';
        return await needGit(top, [...STRICT, 'commit-tree', ...(signs ? ['-S'] : []), '-p', parent, '-F', '-', tree], { input: message });
      } finally {
        clear();
      }
    },

    land: async ({ branch, created, head: before, message }, id) => {
      // The old value is named: where somebody moved the branch meanwhile, nothing happens.
      const subject = message.split('\n', 1)[0] ?? '';
      const { code, err } = await askGit(top, ['update-ref', '-m', created ? 'branch: Created from HEAD' : `commit: ${subject}`, `refs/heads/${branch}`, id, created ? NOBODY : before]);
      if (code !== 0) throw new NotWritten(`The branch ${branch} could not be moved (${err.trim().split('\n')[0] ?? ''}); nothing was written.`);
    },

    settle: async (_changes, { branch, created, from, head: before }, id) => {
      if ((await askGit(top, ['rev-parse', '-q', '--verify', `refs/heads/${branch}`])).out.trim() !== id) return;
      const now = (await askGit(top, ['symbolic-ref', '-q', 'HEAD'])).out.trim();
      // These words let “git switch -” find the way back.
      if (created && now === `refs/heads/${from}`) await needGit(top, ['symbolic-ref', '-m', `checkout: moving from ${from} to ${branch}`, 'HEAD', `refs/heads/${branch}`]);
      else if (now !== `refs/heads/${branch}`) return;
      await updateIndex(top, await needGit(top, ['diff-tree', '-r', '-z', '--no-renames', before, id]));
    },

    holds: async (_plan, id) => (await askGit(top, ['for-each-ref', '--count=1', `--contains=${id}`])).out !== '',

    movedOn: async ({ head: before }) => (await askGit(top, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'])).out.trim() !== before,
  };
}

/** Of the paths, those whose text in the folder or the index is not what the last commit holds. */
async function editedOf(top: string, changes: readonly Change[], prefix: string): Promise<string[]> {
  const [status, listed] = await Promise.all([
    needGit(top, ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames', '--ignore-submodules=all'], { env: { GIT_OPTIONAL_LOCKS: '0' } }),
    needGit(top, ['ls-files', '-z']),
  ]);
  const edited = new Set(status.split('\0').map((line) => line.slice(3)));
  const known = new Set(listed.split('\0'));
  return changes.filter(({ path, before }) => edited.has(`${prefix}${path}`) || (before !== undefined && !known.has(`${prefix}${path}`))).map(({ path }) => path);
}

/** Brings the entries of what the commit changed to what it holds; git looks at the files once to know that they are clean. */
async function updateIndex(top: string, difference: string): Promise<void> {
  const words = difference.split('\0');
  const entries: string[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [, mode = '', , oid = ''] = (words[at] ?? '').replace(/^:/, '').split(' ');
    entries.push(`${mode === '000000' ? '0' : mode} ${oid}\t${words[at + 1] ?? ''}\0`);
  }
  const input = entries.join('');
  for (let tries = 0; ; tries++) {
    const { code, err } = await askGit(top, ['update-index', '-z', '--index-info'], { input });
    if (code === 0) break;
    // Another git holds the index for a moment; an editor asks for the status all the time.
    if (tries >= 20 || !err.includes('index.lock')) throw new NotWritten(`The commit was made, but git did not take note of it in its index: ${err.trim()}. The next hire command does that.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await askGit(top, ['update-index', '-q', '--refresh']);
}
