import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_OBSERVED } from '../../model/score.ts';
import { plural } from '../../model/words.ts';
import { resumeBranch } from '../../store/resume-branch.ts';
import { readyToWrite } from '../apply.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import { openTree, type Opened } from '../open.ts';
import { rootOf } from '../root.ts';
import { isGiven, sheetGiven } from '../score/given.ts';
import { scoreBranch } from '../score/hand-in.ts';
import { replacing } from '../score/replacing.ts';
import { changeOf } from '../score/result.ts';
import { asked, scripted } from '../score/run.ts';
import type { Sheet } from '../score/sitting.ts';
import type { Marking } from '../score/task.ts';
import { whoActs } from '../who.ts';
import { sampleFor, sampleTask, type Chosen } from './sample-task.ts';
import { turnoutOf } from './session.ts';

/** One sample, criterion by criterion, in the sitting of `hire score`. @returns the exit code */
export async function scoreSample(context: Context, input: Input, word: string | undefined): Promise<number> {
  const { opened, chosen, by } = await open(context, input, word);
  const task = sampleTask(opened, chosen, by);
  if (isGiven(input)) {
    const words = replaced(opened, task, input);
    if (words !== undefined) context.stderr(`${words}\n`);
    if (words !== undefined && !flag(input, 'dry-run') && !(await confirmed(context, input, 'Replace them?'))) {
      context.stderr('Nothing was written.\n');
      return 0;
    }
  }
  const code = await (isGiven(input) ? scripted : asked)(context, input, opened, task);
  if (code === 0 && !flag(input, 'dry-run') && !flag(input, 'json') && existsSync(join(opened.root, task.path))) context.stderr(`${nextWords(chosen, by, opened)}\n`);
  return code;
}

/** Goes to the branch where the person's scores wait, where there is one, as `hire score` does. */
async function open(context: Context, input: Input, word: string | undefined): Promise<{ readonly opened: Opened; readonly chosen: Chosen; readonly by: string }> {
  await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
  const opened = await openTree(context, input);
  const by = await whoActs(context, input, opened);
  const chosen = sampleFor(opened, word, by);
  const task = sampleTask(opened, chosen, by);
  // Whatever is refused is refused where the person stands.
  if (isGiven(input)) mustSayWhy(sheetGiven(input, task));
  else if (!mayAsk(context, input)) throw new Mistake(`${chosen.sample} of ${chosen.id} waits for ${by}. To mark it here needs a terminal and somebody at its keyboard, or everything on the command line: “hire calibrate --help” shows how.`);
  if (flag(input, 'dry-run') || flag(input, 'no-commit') || textOption(input, 'branch') !== undefined) return { opened, chosen, by };
  const found = await resumeBranch(opened.root, scoreBranch(by), [`content/calibrations/${chosen.id}/session.yml`, `content/calibrations/${chosen.id}/samples`, 'rubrics']);
  if (found === 'apart') context.stderr(`${scoreBranch(by)} has gone another way meanwhile, so this one goes on a branch of its own.\n`);
  if (found !== 'switched') return { opened, chosen, by };
  context.stderr(`On ${scoreBranch(by)} now, where your scores are collected.\n`);
  const there = await openTree(context, input);
  return { opened: there, chosen: sampleFor(there, word, by), by };
}

/** What a second score of the same sample replaces; undefined where it says the same, or is the first. */
function replaced(opened: Opened, task: Marking, input: Input): string | undefined {
  const sheet = sheetGiven(input, task);
  return changeOf(opened, task, sheet) ? replacing(task, sheet) : undefined;
}

/** @throws Mistake where something was not observed and nobody says why: the check names a key of the file, and here there is none */
function mustSayWhy({ marks }: Sheet): void {
  const [silent] = Object.entries(marks).find(([, noted]) => noted?.mark === NOT_OBSERVED && noted.words.trim() === '') ?? [];
  if (silent !== undefined) throw new Mistake(`“${silent}” is ${NOT_OBSERVED}, and nothing says why: --evidence "${silent}: what there was not to see".`);
}

function nextWords({ id, folder, sample }: Chosen, by: string, { clock }: Opened): string {
  const left = (turnoutOf(folder, clock.now).find(({ person }) => person === by)?.missing ?? []).filter((each) => each !== sample);
  return left.length > 0 ? `${plural(left.length, 'sample')} of ${id} ${left.length === 1 ? 'waits' : 'wait'} for you: hire calibrate score ${id}` : `That was your last sample of ${id}. Who else is in: hire calibrate status ${id}`;
}
