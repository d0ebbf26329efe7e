import type { CandidateFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import { rubricOf } from '../analysis/visit.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Rubric } from '../model/rubric.ts';
import { day } from '../model/scalar.ts';
import { editYaml, type YamlEdit } from '../store/edit-yaml.ts';
import { answer, mayAsk } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { modeline } from './new-files.ts';
import { carryOutChecked, edited, openRecord, RECORD_OPTIONS } from './one-record.ts';
import type { Opened } from './open.ts';
import { outcomeWords, reviewDay, reviewOf, type Review } from './outcome/review.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;

/** `hire outcome`: the first day of a hire, and after a month, a quarter, half a year and a year how it works out. */
export const outcome: Command = {
  name: 'outcome',
  summary: 'a hire’s first working day, and how it works out',
  usage: '<candidate>',
  help: `
Writes the first working day, then a review after 30, 90, 180 and 365 days, by the criteria of the stage that decided, in its version of
then. Only so can anybody tell whether the process chooses well. Without anything to write it shows what is known.

hire outcome teal-otter-7f --started 2026-12-01
hire outcome teal-otter-7f                          the review that is due, asked for on a terminal
hire outcome teal-otter-7f --performance 4 --again yes --mark ambiguity=3 --mark blockers=4
hire outcome teal-otter-7f --left 2027-08-31`,
  options: { ...RECORD_OPTIONS, started: text, day: text, on: text, performance: text, again: text, mark: { type: 'string', multiple: true }, left: text },
  means: { by: ['who writes the review (default: me of .hire/local.yml)'], role: ['which application, where one name has several'], on: ['when the review was written (default: today)', 'day'] },
  words: [1, 1],
  async run(context, input) {
    const { opened, facts } = await openRecord(context, input, 'outcome');
    const { workspace, clock } = opened;
    const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
    if (facts.how !== 'hired') throw new Mistake(facts.how === 'withdrew' && facts.visits.some((visit) => visit.kind === 'offer' && visit.offered !== undefined)
      ? `“${facts.id}” withdrew after our offer, so there is no hire that could work out.`
      : `“${facts.id}” was not hired; an outcome tells how a hire works out.\nWhen the offer is accepted: hire hire ${facts.id}`);
    const path = `content/outcomes/${facts.role}/${facts.id}.yml`;
    if (workspace.broken.has(path)) throw new Mistake(`${path} cannot be read; “hire check” says what is wrong.`);
    const stored = workspace.outcomes.get(facts.role)?.get(facts.id)?.value;
    const before = opened.text(path);
    let after = before;
    const done: string[] = [];
    const change = (text: string, edit: YamlEdit): string => edited(path, () => editYaml(text, [edit]));
    const started = await startedOn(context, input, stored);
    if (started !== undefined) {
      after = after === undefined ? `${modeline(path, 'outcome')}\nstarted: ${started}\nreviews: []\n` : change(after, { set: ['started'], value: started });
      done.push(`the first day ${started}`);
    }
    const known: Outcome = { ...(stored ?? { reviews: [] }), started: started ?? stored?.started ?? today };
    const left = dayOption(input, 'left');
    if (left !== undefined && after !== undefined) {
      if (left < known.started) throw new Mistake(`--left: ${left} is before the first day, ${known.started}.`);
      after = change(after, { set: ['left'], value: left });
      done.push(`the last day ${left}`);
    }
    if (started !== undefined && today < started) context.stderr(`They start on ${started}; the first review comes thirty days later.\n`);
    const review = await reviewWanted(context, input, opened, facts, known, today, started !== undefined || left !== undefined);
    if (review && after !== undefined) {
      after = change(after, { append: ['reviews'], value: { ...review, marks: { ...review.marks } } });
      done.push(`the review after ${review.day} days`);
    }
    if (after === undefined || done.length === 0) return show(context, input, path, stored, today);
    const code = await carryOutChecked(context, input, opened, [], [{ path, before, after }], { commitment: { message: `Note ${done.join(' and ')} of ${facts.id}\n`, branch: `hire/outcome-${facts.id}` } });
    if (code === 0 && !flag(input, 'json')) context.stdout(`${path}\n`);
    return code;
  },
};

/** The first working day, where it is said or has to be. */
async function startedOn(context: Context, input: Input, stored: Outcome | undefined): Promise<string | undefined> {
  const said = textOption(input, 'started');
  if (stored && said !== undefined && stored.started !== said && stored.reviews.length > 0) throw new Mistake(`They started on ${stored.started}, and reviews are counted from it. If the day is wrong, correct it in the file.`);
  if (stored) return said === stored.started ? undefined : dayOption(input, 'started');
  return answer(context, input, { option: 'started', ask: 'First working day, such as 2026-12-01?', wrong: (typed) => (day().safeParse(typed).success ? undefined : `“${typed}” is no day such as 2026-12-01.`) });
}

function dayOption(input: Input, option: string): string | undefined {
  const said = textOption(input, option);
  if (said !== undefined && !day().safeParse(said).success) throw new Mistake(`--${option} takes a day such as 2026-12-01, found “${said}”.`);
  return said;
}

/** The review that was asked for or is due; undefined when there is none to write now. */
async function reviewWanted(context: Context, input: Input, opened: Opened, facts: CandidateFacts, known: Outcome, today: string, other: boolean): Promise<Review | undefined> {
  const said = ['day', 'performance', 'again'].some((option) => textOption(input, option) !== undefined);
  if (!said && (other || !mayAsk(context, input))) return undefined;
  const which = reviewDay(input, known, today);
  if (which === undefined) {
    if (said) throw new Mistake(`No review is due.\n${outcomeWords(known, today)}`.trimEnd());
    return undefined;
  }
  const on = dayOption(input, 'on') ?? today;
  if (on > today) throw new Mistake(`--on: ${on} is still to come.`);
  const { reference, rubric } = rubricOfHiring(opened, facts);
  context.stderr(`${outcomeWords(known, today)}\nThe review after ${which} days, by ${reference}, the rubric of “${facts.deciding ?? ''}”.\n`);
  const by = await whoActs(context, input, opened, facts.role);
  return { day: which, on, by, rubric: reference, ...(await reviewOf(context, input, rubric, '')) };
}

/** The rubric of the stage that decided, in the version of then. @throws Mistake */
function rubricOfHiring({ workspace }: Opened, facts: CandidateFacts): { readonly reference: string; readonly rubric: Rubric } {
  const visit = facts.visits.find((each) => each.name === facts.deciding);
  const reference = visit?.panel?.reference;
  const rubric = reference === undefined ? undefined : rubricOf(workspace, reference);
  if (reference === undefined || !rubric) throw new Mistake(`No stage of “${facts.id}” was scored, so there are no criteria to go by. Write the review into content/outcomes/${facts.role}/${facts.id}.yml.`);
  return { reference, rubric };
}

function show(context: Context, input: Input, path: string, stored: Outcome | undefined, today: string): number {
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ path, outcome: stored ?? null })}\n`);
  else if (stored) context.stdout(outcomeWords(stored, today));
  return 0;
}
