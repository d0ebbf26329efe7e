import type { Change } from '../../model/change.ts';
import type { Random } from '../../model/random.ts';
import type { Survey } from '../../model/survey.ts';
import { printFlow, printProse } from '../../text/print-scalar.ts';
import type { Holding } from './held.ts';

/** Half a token: six hexadecimal signs. */
const HALF = 0x1000000;

/**
 * Takes everything that waits as one batch: every answer gets the month of the latest and a random token, in shuffled order, so that
 * neither a name nor an order nor a month tells when somebody answered.
 * @param taken tokens of answers that are published already
 */
export function asBatch(holding: Holding, taken: ReadonlySet<string>, random: Random): Holding {
  const month = holding.waiting.map(({ survey }) => survey.month).sort().at(-1) ?? '';
  const tokens = new Set<string>(taken);
  const batch = shuffled(holding.waiting, random).map(({ survey }) => {
    const token = drawToken(tokens, random);
    tokens.add(token);
    return { token, survey: { ...survey, month } };
  });
  return { ...holding, waiting: [], batch };
}

/** The files of a batch. */
export function batchChanges({ role, batch }: Holding): Change[] {
  return batch
    .map(({ token, survey }) => ({ path: `content/surveys/${role}/${token}.yml`, before: undefined, after: printSurvey(survey) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An answer as its file. */
export function printSurvey({ questions, month, outcome, recommend, answers, minutes }: Survey): string {
  const lines = [`questions: ${questions}`, `month: ${month}`, `outcome: ${outcome}`];
  if (recommend !== undefined) lines.push(`recommend: ${recommend}`);
  const given = Object.entries(answers);
  lines.push(given.length === 0 ? 'answers: {}' : 'answers:', ...given.map(([id, value]) => (typeof value === 'string' && value.includes('\n') ? printProse(id, value, 2) : `  ${id}: ${printFlow(value)}`)));
  if (Object.keys(minutes).length > 0) lines.push(`minutes: ${printFlow(minutes)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

function drawToken(taken: ReadonlySet<string>, random: Random): string {
  for (;;) {
    const token = [random.below(HALF), random.below(HALF)].map((half) => half.toString(16).padStart(6, '0')).join('');
    // Figures alone could be taken for a number, or for a day.
    if (/[a-f]/.test(token) && !taken.has(token)) return token;
  }
}
