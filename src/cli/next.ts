import { plural } from '../model/words.ts';
import { isRefusedUncalibrated } from '../analysis/calibrated.ts';
import type { QueueSample } from '../analysis/queue.ts';
import { officeOf } from '../analysis/time/office.ts';
import { confirmed, mayAsk } from './ask.ts';
import { sampleFor, sampleTask } from './calibrate/sample-task.ts';
import { flag, type Command, type Context, type Input } from './command.ts';
import type { Opened } from './open.ts';
import { RECORD_OPTIONS } from './one-record.ts';
import { itemData, openQueue } from './queue.ts';
import type { BodyLine } from './screen/frame.ts';
import { rubricLines } from './screen/criterion.ts';
import { score } from './score.ts';
import { scoreCommand } from './score/queue-words.ts';
import { taskOf, type Marking } from './score/task.ts';

/** Columns of a page that nobody wants wider. */
const WIDEST = 100;

/** `hire next`: the first of the queue, with everything that is needed to judge it. */
export const next: Command = {
  name: 'next',
  summary: 'open the next in your queue: the work, the task, the rubric',
  usage: '',
  help: `
Prints what was handed in, what was asked for in short, the rubric with its anchors, and when your score is due. On a terminal it then
offers to score it. Once no score waits, the next calibration sample.

hire next
hire next --by alice | less
hire queue                 everything that waits`,
  options: RECORD_OPTIONS,
  means: { by: ['whose queue (default: me of .hire/local.yml)'], role: ['only this opening', 'role'] },
  words: [0, 0],
  async run(context, input) {
    const { opened, waiting, drafts } = await openQueue(context, input);
    const { workspace } = opened;
    const today = officeOf(workspace.calendar).zone.dayOf(opened.clock.now);
    const role = input.options['role'];
    // What the settings refuse of somebody who is not calibrated stands in the queue with the way out, and does not block what comes after.
    const all = waiting.scores.filter(({ candidate, shadow, reference }) => (role === undefined || candidate.role === role) && (shadow || !isRefusedUncalibrated(workspace, waiting.person, reference, today)));
    const [item] = all;
    const [sample] = role === undefined ? waiting.samples : [];
    if (!item && sample) return nextSample(context, input, opened, waiting.person, sample, waiting.samples.length);
    if (!item) {
      if (flag(input, 'json')) context.stdout('{"next":null}\n');
      const more = waiting.mayTake.length > 0 ? ` You may take ${plural(waiting.mayTake.length, 'visit')} that nobody is asked for: hire queue` : '';
      context.stderr(`No score waits for ${waiting.person}.${more}\n`);
      return 0;
    }
    const task = taskOf(opened, item.candidate, item.visit, waiting.person);
    const command = scoreCommand(workspace, item);
    if (flag(input, 'json')) {
      context.stdout(`${JSON.stringify({ next: { ...itemData(item), text: plain(task.reading(WIDEST)) }, waiting: all.length }, null, 2)}\n`);
      return 0;
    }
    context.stdout(pageOf(task, Math.min(WIDEST, Math.max(40, context.terminal.columns))));
    const begun = drafts.some(({ role: of, candidate, visit }) => of === task.role && candidate === task.candidate && visit === task.visit);
    if (all.length > 1) context.stderr(`${plural(all.length - 1, 'more score')} ${all.length === 2 ? 'waits' : 'wait'}: hire queue\n`);
    if (!mayAsk(context, input)) context.stderr(`${begun ? 'You began it. Go on' : 'Score it'}: ${command}\n`);
    else if (await confirmed(context, input, begun ? 'You began it. Go on now?' : 'Score it now?')) {
      return score.run(context, { words: [task.candidate], options: { ...input.options, role: task.role, by: task.by, visit: task.visit } });
    } else context.stderr(`Later: ${command}\n`);
    return 0;
  },
};

/** A calibration sample, once no score waits any more. */
async function nextSample(context: Context, input: Input, opened: Opened, by: string, { session, sample, reference }: QueueSample, waiting: number): Promise<number> {
  const named = sampleFor(opened, `${session}/${sample}`, by);
  const task = sampleTask(opened, named, by);
  if (flag(input, 'json')) {
    context.stdout(`${JSON.stringify({ next: { session, sample, rubric: reference, text: plain(task.reading(WIDEST)) }, waiting }, null, 2)}\n`);
    return 0;
  }
  context.stdout(pageOf(task, Math.min(WIDEST, Math.max(40, context.terminal.columns))));
  if (mayAsk(context, input) && await confirmed(context, input, 'Score it now?')) {
    const { scoreSample } = await import('./calibrate/score.ts');
    return scoreSample(context, { words: [], options: { ...input.options, by } }, `${session}/${sample}`);
  }
  context.stderr(`Score it: ${task.command}\n`);
  return 0;
}

/** Everything on one page: whose turn, the notes, the work, the task, the rubric. */
function pageOf(task: Marking, width: number): string {
  const rule = '─'.repeat(width);
  return [
    `${task.title}  ${task.stage}`, `${task.due}${task.due === '' ? '' : '  '}${task.reference}`, ...task.notes, rule,
    plain(task.reading(width)), rule, plain(rubricLines(task.rubric, width)).trimEnd(), rule, ...(task.verdict ? [`The bar: ${task.verdict.bar}`] : []), '',
  ].join('\n');
}

function plain(lines: readonly BodyLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
