import { NOT_OBSERVED } from '../../model/score.ts';
import { NotWritten } from '../../store/write.ts';
import { openWay } from '../apply.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { readDraft } from './draft.ts';
import { sheetGiven } from './given.ts';
import { again, handIn } from './hand-in.ts';
import { changeOf } from './result.ts';
import { sit } from './sit.ts';
import { isEmpty, progressWords, type Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

/** Writes what stands on the command line. @returns the exit code */
export async function scripted(context: Context, input: Input, opened: Opened, task: Marking): Promise<number> {
  const sheet = sheetGiven(input, task);
  const draft = flag(input, 'discard') || sheet.conflict ? undefined : readDraft(opened.root, task);
  if (draft && changeOf(opened, task, draft.sheet)) throw new Mistake(`You began this score in a draft (${progressWords(task, draft.sheet)}). Go on with “${task.command}”, or forget it with --discard.`);
  for (const note of task.before ? task.notes.slice(1) : task.notes) context.stderr(`${note}\n`);
  return handIn(context, input, opened, task, sheet);
}

/** A sitting on the terminal, from the draft on where there is one. @returns the exit code */
export async function asked(context: Context, input: Input, opened: Opened, task: Marking): Promise<number> {
  const draft = flag(input, 'discard') ? undefined : readDraft(opened.root, task);
  const holds = draft?.rubric === task.reference;
  // Committed before, and not sent: there is nothing to ask.
  if (draft && holds && !changeOf(opened, task, draft.sheet)) return again(context, input, opened, task);
  if (!draft && task.before && (flag(input, 'push') || flag(input, 'pull-request'))) return again(context, input, opened, task);
  // Nobody scores for forty minutes to be told that there is no token.
  await openWay(context, input, opened.root);
  const sheet = draft ? (holds ? draft.sheet : carried(task, draft.sheet)) : task.first;
  const { sheet: given, write } = await sit(context, opened.root, task, sheet, begins(task, draft, holds));
  const { command } = task;
  if (!write) {
    context.stderr(isEmpty(given, task) ? 'Nothing was written.\n' : `Nothing was written; the draft is kept (${progressWords(task, given)}): ${command}\n`);
    return 0;
  }
  try {
    const code = await handIn(context, input, opened, task, given);
    if (code !== 0) context.stderr(`The draft is kept: ${command}\n`);
    return code;
  } catch (error) {
    if (error instanceof NotWritten) context.stderr(`The draft is kept: ${command}\n`);
    throw error;
  }
}

function begins(task: Marking, draft: { readonly rubric: string; readonly sheet: Sheet } | undefined, holds: boolean): string {
  if (!draft) return 'm marks, ? shows what the keys do.';
  if (!holds) return `Your draft was about ${draft.rubric}, and ${task.reference} holds now: look at every mark again.`;
  return `This goes on where you left: ${progressWords(task, draft.sheet)}. m goes on.`;
}

/** What of a draft still means something against another version of the rubric: criteria that are left, marks on the scale, every word. */
function carried({ rubric: { criteria, scale } }: Marking, sheet: Sheet): Sheet {
  const kept = Object.entries(sheet.marks).filter(([id, { mark }]) => criteria.some((criterion) => criterion.id === id) && (mark === NOT_OBSERVED || (mark >= scale.min && mark <= scale.max)));
  return { ...sheet, marks: Object.fromEntries(kept) };
}
