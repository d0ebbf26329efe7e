import type { ParseArgsOptionsConfig } from 'node:util';
import { ForgeError, type Forge } from '../github/forge.ts';
import type { Change } from '../model/change.ts';
import { plural } from '../model/words.ts';
import { applyChanges, recover, type Applied } from '../store/apply.ts';
import { isBranchName } from '../store/commit-changes.ts';
import { NotPushed, pushAddress, pushBranch } from '../store/push.ts';
import { NotWritten } from '../store/write.ts';
import { flag, Mistake, textOption, type Context, type Input } from './command.ts';
import { forgeOf, tokenOf } from './forge.ts';

/** Options of every command that writes into the tree. */
export const APPLY_OPTIONS = {
  'no-commit': { type: 'boolean' },
  branch: { type: 'string' },
  push: { type: 'boolean' },
  'pull-request': { type: 'boolean' },
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
  /** Whether the branch is at the remote now. */
  readonly pushed?: boolean;
  /** Address of the pull request. */
  readonly pullRequest?: string;
  /** Why it was written and committed here and did not get any further; it was said on stderr, and the command's exit code is 1. */
  readonly failed?: string;
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
  context.stderr(`The run before this one was interrupted; ${done.undone.length === 0 ? 'there was nothing to undo' : `what it had written was undone (${plural(done.undone.length, 'file')})`}.\n`);
  for (const path of done.left.slice(0, 5)) context.stderr(`${path} was changed since and stays as it is.\n`);
  if (done.left.length > 5) context.stderr(`… and ${plural(done.left.length - 5, 'more file')}.\n`);
}

/**
 * Writes a plan as one commit, as the shared options say, and tells on stderr where it is and how to go on. With `--dry-run` it writes nothing.
 * Whatever can be known to fail is refused before anything is written; once the commit stands nothing is thrown any more, so that what
 * belongs to it (drafts, links) is not lost.
 * @param changes all files of the plan, as text before and after
 * @throws NotWritten when nothing was written, with the reason: options that contradict each other, nowhere to push to, a file that changed meanwhile …
 */
export async function applyPlan(context: Context, input: Input, root: string, changes: readonly Change[], { message, branch }: Commitment): Promise<Written> {
  const way = await openWay(context, input, root);
  if (flag(input, 'dry-run')) {
    context.stderr('Nothing was changed (--dry-run).\n');
    return { paths: changes.map(({ path }) => path) };
  }
  const chosen = textOption(input, 'branch');
  const applied = await applyChanges(root, changes, flag(input, 'no-commit') ? {} : { commit: { message, branch: chosen ?? branch, chosen: chosen !== undefined } });
  context.stderr(`${whereTo(applied, way !== undefined)}\n`);
  if (applied.commit?.unsettled !== undefined) context.stderr(`${applied.commit.unsettled}\n`);
  return way && applied.commit ? { ...applied, ...(await send(context, root, way, applied.commit.branch, message)) } : applied;
}

/**
 * Pushes and proposes, as the options ask, what an earlier run committed and could not get any further.
 * @returns nothing where neither is asked for
 * @throws NotWritten where it can be known before that it will not get through
 */
export async function sendAgain(context: Context, input: Input, root: string, { message, branch }: Commitment): Promise<Pick<Written, 'pushed' | 'pullRequest' | 'failed'>> {
  const way = await openWay(context, input, root);
  return way ? send(context, root, way, branch, message) : {};
}

/** How a branch gets away from this machine. */
interface Way {
  readonly token: string;
  readonly forge: Forge | undefined;
}

/**
 * What pushing and proposing need, looked for before anything is written; undefined where neither is asked for.
 * @throws NotWritten, so that whoever prepared something beside the tree takes it back
 */
export async function openWay(context: Context, input: Input, root: string): Promise<Way | undefined> {
  const [chosen, alone, proposes] = [textOption(input, 'branch'), flag(input, 'no-commit'), flag(input, 'pull-request')];
  const pushes = proposes || flag(input, 'push');
  if (alone && pushes) throw new NotWritten(`Give --no-commit or --${proposes ? 'pull-request' : 'push'}, not both: without a commit there is nothing to push.`);
  if (alone && chosen !== undefined) throw new NotWritten('Give --no-commit or --branch, not both: without a commit there is no branch.');
  if (chosen !== undefined && !isBranchName(chosen)) throw new NotWritten(`--branch: “${chosen}” is no name for a branch; letters, digits, “-”, “_”, “.” and “/” between them will do.`);
  if (!pushes || flag(input, 'dry-run')) return undefined;
  try {
    await pushAddress(root);
    return { token: tokenOf(context), forge: proposes ? await forgeOf(context, root) : undefined };
  } catch (error) {
    throw error instanceof NotPushed || error instanceof Mistake || error instanceof ForgeError ? new NotWritten(`${error.message}\nNothing was written.`) : error;
  }
}

async function send(context: Context, root: string, { token, forge }: Way, branch: string, message: string): Promise<Pick<Written, 'pushed' | 'pullRequest' | 'failed'>> {
  let pushed = false;
  try {
    await pushBranch(root, { branch, token });
    pushed = true;
    if (!forge) {
      context.stderr(`Pushed ${branch}.\n`);
      return { pushed };
    }
    const [title = '', ...rest] = message.trim().split('\n');
    const { url, created } = await forge.createPullRequest({ head: branch, title, body: rest.join('\n').trim() });
    context.stderr(`${created ? 'Proposed' : 'Added to the pull request'}: ${url}\n`);
    return { pushed, pullRequest: url };
  } catch (error) {
    if (!(error instanceof NotPushed || error instanceof ForgeError)) throw error;
    const failed = `The commit is on ${branch} ${pushed ? 'and pushed' : 'here, and nothing is lost'}; it was not ${pushed ? 'proposed' : 'pushed'}.\n${error.message}`;
    context.stderr(`${failed}\n`);
    return { pushed, failed };
  }
}

function whereTo({ paths, commit, uncommitted }: Applied, pushes: boolean): string {
  if (paths.length === 0) return 'There was nothing to write.';
  const files = plural(paths.length, 'file');
  if (commit?.created) return `Committed on the new branch ${commit.branch}. “git switch ${commit.from}” goes back${pushes ? '' : '; --pull-request would propose it'}.`;
  if (commit) return `Committed on ${commit.branch} (${commit.id.slice(0, 7)}).`;
  if (uncommitted === 'no repository') return `Wrote ${files}. This is no git repository, so nothing was committed.`;
  if (uncommitted === 'no commit yet') return `Wrote ${files}. The repository has no commit yet, so they go with its first one.`;
  return `Wrote ${files} and committed nothing.`;
}
