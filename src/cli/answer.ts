import { debriefText } from '../report/comment-debrief.ts';
import { readRange } from '../store/range.ts';
import { completedPanels, pullOf } from './answer/completed.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { openTree } from './open.ts';
import { connectionOf } from './forge.ts';
import { repositoryOf } from './repository-of.ts';
import { rootOf } from './root.ts';

/** What is said, and on which pull requests. */
interface Answer {
  readonly key: string;
  readonly text: string;
  readonly pulls: readonly number[];
}

/** `hire answer`: who said what, once everybody is in. */
export const answer: Command = {
  name: 'answer',
  summary: 'tell reviewers who said what, once a panel is complete',
  usage: '',
  help: `
For every panel that became complete between two commits: who said what per criterion, the widest gap first, both pieces of evidence, and a
link that opens the rubric at the anchor. With --post it stands once in the pull request that brought each reviewer’s score, as GitHub noted
it in the commit. A panel that is not complete is told to nobody.

hire answer --base HEAD^1 --head HEAD
hire answer --base HEAD^1 --head HEAD --post`,
  options: { base: { type: 'string' }, head: { type: 'string' }, now: { type: 'string' }, post: { type: 'boolean' } },
  means: { post: ['keep it in the pull requests on GitHub, with the token in GITHUB_TOKEN'] },
  words: [0, 0],
  async run(context, input) {
    const root = rootOf(context, input);
    const answers = await answersOf(context, input, root);
    const post = flag(input, 'post') && !flag(input, 'dry-run');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ answers })}\n`);
    else context.stdout(answers.map(({ text, pulls }) => `${text}${pulls.length === 0 ? '' : `\n(for ${pulls.map((number) => `#${number}`).join(', ')})\n`}`).join('\n'));
    if (answers.length === 0) context.stderr('No panel became complete.\n');
    else if (post) await say(context, root, answers);
    return 0;
  },
};

async function answersOf(context: Context, input: Input, root: string): Promise<Answer[]> {
  const [base, head] = [textOption(input, 'base'), textOption(input, 'head') ?? 'HEAD'];
  if (base === undefined) throw new Mistake('--base is missing: the commit before the merge, such as HEAD^1.');
  const range = await readRange(root, base, head);
  if (typeof range === 'string') throw new Mistake(`${base} and ${head} cannot be compared: ${range}.`);
  const at = (commit: string): Input => ({ ...input, options: { ...input.options, root, at: commit, 'no-cache': true } });
  const [before, after] = await Promise.all([openTree(context, at(range.from)), openTree(context, at(range.head))]);
  const repository = await repositoryOf(root, context.env);
  const anchor = (rubric: string, line: number): string | undefined => (repository ? `${repository.web}/${repository.owner}/${repository.name}/edit/${repository.branch}/rubrics/${rubric}.md#L${line}` : undefined);
  const clock = after.clock.from === 'commit' ? { now: context.machineNow(), from: 'machine' as const } : after.clock;
  const panels = completedPanels(range, { ...before, clock }, { ...after, clock }, anchor);
  return Promise.all(panels.map(async ({ debrief, files }) => {
    const pulls = await Promise.all(files.map((path) => pullOf(root, range.head, path)));
    return { key: `panel ${debrief.role}/${debrief.candidate}/${debrief.visit}`, text: debriefText(debrief), pulls: [...new Set(pulls.flatMap((number) => number ?? []))] };
  }));
}

async function say(context: Context, root: string, answers: readonly Answer[]): Promise<void> {
  const connection = await connectionOf(context, root);
  // Loaded only now: it takes longer than most commands.
  const { conversationsOf } = await import('../github/comments.ts');
  const conversations = conversationsOf(connection);
  for (const { key, text, pulls } of answers) {
    if (pulls.length === 0) context.stderr('No commit notes the pull request that brought the scores, so nothing was posted.\n');
    for (const number of pulls) {
      const { comment, url } = await conversations.keep({ number, key, body: text, evenClosed: true });
      context.stderr(comment === 'same' ? `It stands in pull request ${number} already.\n` : `Said in pull request ${number}: ${url ?? ''}\n`);
    }
  }
}
