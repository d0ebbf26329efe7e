import type { Problem } from '../model/problem.ts';
import { plural } from '../model/words.ts';
import { printProblems } from '../report/problems.ts';
import type { Cache } from '../store/cache.ts';
import { runGit } from '../store/git-command.ts';
import { history } from '../store/history.ts';
import { defaultBranch, stepsOf, type ToldCommit } from './audit/commits.ts';
import { judgeStep } from './audit/judge.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { progressOn } from './progress.ts';
import { rootOf } from './root.ts';

/** How long after it was submitted a score may be committed: a week's scores may travel together. */
const DAYS = 7;

interface Found {
  readonly commit: ToldCommit;
  readonly problems: readonly Problem[];
}

/** `hire audit`: the record's history, judged again. */
export const audit: Command = {
  name: 'audit',
  summary: 'judge the history of the record again',
  usage: '',
  help: `
Walks the default branch commit by commit and looks for what the gate would not have let through, with the people and panels of each
time: scores changed after they were opened or dated back, events and decisions rewritten, kept rubric versions changed, files changed by
accounts that do not keep them. Accounts are told by GitHub’s own addresses in the author line; where there is none, history does not
say, and neither does this. What was rewritten together with its history (a forced push) no audit sees. Exit code 1 when something is found.

hire audit
hire audit --since v1.2 --json`,
  options: { since: { type: 'string' }, at: { type: 'string' }, days: { type: 'string' } },
  means: {
    since: ['only what came after this commit, branch or tag', 'commit'], at: ['audit this branch or commit (default: the default branch)'],
    days: [`how long after it was submitted a score may be committed (default: ${DAYS})`, 'number'],
  },
  words: [0, 0],
  async run(context, input) {
    const root = rootOf(context, input);
    const days = daysOf(input);
    const head = await commitNamed(root, textOption(input, 'at') ?? await defaultBranch(root), 'at');
    const since = textOption(input, 'since');
    const steps = await stepsOf(root, head, since === undefined ? undefined : await commitNamed(root, since, 'since'));
    if ((await runGit(root, ['rev-parse', '--is-shallow-repository']))?.toString('utf8').trim() === 'true') throw new Mistake('This clone has only the newest part of the history. “git fetch --unshallow” brings the rest (in a workflow: fetch-depth: 0).');
    const { found, unknown } = await walk(context, root, steps, days);
    const total = found.reduce((sum, { problems }) => sum + problems.length, 0);
    if (flag(input, 'json')) {
      context.stdout(`${JSON.stringify({ ok: total === 0, audited: steps.length, unknown, findings: found.flatMap(({ commit, problems }) => problems.map((problem) => ({ commit: commit.id, committed: new Date(commit.at).toISOString(), subject: commit.subject, problem }))) })}\n`);
      return total === 0 ? 0 : 1;
    }
    for (const { commit, problems } of found) {
      context.stdout(`commit ${commit.id.slice(0, 10)}  ${new Date(commit.at).toISOString().slice(0, 10)}  ${printable(commit.subject)}\n`);
      context.stdout(printProblems(problems, { format: 'terminal', readText: () => undefined }));
    }
    context.stderr(`${total === 0 ? 'Nothing was found' : `${plural(total, 'finding')} in ${plural(found.length, 'commit')}`}; ${plural(steps.length, 'commit')} of the record were looked at.\n`);
    if (unknown.length > 0) context.stderr(`Of ${plural(unknown.length, 'commit')} history does not tell whose account made ${unknown.length === 1 ? 'it' : 'them'}; --json names ${unknown.length === 1 ? 'it' : 'them'}.\n`);
    return total === 0 ? 0 : 1;
  },
};

async function walk(context: Context, root: string, steps: readonly ToldCommit[], days: number): Promise<{ readonly found: readonly Found[]; readonly unknown: readonly string[] }> {
  const cache = memory();
  const progress = progressOn(context);
  const found: Found[] = [];
  const unknown: string[] = [];
  for (const [index, commit] of steps.entries()) {
    if (context.interrupted.aborted) throw new Mistake(`Interrupted after ${index} of ${steps.length} commits. --since ${steps[index - 1]?.id.slice(0, 10) ?? '<commit>'} goes on from there.`);
    progress.step(`Commit ${index + 1} of ${steps.length}`);
    const judged = await judgeStep(root, commit, days, cache);
    if (judged.problems.length > 0) found.push({ commit, problems: judged.problems });
    unknown.push(...judged.unknown);
  }
  progress.clear();
  return { found, unknown };
}

/** Most files stay the same from one commit to the next. */
function memory(): Cache {
  const kept = new Map<string, readonly [string, unknown]>();
  return {
    get: (name, stamp) => (kept.get(name)?.[0] === stamp ? kept.get(name)?.[1] : undefined),
    set: (name, stamp, result) => void kept.set(name, [stamp, result]),
    save: () => undefined,
  };
}

function daysOf(input: Input): number {
  const said = textOption(input, 'days') ?? String(DAYS);
  if (!/^\d{1,4}$/.test(said)) throw new Mistake(`--days takes a number of days, found “${said}”.`);
  return Number(said);
}

async function commitNamed(root: string, name: string, option: string): Promise<string> {
  if (!(await runGit(root, ['rev-parse', '--git-dir']))) throw new Mistake(`${root} is no git repository, or there is no git command: there is no history to judge.`);
  const found = await (await history(root)).resolve(name);
  if (!found) throw new Mistake(`--${option} names “${name}”, which is no commit, branch or tag of ${root}.`);
  return found.id;
}

/** A subject is somebody's words: no control character of it reaches the terminal. */
function printable(subject: string): string {
  return subject.replaceAll(/\p{Cc}|\p{Cf}/gu, '·').slice(0, 100);
}
