import type { ParseArgsOptionsConfig } from 'node:util';
import type { Change } from '../model/change.ts';
import { plural } from '../model/words.ts';
import { applyChanges, recover, type Applied } from '../store/apply.ts';
import { isBranchName } from '../store/commit-changes.ts';
import { flag, Mistake, textOption, type Context, type Input } from './command.ts';

/** Options of every command that writes into the tree. */
export const APPLY_OPTIONS = {
  'no-commit': { type: 'boolean' },
  branch: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** How a plan is committed. */
export interface Commitment {
  /** The commit's message: a subject in the imperative, an empty line, what else there is to say. */
  readonly message: string;
  /** The branch that is made where HEAD is on the default branch, such as `hire/advance-teal-otter-7f`. */
  readonly branch: string;
}

/** What was written, and what became of it. */
export interface Written extends Applied {
  /** Address of the pull request. */
  readonly pullRequest?: string;
}

/**
 * To be called by every writing command **before** {@link openTree}: clears up what a killed run left, and says so on stderr. A plan made
 * from half of another run's files would otherwise be written.
 * ```ts
 * await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
 * const opened = await openTree(context, input);
 * const changes: Change[] = plan(opened);
 * const written = await applyPlan(context, input, opened.root, changes, { message, branch });
 * ```
 * With `--dry-run` nothing is cleared up; reading the tree says that it should be.
 * @throws NotWritten when another process is writing
 */
export async function readyToWrite(context: Context, root: string, { dryRun = false } = {}): Promise<void> {
  if (dryRun) return;
  const done = await recover(root);
  if (!done) return;
  if ('finished' in done) return context.stderr(`The run before this one was interrupted after its commit on ${done.branch}; it was finished (${plural(done.finished.length, 'file')}).\n`);
  context.stderr(`The run before this one was interrupted; what it had written was undone (${plural(done.undone.length, 'file')}).\n`);
  for (const path of done.left) context.stderr(`${path} was edited since and stays as it is.\n`);
}

/**
 * Writes a plan as one commit, as the shared options say, and tells on stderr where it is and how to go on. With `--dry-run` it writes nothing.
 * @param changes all files of the plan, as text before and after
 * @throws Mistake when options contradict each other; NotWritten when nothing was written, with the reason
 */
export async function applyPlan(context: Context, input: Input, root: string, changes: readonly Change[], { message, branch }: Commitment): Promise<Written> {
  const chosen = textOption(input, 'branch');
  const alone = flag(input, 'no-commit');
  if (alone && chosen !== undefined) throw new Mistake('Give --no-commit or --branch, not both: without a commit there is no branch.');
  if (chosen !== undefined && !isBranchName(chosen)) throw new Mistake(`--branch: “${chosen}” is no name for a branch; letters, digits, “-”, “_”, “.” and “/” between them will do.`);
  if (flag(input, 'dry-run')) {
    context.stderr('Nothing was changed (--dry-run).\n');
    return { paths: changes.map(({ path }) => path) };
  }
  const applied = await applyChanges(root, changes, alone ? {} : { commit: { message, branch: chosen ?? branch, chosen: chosen !== undefined } });
  context.stderr(`${whereTo(applied)}\n`);
  if (applied.commit?.unsettled !== undefined) context.stderr(`${applied.commit.unsettled}\n`);
  return applied;
}

function whereTo({ paths, commit, uncommitted }: Applied): string {
  if (paths.length === 0) return 'There was nothing to write.';
  const files = plural(paths.length, 'file');
  if (commit?.created) return `Committed on the new branch ${commit.branch}. “git switch ${commit.from}” goes back.`;
  if (commit) return `Committed on ${commit.branch} (${commit.id.slice(0, 7)}).`;
  if (uncommitted === 'no repository') return `Wrote ${files}. This is no git repository, so nothing was committed.`;
  if (uncommitted === 'no commit yet') return `Wrote ${files}. The repository has no commit yet, so they go with its first one.`;
  return `Wrote ${files} and committed nothing.`;
}
