import { SURVEY_GUARD } from '../../analysis/surveys.ts';
import { plural } from '../../model/words.ts';
import { applyPlan } from '../apply.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import { openIdentities } from '../examine.ts';
import type { Opened } from '../open.ts';
import { freeWords } from './answer.ts';
import { asBatch, batchChanges } from './batch.ts';
import { keepHolding, readHoldings, type Holding } from './held.ts';
import { revealingWords } from './revealing.ts';

/** `hire survey status`: how many answers wait, and how many are missing until a batch. */
export function showStatus(context: Context, input: Input, root: string): number {
  const rows = [...readHoldings(root).values()].map(({ role, waiting, batch }) => ({ role, waiting: waiting.length + batch.length, missing: Math.max(0, SURVEY_GUARD - waiting.length - batch.length) }));
  if (flag(input, 'json')) context.stdout(`${JSON.stringify(rows)}\n`);
  else if (rows.every(({ waiting }) => waiting === 0)) context.stdout('No answers wait.\n');
  else {
    const width = Math.max(...rows.map(({ role }) => role.length));
    context.stdout(rows.filter(({ waiting }) => waiting > 0).map(({ role, waiting, missing }) => `${role.padEnd(width)}  ${missing === 0 ? `${waiting} wait: a batch` : `${waiting} of ${SURVEY_GUARD}`}\n`).join(''));
  }
  return 0;
}

/**
 * `hire survey publish`: every role with a whole batch, as one commit. The tokens are kept before anything is written, so that a run
 * killed at any moment is finished by the next with the same files.
 */
export async function publishBatches(context: Context, input: Input, opened: Opened): Promise<number> {
  const { root, workspace } = opened;
  const dry = flag(input, 'dry-run');
  const ready: Holding[] = [];
  for (const holding of readHoldings(root).values()) {
    const taken = new Set(workspace.surveys.get(holding.role)?.keys() ?? []);
    const open = settled(holding, taken);
    if (open !== holding && !dry) await keepHolding(root, open);
    if (open.batch.length > 0) ready.push(open);
    else if (open.waiting.length >= SURVEY_GUARD) ready.push(asBatch(open, taken, context.random));
  }
  if (ready.length === 0) {
    context.stderr(`No role has ${SURVEY_GUARD} answers waiting, so nothing is published: fewer could be told apart. “hire survey status” counts them.\n`);
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ published: 0, paths: [] })}\n`);
    return 0;
  }
  await refuseNames(ready, opened);
  if (!dry) for (const holding of ready) await keepHolding(root, holding);
  const changes = ready.flatMap(batchChanges);
  const written = await applyPlan(context, input, root, changes, {
    message: `Add ${plural(changes.length, 'survey answer')}\n\n${ready.map(({ role, batch }) => `${role}: ${batch.length}`).join('\n')}\n`,
    branch: 'hire/survey-answers',
  });
  if (!dry) for (const holding of ready) await keepHolding(root, { ...holding, batch: [] });
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ published: changes.length, ...written })}\n`);
  else context.stdout(`${ready.map(({ role, batch }) => `${role}: ${plural(batch.length, 'answer')} ${dry ? 'would be published' : 'published'}`).join('\n')}\n`);
  return written.failed === undefined ? 0 : 1;
}

/** A batch of a run that was killed after its files were written is over; one from before is taken up again. */
function settled(holding: Holding, taken: ReadonlySet<string>): Holding {
  return holding.batch.length > 0 && holding.batch.every(({ token }) => taken.has(token)) ? { ...holding, batch: [] } : holding;
}

/** Somebody may have joined the identities since the answers were added. */
async function refuseNames(ready: readonly Holding[], opened: Opened): Promise<void> {
  const identities = openIdentities(opened);
  const revealing = revealingWords(identities.open ? await identities.all() : undefined);
  const found = ready.flatMap(({ role, batch }) => batch.flatMap(({ token, survey }) => {
    const questions = opened.workspace.questions.get(survey.questions)?.value;
    return questions ? freeWords({ role, survey, mark: token }, questions).flatMap(([question, words]) => revealing(words).map((what) => `.hire/survey/${role}.json, “${question}”: ${what}.`)) : [];
  }));
  if (found.length > 0) throw new Mistake(`${found.join('\n')}\nTake that out of the held answer, then publish. Nothing was written.`);
}
