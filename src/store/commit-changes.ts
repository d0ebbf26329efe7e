import type { Change } from '../model/change.ts';
import type { CommitPlan } from './journal.ts';
import { NotWritten } from './write.ts';

/** A commit that a command asks for. */
export interface CommitWanted {
  readonly message: string;
  /** Name of the branch that is made where HEAD is on the default branch; a number is added when it is taken. */
  readonly branch: string;
  /** A person chose the name: it is used wherever HEAD is, and never with a number. */
  readonly chosen?: boolean;
}

/** A repository that takes commits of some files and leaves everything else in the index and the folder alone. */
export interface Committer {
  /**
   * Where the commit would go. Nothing is changed.
   * @param changes paths relative to the root
   * @throws NotWritten when a path has edits that are not committed, nobody is named as the author, or HEAD is on no branch
   */
  plan(changes: readonly Change[], wanted: CommitWanted): Promise<CommitPlan>;
  /** Makes the objects; no branch moves. The files are written by now. @returns the commit's id @throws NotWritten */
  make(changes: readonly Change[], plan: CommitPlan): Promise<string>;
  /** Moves the branch, unless it moved meanwhile. @throws NotWritten */
  land(plan: CommitPlan, id: string): Promise<void>;
  /** Moves HEAD and the entries of the index. May be repeated; does no harm where somebody went on. */
  settle(changes: readonly Change[], plan: CommitPlan, id: string): Promise<void>;
  /** Whether a branch holds the commit: its own, or one it was merged into. */
  holds(plan: CommitPlan, id: string): Promise<boolean>;
  /** Whether HEAD is at another commit than when the plan was made. */
  movedOn(plan: CommitPlan): Promise<boolean>;
}

/** What there is to know of a repository before a commit is planned. */
export interface Standing {
  /** The branch HEAD is on; undefined when it is on none. */
  readonly branch: string | undefined;
  /** The commit HEAD is at. */
  readonly head: string;
  /** What git is in the middle of, in words. */
  readonly busy: string | undefined;
  /** The branch others start from; undefined where nothing tells. */
  readonly main: string | undefined;
  readonly branches: readonly string[];
  /** Of the paths to be written, those that differ from HEAD. */
  readonly edited: readonly string[];
}

/** Where a commit goes, by the same rules whoever reads the repository. @throws NotWritten */
export function planOn({ branch, head, busy, main, branches, edited }: Standing, { message: said, branch: wanted, chosen = false }: CommitWanted): CommitPlan {
  const message = `${said.trimEnd()}\n`;
  if (busy !== undefined) throw new NotWritten(`${busy} is going on in this repository; nothing was written. Finish it or abort it first, or write the files alone with --no-commit.`);
  if (branch === undefined) throw new NotWritten(`HEAD is on no branch but at ${head.slice(0, 7)}; nothing was written. “git switch ${main ?? 'main'}” goes to the branch, “git switch -c <name>” begins one here.`);
  const [first] = edited;
  if (first !== undefined) {
    const more = edited.length === 1 ? '' : ` (and ${edited.length - 1} more)`;
    throw new NotWritten(`${first}${more} has edits that are not committed; nothing was written. Commit them first, or write the files alone with --no-commit.`);
  }
  if (chosen && branch !== wanted) {
    if (branches.includes(wanted)) throw new NotWritten(`There is a branch ${wanted} already; nothing was written. “git switch ${wanted}” goes to it, or choose another name.`);
    return { message, branch: nameOf(wanted, branches), created: true, from: branch, head };
  }
  if (branch !== main) return { message, branch, created: false, from: branch, head };
  return { message, branch: nameOf(wanted, branches), created: true, from: branch, head };
}

/** The name, with the first free number after it where it is taken. Case counts for nothing: some disks keep branches as files. */
function nameOf(wanted: string, branches: readonly string[]): string {
  if (!isBranchName(wanted)) throw new NotWritten(`“${wanted}” is no name for a branch; nothing was written. Letters, digits, “-”, “_”, “.” and “/” between them will do.`);
  const taken = branches.map((each) => each.toLowerCase());
  const outer = branches.find((each) => wanted.toLowerCase().startsWith(`${each.toLowerCase()}/`));
  if (outer !== undefined) throw new NotWritten(`The branch ${outer} stands in the way of ${wanted}; nothing was written. Choose another name with --branch.`);
  const free = (name: string): boolean => !taken.some((each) => each === name.toLowerCase() || each.startsWith(`${name.toLowerCase()}/`));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (free(name)) return name;
  }
}

/** A careful part of what git allows. */
export function isBranchName(name: string): boolean {
  return name.length <= 200 && /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(name) && !name.includes('..') && !/\.lock(?:\/|$)|\.(?:\/|$)/.test(name) && name !== 'HEAD';
}

/** Said where git knows nobody as the author. */
export const NO_IDENTITY = 'git does not know who you are, so nothing was written. Tell it once:\n  git config --global user.name "Your Name"\n  git config --global user.email you@example.com';
