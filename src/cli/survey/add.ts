import { resolve } from 'node:path';
import { officeOf } from '../../analysis/time/office.ts';
import { SURVEY_GUARD } from '../../analysis/surveys.ts';
import { plural } from '../../model/words.ts';
import { flag, type Context, type Input } from '../command.ts';
import { openIdentities } from '../examine.ts';
import type { Opened } from '../open.ts';
import { answerOf, freeWords, markOf, type Answer } from './answer.ts';
import { readGiven } from './given.ts';
import { emptyHolding, keepHolding, readHoldings, withAnswer } from './held.ts';
import { revealingWords } from './revealing.ts';

/** `hire survey add`: answers into the folder where they wait for a batch. */
export async function addAnswers(context: Context, input: Input, opened: Opened, shown: string): Promise<number> {
  const { workspace } = opened;
  const asks = new Map([...workspace.questions.values()].filter(({ value }) => value.for === 'survey').flatMap(({ value }) => value.questions.flatMap(({ id, ask }) => [[id, id], [ask.trim().toLowerCase().replace(/\s+/g, ' '), id]] as const)));
  const read = readGiven(resolve(context.cwd, shown), shown, asks);
  const month = officeOf(workspace.calendar).zone.dayOf(opened.clock.now).slice(0, 7);
  const identities = openIdentities(opened);
  const revealing = revealingWords(identities.open ? await identities.all() : undefined);
  const holdings = readHoldings(opened.root);
  const published = publishedMarks(opened);
  const refused = [...read.unread];
  const touched = new Set<string>();
  let [added, known] = [0, 0];
  for (const given of read.given) {
    const answer = answerOf(given, workspace, month);
    const faults = 'survey' in answer ? shows(answer, opened, revealing) : answer;
    if (faults.length > 0 || !('survey' in answer)) {
      refused.push({ where: given.where, message: faults.join(' ') });
      continue;
    }
    const before = holdings.get(answer.role) ?? emptyHolding(answer.role);
    const after = published.has(markOf(answer.role, answer.survey)) ? before : withAnswer(before, answer.mark, answer.survey);
    if (after === before) known += 1;
    else {
      added += 1;
      holdings.set(answer.role, after);
      touched.add(answer.role);
    }
  }
  if (!flag(input, 'dry-run')) for (const role of touched) await keepHolding(opened.root, holdings.get(role) ?? emptyHolding(role));
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ added, known, refused, passedOver: read.passedOver, written: !flag(input, 'dry-run') })}\n`);
  else {
    context.stdout(`${plural(added, 'answer')} ${flag(input, 'dry-run') ? 'would be added' : 'added'}${known > 0 ? `, ${known} already here` : ''}${refused.length > 0 ? `, ${refused.length} refused` : ''}\n`);
    for (const { where, message } of refused) context.stderr(`${where}: ${message}\n`);
    if (read.passedOver.length > 0) context.stderr(`Not taken, since ${read.passedOver.length === 1 ? 'it is no question' : 'they are no questions'}: ${read.passedOver.join(', ')}.\n`);
    const ready = [...touched].filter((role) => (holdings.get(role)?.waiting.length ?? 0) >= SURVEY_GUARD);
    if (ready.length > 0) context.stderr(`A batch is together for ${ready.join(', ')}: “hire survey publish”.\n`);
    if (!identities.open && added > 0) context.stderr('There is no identity folder on this machine, so words were searched for addresses and numbers, not for names.\n');
  }
  return refused.length > 0 ? 1 : 0;
}

function shows(answer: Answer, opened: Opened, revealing: (text: string) => string[]): string[] {
  const questions = opened.workspace.questions.get(answer.survey.questions)?.value;
  const found = questions ? freeWords(answer, questions).flatMap(([question, words]) => revealing(words).map((what) => `“${question}”: ${what}.`)) : [];
  return found.length === 0 ? [] : [...found, 'Take that out and add it again: an answer shows nobody.'];
}

/** Marks of answers with words of their own in the tree: the same words twice are the same answer. */
function publishedMarks({ workspace }: Opened): Set<string> {
  return new Set([...workspace.surveys].flatMap(([role, answers]) => [...answers.values()]
    .filter(({ value }) => Object.values(value.answers).some((word) => typeof word === 'string' && word.includes('\n')))
    .map(({ value }) => markOf(role, value))));
}
