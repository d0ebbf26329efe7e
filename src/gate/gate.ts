import { officeOf } from '../analysis/time/office.ts';
import type { Files } from '../model/files.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { memoryCache } from '../store/cache.ts';
import { commandFiles } from '../store/commit.ts';
import { loadWorkspace } from '../store/load.ts';
import { namesAt, readRange, type NoRange } from '../store/range.ts';
import { findActor } from './actor.ts';
import { contentProblems, pathProblems } from './contents.ts';
import type { Proposal } from './event.ts';
import { finding } from './finding.ts';
import { keeperProblems, mixedProblems, touchedPaths } from './keepers.ts';
import { partialFiles, placesOf } from './partial.ts';
import { gatedPath, isScore } from './places.ts';
import { rewrittenProblems } from './record.ts';
import { scoreProblems } from './scores.ts';

/** The verdict on a change. */
export interface Verdict {
  /** Whether nothing forbids it; warnings do not. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** What is judged: two commits of a repository and who proposes the way between them. */
export interface GateInput {
  readonly root: string;
  readonly base: string;
  readonly head: string;
  readonly proposal: Proposal;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Who may change what, decided over git's objects: nothing of the change is checked out or run, people and rights are those of the base,
 * accounts are numbers, and every commit on the way is judged as well as the whole.
 */
export async function judgeChange({ root, base, head, proposal, now }: GateInput): Promise<Verdict> {
  const range = await readRange(root, base, head);
  if (typeof range === 'string') return verdict([finding('gate/range', 'content', ...NO_RANGE[range])]);
  const touched = touchedPaths(range);
  const places = placesOf(touched.keys());
  const treeOf = (commit: string): Files => partialFiles(commandFiles(root, commit, places), touched.keys());
  const after = treeOf(range.head);
  const cache = memoryCache();
  // Nothing is written, not even a cache. One after the other: what the base holds unchanged is not read again for the head.
  const old = await loadWorkspace(treeOf(range.from), { cache });
  const fresh = await loadWorkspace(after, { cache });
  const found = findActor(old.workspace, proposal, officeOf(old.workspace.calendar).zone.dayOf(now));
  const records = [...touched.keys()].filter((path) => gatedPath(path).keeper.by !== 'review');
  const { pushedBy } = proposal;
  const pushed = pushedBy !== undefined && records.some(isJudged)
    ? [finding('gate/pushed-by-another', records.find(isJudged) ?? 'content', `The pull request is of account ${proposal.account}, but account ${pushedBy.account}${pushedBy.login === '' ? '' : ` (${pushedBy.login})`} pushed to it.`, 'Propose the score from a branch that only you push to.')] : [];
  return verdict([
    // A change of the engine alone needs nobody of the hiring team; it has its own review.
    ...('refused' in found ? (records.length > 0 ? [found.refused] : []) : 'open' in found ? [found.open] : keeperProblems(range, found.actor)),
    ...pushed,
    ...mixedProblems(range),
    ...rewrittenProblems(old.workspace, fresh.workspace, range.whole),
    ...scoreProblems(old.workspace, fresh.workspace, range.whole, now),
    ...pathProblems(await namesAt(root, range.head), range),
    ...await contentProblems(after, fresh.workspace, fresh.problems, range, now),
  ]);
}

function isJudged(path: string): boolean {
  const gated = gatedPath(path);
  return isScore(gated) || gated.kind === 'sample-score';
}

function verdict(problems: readonly Problem[]): Verdict {
  return { ok: !problems.some(({ severity }) => severity === 'error'), problems: [...problems].sort(compareProblems) };
}

const NO_RANGE: Readonly<Record<NoRange, readonly [message: string, hint: string]>> = {
  'no git': ['There is no git command, or no repository.', 'Install git; every runner has it.'],
  'no base': ['The repository does not have the base commit.', 'Fetch the whole history: fetch-depth: 0.'],
  'no head': ['The repository does not have the head commit.', 'Fetch the pull request’s head first.'],
  'no common commit': ['Base and head share no commit, so nothing can be compared.', 'Fetch the whole history: fetch-depth: 0; a branch begins at main.'],
  'too many commits': ['The pull request has more than 5,000 commits.', 'Squash it, or split it.'],
};
