import { candidateFacts } from '../../analysis/candidate.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { findActor } from '../../gate/actor.ts';
import { finding } from '../../gate/finding.ts';
import { keeperProblems, touchedPaths } from '../../gate/keepers.ts';
import { partialFiles } from '../../gate/partial.ts';
import { gatedPath } from '../../gate/places.ts';
import { rewrittenProblems } from '../../gate/record.ts';
import { scoreProblems } from '../../gate/scores.ts';
import { compareProblems, type Problem } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Cache } from '../../store/cache.ts';
import { commitFiles } from '../../store/commit.ts';
import { loadWorkspace } from '../../store/load.ts';
import { readRange, type Range, type Touch } from '../../store/range.ts';
import { accountOf, tellOf, type ToldCommit } from './commits.ts';

/** What an audit says of one step of the default branch. */
export interface Judged {
  readonly problems: readonly Problem[];
  /** Commits in it that touch the record and whose account history does not tell. */
  readonly unknown: readonly string[];
}

/** Clocks of machines differ; milliseconds. */
const SKEW = 15 * 60_000;
const DAY = 86_400_000;
/** What a later commit cannot mend by itself. */
const AFTERWARDS = 'History stays as it is: ask both, and have whoever keeps the file say in a new commit what is true.';

/**
 * Judges a step by the rules of the gate, with the people and the panels of its time: what was opened, kept or written down by then, and
 * whose accounts they are.
 * @param days how long after it was submitted a score may be committed
 */
export async function judgeStep(root: string, step: ToldCommit, days: number, cache: Cache): Promise<Judged> {
  if (step.parent === undefined) return { problems: [], unknown: [] };
  const range = await readRange(root, step.parent, step.id);
  if (typeof range === 'string') return { problems: [finding('gate/range', 'content', `The commit cannot be compared with the one before it (${range}).`)], unknown: [] };
  const touched = touchedPaths(range);
  const [before, after, told] = await Promise.all([commitFiles(root, range.from), commitFiles(root, range.head), tellOf(root, range.commits.map(({ id }) => id))]);
  const [old, fresh] = [await loadWorkspace(partialFiles(before, touched.keys()), { cache }), await loadWorkspace(partialFiles(after, touched.keys()), { cache })];
  const { problems, unknown } = authors(old.workspace, fresh.workspace, range, told);
  const all = [
    ...problems,
    ...rewrittenProblems(old.workspace, fresh.workspace, range.whole),
    // Late and unasked scores are shown for what they are everywhere else.
    ...scoreProblems(old.workspace, fresh.workspace, range.whole, step.at).filter(({ severity }) => severity === 'error'),
    ...unreadable(old.workspace, fresh.workspace, range.whole),
    ...changedVersions(range.whole),
    ...backDated(old.workspace, fresh.workspace, range, told, days),
  ];
  return { problems: all.sort(compareProblems), unknown };
}

function authors(base: Workspace, head: Workspace, { commits }: Range, told: ReadonlyMap<string, ToldCommit>): Judged {
  const problems: Problem[] = [];
  const unknown: string[] = [];
  for (const commit of commits) {
    const records = commit.touches.filter((touch) => gatedPath(touch.path).keeper.by !== 'review' && !isForgotten(head, touch));
    const [first] = records;
    if (!first) continue;
    const { email = '', at = 0 } = told.get(commit.id) ?? {};
    const account = accountOf(email);
    const found = account && findActor(base, { ...account, pushedBy: undefined }, officeOf(base.calendar).zone.dayOf(at));
    if (!found || 'open' in found) unknown.push(commit.id);
    else if ('refused' in found) problems.push({ ...found.refused, message: `${found.refused.message.replace(/; today is [\d-]+\.$/, '.')} It changed ${first.path} in commit ${commit.id.slice(0, 7)}.`, hint: AFTERWARDS });
    else {
      const alone: Range = { from: '', head: commit.id, commits: [], whole: records };
      problems.push(...keeperProblems(alone, found.actor).filter(({ code }) => code !== 'gate/frozen-version').map((problem) => ({ ...problem, message: `${problem.message} It stands so in commit ${commit.id.slice(0, 7)}.`, hint: AFTERWARDS })));
    }
  }
  return { problems, unknown };
}

/** Whether a file went because a person is forgotten: their tombstone says who did it, and every file goes with it. */
function isForgotten(head: Workspace, { path, after }: Touch): boolean {
  const { role = '', candidate = '' } = gatedPath(path).names;
  return after === undefined && head.candidates.get(role)?.get(candidate)?.erased !== undefined;
}

/** What can no longer be read cannot be compared either, now or later. */
function unreadable(base: Workspace, head: Workspace, whole: readonly Touch[]): Problem[] {
  return whole.filter(({ path, before, after }) => before && after && gatedPath(path).names['candidate'] !== undefined && head.broken.has(path) && !base.broken.has(path))
    .map(({ path }) => finding('gate/rewritten-record', path, 'The file could be read before and cannot be read since; whether it still says what it said, nobody can tell.', 'Bring it back to what it said, and append what happened since.'));
}

function changedVersions(whole: readonly Touch[]): Problem[] {
  return whole.filter(({ path, before }) => before !== undefined && gatedPath(path).kind === 'rubric-version')
    .map(({ path, after }) => finding('gate/frozen-version', path, `A version that was kept was ${after === undefined ? 'removed' : 'changed'}; scores that name it are read with other words since.`, 'Bring its old text back: git show <commit before>:<path>.'));
}

function backDated(base: Workspace, head: Workspace, { whole, commits }: Range, told: ReadonlyMap<string, ToldCommit>, days: number): Problem[] {
  return whole.flatMap(({ path, before }): Problem[] => {
    const { kind, names: { role = '', candidate = '', visit = '' } } = gatedPath(path);
    if (kind !== 'score' || before !== undefined) return [];
    const score = head.candidates.get(role)?.get(candidate)?.scores.get(visit)?.find((each) => each.path === path);
    const bringing = told.get(commits.find(({ touches }) => touches.some((touch) => touch.path === path))?.id ?? '');
    if (!score || !bringing) return [];
    const { submitted } = score.value;
    const since = bringing.at - Date.parse(submitted);
    const say = (message: string): Problem[] => [finding('gate/back-dated', path, message, AFTERWARDS)];
    if (since < -SKEW) return say(`The score says it was submitted on ${submitted}, after the commit ${bringing.id.slice(0, 7)} that holds it.`);
    const panel = panelOf(base, role, candidate, visit, bringing.at);
    if (panel?.complete && panel.completeAt !== undefined && panel.completeAt <= bringing.at && Date.parse(submitted) < panel.completeAt && bringing.at - panel.completeAt > SKEW) {
      return say(`The score says it was submitted on ${submitted}, before the panel was opened (${iso(panel.completeAt)}), and was committed after it, on ${iso(bringing.at)}: the others’ marks could be read.`);
    }
    return since > days * DAY ? say(`The score says it was submitted on ${submitted}; it was committed ${Math.floor(since / DAY)} days later, on ${iso(bringing.at)}.`) : [];
  });
}

function panelOf(workspace: Workspace, role: string, candidate: string, visit: string, now: number) {
  const folder = workspace.candidates.get(role)?.get(candidate);
  return folder && candidateFacts(workspace, folder, now).visits.find(({ name }) => name === visit)?.panel;
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;
