import { judgeChange } from '../../gate/gate.ts';
import { identityFolder } from '../../identity/folder.ts';
import type { Clock } from '../../model/clock.ts';
import type { Problem } from '../../model/problem.ts';
import type { CommentProblem } from '../../report/comment-problems.ts';
import { matchPath } from '../../store/match.ts';
import { readRange, type Range } from '../../store/range.ts';
import type { Context, Input } from '../command.ts';
import { examine, openToExamine } from '../examine.ts';
import { ALL_EXPLANATIONS } from '../explanations.ts';
import type { Opened } from '../open.ts';
import type { PullRequestEvent } from './pull-request.ts';

/** Both sides of a change, read and judged. */
export interface Trees {
  readonly range: Range;
  readonly before: Opened;
  readonly after: Opened;
  /** Whether the gate lets it through and the head has no error of its own. */
  readonly ok: boolean;
  /** Every problem of the change: in what it touches, and what it newly causes elsewhere. */
  readonly problems: readonly CommentProblem[];
}

/** Reads the commits of a pull request; where they cannot be compared, only the gate’s word on that. */
export async function readTrees(context: Context, input: Input, root: string, { base, head, proposal }: PullRequestEvent): Promise<Trees | { readonly problems: readonly CommentProblem[] }> {
  const range = await readRange(root, base, head);
  const at = (commit: string): Input => ({ ...input, options: { ...input.options, root, at: commit, 'no-cache': true } });
  if (typeof range === 'string') {
    const { problems } = await judgeChange({ root, base, head, proposal, now: context.machineNow() });
    return { problems: problems.map((problem) => ({ problem, where: 'touched', there: false })) };
  }
  const [old, fresh] = await Promise.all([openToExamine(context, at(range.from)), openToExamine(context, at(range.head))]);
  // A commit’s own time would forgive what was due since: both are judged at this moment, or the example’s day.
  const clock: Clock = fresh.clock.from === 'commit' ? { now: context.machineNow(), from: 'machine' } : fresh.clock;
  const [before, after] = [{ ...old, clock }, { ...fresh, clock }];
  const verdict = await judgeChange({ root, base: range.from, head: range.head, proposal, now: after.clock.now });
  // Names lie outside the repository, and a comment is no place for them.
  const [was, is] = await Promise.all([examine(before, identityFolder(undefined)), examine(after, identityFolder(undefined))]);
  const problems = ofChange(was, is, verdict.problems, range, after);
  return { range, before, after, problems, ok: !problems.some(({ problem }) => problem.severity === 'error') };
}

function ofChange(was: readonly Problem[], is: readonly Problem[], judged: readonly Problem[], range: Range, after: Opened): CommentProblem[] {
  const touched = new Set(range.whole.map(({ path }) => path));
  const before = new Set(was.map(sameness));
  const own = is.filter((problem) => touched.has(problem.path) || !before.has(sameness(problem)));
  const told = new Set(own.map(sameness));
  const listed = new Set(after.workspace.entries.map(({ path }) => path));
  const more = judged.filter((problem) => !told.has(sameness(problem)));
  // What the gate says comes first: whoever may not do it need not mend the rest.
  return [...more, ...own].map((problem) => {
    const instead = quiet(problem);
    return { problem, where: touched.has(problem.path) || problem.code.startsWith('gate/') ? 'touched' : 'elsewhere', there: listed.has(problem.path), ...(instead !== undefined && { instead }) };
  });
}

/** The same problem in another tree; lines above it may have come or gone. */
function sameness({ code, path, message }: Problem): string {
  return `${code}\n${path}\n${message}`;
}

/** Messages about a score may quote what it says; in a comment its kind of problem alone is named. */
function quiet({ code, path }: Problem): string | undefined {
  const kind = matchPath(path)?.kind.name;
  if (kind !== 'score' && kind !== 'sample-score' || code.startsWith('gate/')) return undefined;
  return `${ALL_EXPLANATIONS.get(code)?.title ?? 'Something is wrong'}.`;
}
