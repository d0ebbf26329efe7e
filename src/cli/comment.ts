import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_CHARACTERS, commentText, cutToFit } from '../report/comment.ts';
import type { Mend } from '../report/comment-mends.ts';
import { fetchPull, hasCommit } from '../store/fetch-pull.ts';
import { flag, Mistake, type Command, type Context } from './command.ts';
import { answerOf } from './comment/answer.ts';
import { LABELS, labelsOf } from './comment/labels.ts';
import { pullRequestOf, type PullRequestEvent } from './comment/pull-request.ts';
import { mendsOfTrees, suggest } from './comment/suggestions.ts';
import { readTrees } from './comment/trees.ts';
import { connectionOf, tokenOf } from './forge.ts';
import { rootOf } from './root.ts';

/** `hire comment`: the answer on a pull request. */
export const comment: Command = {
  name: 'comment',
  summary: 'what a pull request changes and what stands in its way, as a comment',
  usage: '',
  help: `
Judges a pull request between two commits and says it in Markdown: the verdict first; problems with a link that opens the file at the line
on the pull request’s own branch; for scores how many are in, never a mark; for a rubric what differs and what would have come out
differently; for a pipeline the hours and days it asks before and after; for a message how candidates read it. Nothing is checked out.
Exit code 1 when something stands in the way.

hire comment --event event.json                              the event names the commits
hire comment --base origin/main --head HEAD --event event.json --json
hire comment --post                                          on a runner: keeps one comment and our labels, and suggests mechanical mends`,
  options: { base: { type: 'string' }, head: { type: 'string' }, event: { type: 'string' }, now: { type: 'string' }, post: { type: 'boolean' } },
  means: { post: ['keep the comment and the labels on GitHub, with the token in GITHUB_TOKEN'] },
  words: [0, 0],
  async run(context, input) {
    const root = rootOf(context, input);
    const event = pullRequestOf(context, input);
    const post = flag(input, 'post') && !flag(input, 'dry-run');
    if (post && event.number === undefined) throw new Mistake('The event says no number of its pull request, so nothing can be posted to it.');
    if (post) await bringHead(context, root, event);
    const trees = await readTrees(context, input, root, event);
    const answer = 'range' in trees ? answerOf(trees, event) : { ...NOTHING, place: { branch: event.branch }, problems: trees.problems };
    const text = commentText(answer);
    const ok = !answer.problems.some(({ problem }) => problem.severity === 'error');
    const labels = labelsOf('range' in trees ? trees.range.whole.map(({ path }) => path) : [], ok);
    const mends = 'range' in trees ? await mendsOfTrees(root, trees) : [];
    const posted = post ? await keep(context, root, event, { text, labels, mends }) : undefined;
    const problems = answer.problems.map(({ problem, where, instead }) => ({ ...problem, where, ...(instead !== undefined && { message: instead, hint: undefined }) }));
    context.stdout(flag(input, 'json') ? `${JSON.stringify({ ok, problems, labels, mends, text, ...(posted && { posted }) })}\n` : text);
    if (flag(input, 'post') && !post) context.stderr('Nothing was posted (--dry-run).\n');
    return ok ? 0 : 1;
  },
};

/** What is said of a change that cannot be read. */
const NOTHING = { scores: [], samples: [], rubrics: [], roles: [], messages: [], values: [], records: [] };

/** A fork’s commits come with no branch of ours: their objects are fetched where they are missing. */
export async function bringHead(context: Context, root: string, { number, head }: PullRequestEvent): Promise<void> {
  if (number === undefined || await hasCommit(root, head)) return;
  await fetchPull(root, number, tokenOf(context));
}

/** What is to stand on the pull request. */
interface Wanted {
  readonly text: string;
  readonly labels: readonly string[];
  readonly mends: readonly Mend[];
}

async function keep(context: Context, root: string, { number = 0, head }: PullRequestEvent, { text, labels, mends }: Wanted): Promise<object> {
  const connection = await connectionOf(context, root);
  // Loaded only now: it takes longer than most commands.
  const { conversationsOf } = await import('../github/comments.ts');
  const body = cutToFit(text, text.length > MOST_CHARACTERS - 1000 ? wholeElsewhere(context, root, number, text) : '');
  const stood = await conversationsOf(connection).keep({ number, key: 'pull request', body, labels: { ours: LABELS, set: labels } });
  if (stood.comment === 'closed') context.stderr(`Pull request ${number} was closed meanwhile; nothing was posted.\n`);
  else {
    const what = { created: 'written', updated: 'changed', same: 'as it should be' }[stood.comment];
    context.stderr(`The comment is ${what}: ${stood.url ?? ''}\n`);
    if (stood.spare > 0) context.stderr('Another run had written one at the same time; it was taken away.\n');
    await suggest(context, connection, number, head, mends);
  }
  return stood;
}

/** Keeps the whole text where there is room for it, and says where. */
function wholeElsewhere(context: Context, root: string, number: number, text: string): string {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = context.env;
  if (summary) {
    appendFileSync(summary, text);
    return server && repository && run ? `[the summary of this run](${server}/${repository}/actions/runs/${run})` : 'the summary of this run';
  }
  const path = join('.hire', `comment-${number}.md`);
  mkdirSync(join(root, '.hire'), { recursive: true });
  writeFileSync(join(root, path), text);
  return `\`${path}\`, on the machine that wrote this`;
}
