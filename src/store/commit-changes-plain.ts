import * as fs from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Change } from '../model/change.ts';
import { NO_IDENTITY, planOn, type Committer, type Standing } from './commit-changes.ts';
import { filesAt, treeWith } from './commit-changes-tree.ts';
import { workTreeOf } from './commit-changes-where.ts';
import { codeOf, NotWritten } from './write.ts';

const BUSY = [['MERGE_HEAD', 'A merge'], ['rebase-merge', 'A rebase'], ['rebase-apply', 'A rebase'], ['CHERRY_PICK_HEAD', 'A cherry-pick'], ['REVERT_HEAD', 'A revert']] as const;

/**
 * Commits without the git command: only the folders on the way to what changed are read and written anew. Commits are not signed.
 * @returns as `gitCommitter` does
 * @throws NotWritten for what only the git command knows: linked work trees, objects named by SHA-256
 */
export async function plainCommitter(root: string): Promise<Committer | 'unborn' | undefined> {
  const place = await workTreeOf(root);
  if (!place) return undefined;
  const { top: dir, gitdir, prefix } = place;
  const git = await import('isomorphic-git');
  const repository = { fs, dir, gitdir, cache: {} };
  const config = async (path: string): Promise<string | undefined> => {
    const value: unknown = await git.getConfig({ ...repository, path });
    return value === undefined || value === null ? undefined : String(value);
  };
  if (place.linked || (await config('extensions.objectformat')) === 'sha256') throw new NotWritten('Commits in this repository need the git command, and there is none; nothing was written. Install git, or write the files alone with --no-commit.');
  const refOf = (ref: string): Promise<string | undefined> => git.resolveRef({ ...repository, ref }).catch(() => undefined);
  const head = await refOf('HEAD');
  if (head === undefined) return 'unborn';

  return {
    plan: async (changes, wanted) => {
      const branches = await git.listBranches(repository);
      const main = await git.resolveRef({ ...repository, ref: 'refs/remotes/origin/HEAD', depth: 2 }).catch(() => undefined);
      const plan = planOn({
        branch: branchOf(gitdir), head, branches,
        busy: BUSY.find(([file]) => fs.existsSync(join(gitdir, file)))?.[1],
        main: /^refs\/remotes\/origin\/(.+)$/.exec(main ?? '')?.[1] ?? ['main', 'master'].find((name) => branches.includes(name)),
        edited: await editedIn(repository, head, changes, prefix),
      }, wanted);
      if (fs.existsSync(join(gitdir, 'index.lock'))) throw new NotWritten('git is at work here (.git/index.lock exists); nothing was written. Try again when it is done.');
      await personOf(config, 'COMMITTER');
      return plan;
    },

    make: async (changes, { head: parent, message }) => {
      const { commit } = await git.readCommit({ ...repository, oid: parent });
      // As git does on the way in, for those whose files have the line ends of Windows.
      const convert = (await config('core.autocrlf')) === 'true' ? (text: string) => text.replaceAll('\r\n', '\n') : (text: string) => text;
      const tree = await treeWith(repository, commit.tree, changes.map(({ path, after }) => ({ path: `${prefix}${path}`, text: after === undefined ? undefined : convert(after) })));
      return git.writeCommit({ ...repository, commit: { message, tree, parent: [parent], author: await personOf(config, 'AUTHOR'), committer: await personOf(config, 'COMMITTER') } });
    },

    land: async ({ branch, created, head: before }, id) => {
      const ref = `refs/heads/${branch}`;
      await underLock(join(gitdir, ref), `${id}\n`, async () => {
        if ((await refOf(ref)) !== (created ? undefined : before)) throw new NotWritten(`The branch ${branch} was moved meanwhile; nothing was written.`);
      });
    },

    settle: async (changes, { branch, created, from }, id) => {
      if ((await refOf(`refs/heads/${branch}`)) !== id) return;
      if (created && branchOf(gitdir) === from) await underLock(join(gitdir, 'HEAD'), `ref: refs/heads/${branch}\n`, async () => undefined);
      if (branchOf(gitdir) !== branch) return;
      const paths = (wanted: (change: Change) => boolean): string[] => changes.filter(wanted).map(({ path }) => `${prefix}${path}`);
      await git.add({ ...repository, filepath: paths(({ after }) => after !== undefined), force: true });
      for (const filepath of paths(({ after }) => after === undefined)) await git.remove({ ...repository, filepath });
    },

    holds: async ({ branch }, id) => {
      for (const ref of [`refs/heads/${branch}`, 'HEAD']) {
        const tip = await refOf(ref);
        if (tip === id || (tip !== undefined && (await git.isDescendent({ ...repository, oid: tip, ancestor: id, depth: 1000 }).catch(() => false)))) return true;
      }
      return false;
    },

    movedOn: async ({ head: before }) => (await refOf('HEAD')) !== before,
  };
}

type Repository = { fs: typeof fs; dir: string; gitdir: string; cache: object };

/** Of the paths, those whose entry in the index or text in the folder is not what the last commit holds. */
async function editedIn(repository: Repository, head: string, changes: readonly Change[], prefix: string): Promise<Standing['edited']> {
  const git = await import('isomorphic-git');
  const wanted = new Map(changes.map(({ path, before }) => [`${prefix}${path}`, before]));
  const { commit } = await git.readCommit({ ...repository, oid: head });
  const inCommit = await filesAt(repository, commit.tree, [...wanted.keys()]);
  const inIndex = new Map<string, string | undefined>();
  await git.walk({
    ...repository, trees: [git.STAGE()],
    map: async (path, [staged]) => {
      if (wanted.has(path)) inIndex.set(path, await staged?.oid());
      return path;
    },
  });
  const edited: string[] = [];
  for (const [path, before] of wanted) {
    const [committed, staged] = [inCommit.get(path), inIndex.get(path)];
    const texts = before === undefined ? [] : [before, before.replaceAll('\r\n', '\n')];
    const here = await Promise.all(texts.map(async (text) => (await git.hashBlob({ object: text })).oid));
    if (committed !== staged || (before === undefined ? committed !== undefined : committed === undefined || !here.includes(committed))) edited.push(path.slice(prefix.length));
  }
  return edited;
}

/** Exchanges a file of git's as git does: whoever holds `<file>.lock` may, and nobody else. */
async function underLock(file: string, text: string, check: () => Promise<void>): Promise<void> {
  fs.mkdirSync(dirname(file), { recursive: true });
  try {
    fs.writeFileSync(`${file}.lock`, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new NotWritten(`git is at work here (${file}.lock exists); nothing was written. Try again when it is done.`);
    throw error;
  }
  try {
    await check();
    fs.renameSync(`${file}.lock`, file);
  } finally {
    fs.rmSync(`${file}.lock`, { force: true });
  }
}

function branchOf(gitdir: string): string | undefined {
  return /^ref: refs\/heads\/(.+)$/m.exec(fs.readFileSync(join(gitdir, 'HEAD'), 'utf8'))?.[1]?.trim();
}

/** Who commits: git's variables, the repository's configuration, the person's own. @throws NotWritten when none says it */
async function personOf(config: (path: string) => Promise<string | undefined>, as: 'AUTHOR' | 'COMMITTER') {
  const own = join(process.env['HOME'] ?? homedir(), '.gitconfig');
  const mine = fs.existsSync(own) ? fs.readFileSync(own, 'utf8') : '';
  const ofMine = (key: string): string | undefined => new RegExp(`^\\[user\\][^[]*?^\\s*${key}\\s*=\\s*"?([^"\\n]+?)"?\\s*$`, 'ms').exec(mine)?.[1];
  const name = process.env[`GIT_${as}_NAME`] || (await config('user.name')) || ofMine('name');
  const email = process.env[`GIT_${as}_EMAIL`] || (await config('user.email')) || ofMine('email');
  if (!name || !email) throw new NotWritten(NO_IDENTITY);
  const now = new Date();
  return { name, email, timestamp: Math.floor(now.getTime() / 1000), timezoneOffset: now.getTimezoneOffset() };
}
