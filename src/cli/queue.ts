import { workspaceFacts } from '../analysis/candidate.ts';
import { queueOf, type Queue, type QueueItem } from '../analysis/queue.ts';
import { trainingPath, type Training } from '../analysis/training.ts';
import type { Context, Command, Input } from './command.ts';
import { flag } from './command.ts';
import { openTree, type Opened } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { queueWords } from './score/queue-words.ts';
import { listDrafts, listSampleDrafts, type DraftOf } from './score/draft.ts';
import { whoActs } from './who.ts';

/** `hire queue`: what waits for one reviewer. */
export const queue: Command = {
  name: 'queue',
  summary: 'what waits for you to score, soonest first',
  usage: '',
  help: `
Every score you were asked for by name, with the day it is due, the rubric, and whether you were trained on it; what anybody of your panel
may take; calibration samples; how far you are with rubric versions you are not calibrated for; and the drafts you began on this machine.

hire queue
hire queue --by alice
hire next                  opens the first of it`,
  options: { ...READ_OPTIONS, by: { type: 'string' } },
  means: { by: ['whose queue (default: me of .hire/local.yml)'] },
  words: [0, 0],
  async run(context, input) {
    const { opened, waiting, drafts, training } = await openQueue(context, input);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ ...dataOf(waiting, drafts), training }, null, 2)}\n`);
    else context.stdout(queueWords(opened.workspace, waiting, drafts, training, opened.commit ? new Set() : listSampleDrafts(opened.root, waiting.person)));
    return 0;
  },
};

/** The queue of whoever sits here. */
export async function openQueue(context: Context, input: Input): Promise<{ readonly opened: Opened; readonly waiting: Queue; readonly drafts: readonly DraftOf[]; readonly training: readonly Training[] }> {
  const opened = await openTree(context, input);
  const by = await whoActs(context, input, opened);
  const facts = workspaceFacts(opened.workspace, opened.clock.now);
  const waiting = queueOf(opened.workspace, facts, by);
  // The folder alone has drafts: the tree of a commit is another day.
  return { opened, waiting, drafts: opened.commit ? [] : listDrafts(opened.root, by), training: trainingPath(opened.workspace, facts, by) };
}

function dataOf({ person, scores, mayTake, samples }: Queue, drafts: readonly DraftOf[]): object {
  return { person, scores: scores.map(itemData), mayTake: mayTake.map(itemData), samples: samples.map((sample) => ({ ...sample, title: sample.title ?? null })), drafts: drafts.map(({ role, candidate, visit }) => ({ role, candidate, visit })) };
}

/** One entry for programs: never a name, never a mark. */
export function itemData({ candidate, visit, asked, since, due, lateBy, shadow, window, reference, trained }: QueueItem): object {
  return {
    role: candidate.role, candidate: candidate.id, visit: visit.name, kind: visit.kind, asked: asked ?? null, since: since ?? null, due: due?.day ?? null, lateBy, shadow,
    window: window?.text ?? null, rubric: reference ?? null, trained: trained ?? null,
  };
}
