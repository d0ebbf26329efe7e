import { resumeBranch } from '../store/resume-branch.ts';
import { mayAsk } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { openRecord, RECORD_OPTIONS } from './one-record.ts';
import { GIVEN_OPTIONS, isGiven, sheetGiven } from './score/given.ts';
import { scoreBranch } from './score/hand-in.ts';
import { asked, scripted } from './score/run.ts';
import { taskOf, visitToScore, type Task } from './score/task.ts';
import type { Opened } from './open.ts';
import { whoActs } from './who.ts';

/** `hire score`: one reviewer, one stage, one file, criterion by criterion, without a name in sight. */
export const score: Command = {
  name: 'score',
  summary: 'score one candidate, one criterion at a time, and commit it',
  usage: '<candidate>',
  help: `
Shows what was handed in and asks for one mark after the other, with its anchors and its evidence; then the recommendation and the bar.
Every answer is kept in .hire/drafts, and the next time goes on where this one ended, however it ended. No total is shown. What you
write is checked, and committed on the branch scores/<you>, where several scores travel together. Scoring again writes an amendment.
By writing you attest that you have no conflict of interest; c declares one instead.

hire score teal-otter-7f
hire score teal-otter-7f --pull-request      pushes the branch and opens a pull request, or adds to the one that is open
hire score teal-otter-7f --conflict worked-together --note "Same team at an earlier employer."
hire score teal-otter-7f --mark correctness=3 --evidence "correctness: …" … --recommendation yes --bar yes --minutes 40
  for scripts, all or nothing; where there was nothing to see, --mark tests=not-observed, and --evidence "tests: why"`,
  options: { ...RECORD_OPTIONS, visit: { type: 'string' }, discard: { type: 'boolean' }, ...GIVEN_OPTIONS },
  means: {
    by: ['who scores (default: me of .hire/local.yml)'], role: ['which application, where one name has several'], visit: ['the visit that is scored (default: the one that waits for you)'],
    minutes: ['your working time'], because: ['why an earlier score is changed'], note: ['what a colleague needs to know of a conflict, never a name'],
  },
  words: [1, 1],
  async run(context, input) {
    if (!isGiven(input) && !mayAsk(context, input)) throw new Mistake('hire score needs a terminal and somebody at its keyboard, or everything on the command line: “hire score --help” shows how.');
    const { opened, task } = await open(context, input);
    return isGiven(input) ? scripted(context, input, opened, task) : asked(context, input, opened, task);
  },
};

/** Goes to the branch where the person’s scores wait, where there is one, and finds out what there is to score. */
async function open(context: Context, input: Input): Promise<{ readonly opened: Opened; readonly task: Task }> {
  const first = await openRecord(context, input, 'score');
  const by = await whoActs(context, input, first.opened, first.facts.role);
  const task = taskOf(first.opened, first.facts, visitToScore(first.facts, by, textOption(input, 'visit')), by);
  // Whatever is refused is refused where the person stands.
  if (isGiven(input)) sheetGiven(input, task);
  const found = flag(input, 'dry-run') || flag(input, 'no-commit') || textOption(input, 'branch') !== undefined ? 'none' : await resumeBranch(first.opened.root, scoreBranch(by), needsOf(first.facts.folder.path));
  if (found === 'switched') context.stderr(`On ${scoreBranch(by)} now, where your scores are collected.\n`);
  if (found === 'apart') context.stderr(`${scoreBranch(by)} has gone another way meanwhile, so this one goes on a branch of its own.\n`);
  if (found !== 'switched') return { opened: first.opened, task };
  const { opened, facts } = await openRecord(context, input, 'score');
  return { opened, task: taskOf(opened, facts, visitToScore(facts, by, textOption(input, 'visit') ?? task.visit), by) };
}

/** What a score is held against. */
function needsOf(folder: string): string[] {
  return [`${folder}/candidate.yml`, `${folder}/panels`, `${folder}/submissions`, 'rubrics'];
}
