import type { Change } from '../model/change.ts';
import { compareBefore, newFolders, reachDisk, undoChanges, writeChange } from './apply-files.ts';
import { takeLock } from './apply-lock.ts';
import { committerOf } from './commit-changes-of.ts';
import type { Committer, CommitWanted } from './commit-changes.ts';
import { readJournal, removeJournal, writeJournal, type CommitPlan, type Journal } from './journal.ts';
import { NotWritten } from './write.ts';

export { isInterrupted } from './journal.ts';

/** What became of a list of changes. */
export interface Applied {
  readonly paths: readonly string[];
  readonly commit?: {
    readonly id: string;
    readonly branch: string;
    readonly created: boolean;
    /** The branch HEAD was on before. */
    readonly from: string;
    /** What is left to do for {@link recover}: git was busy for too long to take note in its index. */
    readonly unsettled?: string;
  };
  /** Why a commit that was asked for was not made. */
  readonly uncommitted?: 'no repository' | 'no commit yet';
}

/** How changes are applied. */
export interface ApplyOptions {
  /** Undefined: files only. */
  readonly commit?: CommitWanted;
  /** Told before each step, so that a test may end the run there. */
  readonly before?: (step: string) => void | Promise<void>;
  /** Who commits; the git command or isomorphic-git, whichever there is, unless a test chooses. */
  readonly committer?: (root: string) => Promise<Committer | 'unborn' | undefined>;
}

/**
 * Writes all changes or none, and commits them, and nothing else, as one commit. What lies on the disk must be what the plan was made
 * from. A journal is written first, so that a run that is killed at any moment is undone by {@link recover}, or finished where its
 * commit exists. Git's hooks for commits do not run.
 * @param root the folder the paths are relative to, in a git work tree or not
 * @throws NotWritten when nothing was written, with the reason
 */
export async function applyChanges(root: string, changes: readonly Change[], { commit, before = () => undefined, committer: find = committerOf }: ApplyOptions = {}): Promise<Applied> {
  const real = changes.filter((change) => change.before !== change.after);
  const paths = real.map(({ path }) => path);
  const free = takeLock(root);
  try {
    if (readJournal(root)) throw new NotWritten('A run before this one was interrupted and is not cleared up yet; nothing was written. Run the command again.');
    compareBefore(root, real);
    if (real.length === 0) return { paths };
    const committer = commit && (await find(root));
    if (!commit || !committer || committer === 'unborn') {
      await write(root, { changes: real, folders: newFolders(root, real) }, before);
      removeJournal(root);
      return { paths, ...(commit && { uncommitted: committer === 'unborn' ? 'no commit yet' : 'no repository' }) };
    }
    const plan = await committer.plan(real, commit);
    const journal = { changes: real, folders: newFolders(root, real) };
    await write(root, journal, before);
    const { branch, created, from } = plan;
    return { paths, commit: { branch, created, from, ...(await commitTo(root, committer, journal, plan, before)) } };
  } finally {
    free();
  }
}

async function write(root: string, journal: Journal, before: NonNullable<ApplyOptions['before']>): Promise<void> {
  await before('journal');
  writeJournal(root, journal);
  try {
    for (const change of journal.changes) {
      await before(`write ${change.path}`);
      writeChange(root, change);
    }
    await reachDisk(root, journal.changes);
  } catch (error) {
    undo(root, journal);
    throw error;
  }
}

async function commitTo(root: string, committer: Committer, journal: Journal, plan: CommitPlan, before: NonNullable<ApplyOptions['before']>): Promise<{ id: string; unsettled?: string }> {
  let id: string | undefined;
  try {
    await before('commit');
    id = await committer.make(journal.changes, plan);
    writeJournal(root, { ...journal, commit: { ...plan, id } }, { again: true });
    await before('land');
    await committer.land(plan, id);
  } catch (error) {
    // An interrupt from the keyboard reaches git, too: it may have moved the branch and not lived to say so.
    if (id === undefined || !(await committer.holds(plan, id))) {
      undo(root, journal);
      throw error;
    }
  }
  await before('settle');
  try {
    await committer.settle(journal.changes, plan, id);
  } catch (error) {
    // The commit stands, and whoever asked for it goes on; the journal stays for the next run to finish.
    return { id, unsettled: error instanceof NotWritten ? error.message : `The commit was made, but not everything after it (${error instanceof Error ? error.message : String(error)}). The next hire command finishes it.` };
  }
  await before('done');
  removeJournal(root);
  return { id };
}

function undo(root: string, journal: Journal): readonly string[] {
  const left = undoChanges(root, journal);
  removeJournal(root);
  return left;
}

/** What {@link recover} did: which files are as they were before, or as the commit has them. */
export type Recovered =
  | { readonly undone: readonly string[]; /** changed by somebody since, and left as they are */ readonly left: readonly string[] }
  | { readonly finished: readonly string[]; readonly branch: string };

/**
 * Clears up after a run that was killed, or whose git was busy at the end. Called by every writing command before the tree is read: undoes what was written, or, where
 * the commit exists already, finishes it. Safe to repeat, and to be killed itself.
 * @returns undefined when there was nothing to clear up
 * @throws NotWritten when another process is writing
 */
export async function recover(root: string): Promise<Recovered | undefined> {
  if (!readJournal(root)) return undefined;
  const free = takeLock(root);
  try {
    const journal = readJournal(root);
    if (!journal) return undefined;
    const { changes, commit } = journal;
    const paths = changes.map(({ path }) => path);
    const committer = commit && (await committerOf(root));
    if (commit && committer && committer !== 'unborn') {
      if (await committer.holds(commit, commit.id)) {
        await committer.settle(changes, commit, commit.id);
        removeJournal(root);
        return { finished: paths, branch: commit.branch };
      }
      // Somebody went on with git alone, and may have merged the very change and removed its branch: what lies there is theirs.
      if (await committer.movedOn(commit)) {
        removeJournal(root);
        return { undone: [], left: paths };
      }
    }
    const left = undo(root, journal);
    return { undone: paths.filter((path) => !left.includes(path)), left };
  } finally {
    free();
  }
}
