import { REVIEW_DAYS, reviewAt, type ReviewDay } from '../../analysis/outcome-reviews.ts';
import { addDays } from '../../analysis/time/day.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Rubric } from '../../model/rubric.ts';
import { plural } from '../../model/words.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Context, type Input } from '../command.ts';
import { manyOption } from '../many.ts';

export type Review = Outcome['reviews'][number];

const AGAIN = ['yes', 'unsure', 'no'] as const;

/** Which review is meant: the one that is asked for, else the one that is due; undefined when none is. @throws Mistake */
export function reviewDay(input: Input, outcome: Outcome, today: string): ReviewDay | undefined {
  const wanted = textOption(input, 'day');
  if (wanted === undefined) return reviewAt(outcome, today);
  const day = REVIEW_DAYS.find((each) => String(each) === wanted);
  if (day === undefined) throw new Mistake(`--day takes ${REVIEW_DAYS.join(', ')}: days after the first working day; found “${wanted}”.`);
  if (outcome.reviews.some((review) => review.day === day)) throw new Mistake(`The review after ${day} days is written already, and stays as it is.`);
  const comes = addDays(outcome.started, day);
  if (comes > addDays(today, 7)) throw new Mistake(`${day} days are over on ${comes}; a review written much sooner says nothing of them.`);
  return day;
}

/** The next review that will come; undefined after the last, and for who has left. */
export function nextReview(outcome: Outcome, today: string): { readonly day: ReviewDay; readonly on: string } | undefined {
  if (outcome.left !== undefined) return undefined;
  const day = REVIEW_DAYS.find((each) => addDays(outcome.started, each) > today && !outcome.reviews.some((review) => review.day >= each));
  return day === undefined ? undefined : { day, on: addDays(outcome.started, day) };
}

/** Asks for a review, or takes it from the options: the criteria of the hiring with their anchors, performance, and the one question. */
export async function reviewOf(context: Context, input: Input, rubric: Rubric, bar: string): Promise<Pick<Review, 'marks' | 'performance' | 'again'>> {
  const given = marksFrom(input, rubric);
  const marks: Record<string, number> = {};
  for (const criterion of rubric.criteria) {
    const mark = given.get(criterion.id) ?? (mayAsk(context, input) ? await askMark(context, rubric, criterion) : undefined);
    if (mark !== undefined) marks[criterion.id] = mark;
  }
  const missing = rubric.criteria.filter((criterion) => marks[criterion.id] === undefined);
  if (missing.length > 0) context.stderr(`Without a mark: ${missing.map(({ id }) => id).join(', ')}.\n`);
  const performance = await answer(context, input, { option: 'performance', ask: 'Performance on the job, 1 to 5?', wrong: (said) => (/^[1-5]$/.test(said) ? undefined : `“${said}” is none of 1, 2, 3, 4, 5.`) });
  const again = await answer(context, input, { option: 'again', ask: `Would you hire them again (${AGAIN.join(', ')})?${bar === '' ? '' : ` ${bar}`}`, wrong: oneOfThese('answer', AGAIN) });
  return { marks, performance: Number(performance), again: AGAIN.find((each) => each === again) ?? 'unsure' };
}

async function askMark(context: Context, rubric: Rubric, criterion: Rubric['criteria'][number]): Promise<number | undefined> {
  const { min, max } = rubric.scale;
  context.stderr(`\n${criterion.name}\n${criterion.anchors.map(({ level, text }) => `  ${level}  ${text.replace(/\s+/g, ' ')}\n`).join('')}`);
  for (;;) {
    const said = await context.ask(`${min} to ${max} (Enter: not seen) `);
    if (said === '') return undefined;
    const mark = /^\d$/.test(said) ? Number(said) : 0;
    if (mark >= min && mark <= max) return mark;
    context.stderr(`The scale is ${min} to ${max}.\n`);
  }
}

/** `--mark ambiguity=3`, once per criterion. @throws Mistake */
function marksFrom(input: Input, rubric: Rubric): ReadonlyMap<string, number> {
  const { min, max } = rubric.scale;
  return new Map(manyOption(input, 'mark').map((written) => {
    const [, id = '', mark = ''] = /^([a-z0-9-]+)\s*=\s*(\d)$/.exec(written.trim()) ?? [];
    if (id === '') throw new Mistake(`--mark takes a criterion and a mark, ${rubric.criteria[0]?.id ?? 'criterion'}=${max}, found “${written}”.`);
    const wrong = oneOfThese('criterion', rubric.criteria.map((criterion) => criterion.id))(id);
    if (wrong !== undefined) throw new Mistake(`--mark: ${wrong}`);
    if (Number(mark) < min || Number(mark) > max) throw new Mistake(`--mark ${id}: the scale is ${min} to ${max}, found ${mark}.`);
    return [id, Number(mark)] as const;
  }));
}

/** What is known so far, in a few lines. */
export function outcomeWords(outcome: Outcome, today: string): string {
  const next = nextReview(outcome, today);
  const due = reviewAt(outcome, today);
  return [
    `Started on ${outcome.started}${outcome.left === undefined ? '' : `, left on ${outcome.left}`}; ${outcome.reviews.length === 0 ? 'no review yet' : plural(outcome.reviews.length, 'review')}.`,
    ...outcome.reviews.map((review) => `  after ${review.day} days, on ${review.on}: performance ${review.performance} of 5, again ${review.again} (${review.by})`),
    ...(due === undefined ? [] : [`The review after ${due} days was due on ${addDays(outcome.started, due)}.`]),
    ...(next === undefined ? [] : [`The next one, after ${next.day} days, comes on ${next.on}.`]),
  ].map((line) => `${line}\n`).join('');
}
