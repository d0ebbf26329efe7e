import { branchOf, defaultBranch } from '../../store/resume-branch.ts';
import { removeFile } from '../../store/write.ts';
import { applyPlan, sendAgain, type Commitment, type Written } from '../apply.ts';
import { flag, type Context, type Input } from '../command.ts';
import { passes } from '../one-record.ts';
import type { Opened } from '../open.ts';
import { writeSchemas } from '../write-schemas.ts';
import { isGiven } from './given.ts';
import { replacing } from './replacing.ts';
import { changeOf } from './result.ts';
import type { Sheet } from './sitting.ts';
import type { Marking } from './task.ts';

/** Where a reviewer’s scores are collected: several travel in one pull request. */
export function scoreBranch(person: string): string {
  return `scores/${person}`;
}

/**
 * Writes a sheet as its file, once the checks have nothing against it, and commits it. What stands in the record already is not written
 * again but sent, where that is asked for: a push that failed is repeated with the same words.
 * @returns the exit code; 1 when an error stands against it and nothing was written, and when it was committed and got no further. Then the draft stays.
 * @throws NotWritten when nothing was written
 */
export async function handIn(context: Context, input: Input, opened: Opened, task: Marking, sheet: Sheet): Promise<number> {
  const change = changeOf(opened, task, sheet);
  if (!change) return again(context, input, opened, task);
  // Of what stands on the command line it was said, and asked, before.
  const words = isGiven(input) ? undefined : replacing(task, sheet);
  if (words !== undefined) context.stderr(`${words}\n`);
  if (!(await passes(context, opened, [change]))) return 1;
  if (!flag(input, 'dry-run')) writeSchemas(opened.root, opened.workspace);
  const subject = sheet.conflict ? `Declare a conflict of interest with ${task.title}` : `${task.before ? 'Amend the score of' : 'Score'} ${task.about}`;
  const commitment = { message: `${subject}\n\n${sheet.conflict ? `By ${task.by}, who takes no part in it any more.` : `By ${task.by}, against ${task.reference}.`}\n`, branch: scoreBranch(task.by) };
  return told(context, input, opened, task, change.path, await applyPlan(context, input, opened.root, [change], commitment));
}

/** Sends what was committed before. @throws NotWritten */
export async function again(context: Context, input: Input, opened: Opened, task: Marking): Promise<number> {
  const path = task.before?.path ?? task.path;
  context.stderr(`Your score stands in ${path} already; nothing was written.\n`);
  const branch = await branchOf(opened.root);
  const sends = flag(input, 'push') || flag(input, 'pull-request');
  if (sends && (branch === undefined || branch === (await defaultBranch(opened.root)))) {
    context.stderr(`It stands on ${branch ?? 'no branch'}, so there is nothing to push.\n`);
    return told(context, input, opened, task, path, { paths: [] });
  }
  const commitment: Commitment = { message: `Score ${task.about}\n\nBy ${task.by}, against ${task.reference}.\n`, branch: branch ?? '' };
  return told(context, input, opened, task, path, { paths: [], ...(await sendAgain(context, input, opened.root, commitment)) });
}

function told(context: Context, input: Input, opened: Opened, task: Marking, path: string, written: Written): number {
  const [dry, json] = [flag(input, 'dry-run'), flag(input, 'json')];
  const { commit, pushed, pullRequest, failed } = written;
  if (json) context.stdout(`${JSON.stringify({ path, written: !dry && written.paths.length > 0, commit: commit ?? null, pushed: pushed ?? false, pullRequest: pullRequest ?? null, failed: failed ?? null })}\n`);
  else context.stdout(`${path}\n`);
  // Of a conflict nothing more can be said with the same words: whoever has declared one scores no more.
  if (failed !== undefined && !path.includes('/conflicts/')) context.stderr('Say the same command again: what is committed stays, and what is missing is done.\n');
  if (failed !== undefined) return 1;
  if (!dry) removeFile(opened.root, task.draft);
  return 0;
}
