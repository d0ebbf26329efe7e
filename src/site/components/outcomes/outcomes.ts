import type { PublishedOutcomes } from '../../../view/published/outcomes.ts';
import { dayYear, plural, sentence } from '../../published/words.ts';
import { spelled } from '../../today/answer.ts';

export type Hire = PublishedOutcomes[number];
type Review = Hire['reviews'][number];
type Rubric = NonNullable<Review['rubric']>;

/** Days after the start on which we look at how it works out. */
export const REVIEW_DAYS = [30, 90, 180, 365] as const;

/** The finding of the page: how many there are, and what is late. */
export function outcomesTitle(hires: readonly Hire[]): string {
  if (hires.length === 0) return 'Nobody we hired has started yet';
  const late = hires.filter(({ next }) => (next?.lateBy ?? 0) > 0).length;
  const started = hires.length === 1 ? 'One hire has started' : `${sentence(spelled(hires.length))} hires have started`;
  return `${started}, and ${late === 0 ? 'no review is late' : late === 1 ? 'one review is late' : `${spelled(late)} reviews are late`}`;
}

/** The next review of a hire as shape and words. Late counts business days, as promises do. */
export function nextWords({ next, left, reviews }: Pick<Hire, 'next' | 'left' | 'reviews'>, today: string): { is: 'open' | 'due' | 'late' | 'done' | 'ended'; words: string } {
  if (left !== null && left <= today) return { is: 'ended', words: `left ${dayYear(left)}` };
  if (next === null) return reviews.length === 0 ? { is: 'open', words: 'no review' } : { is: 'done', words: 'all written' };
  if (next.lateBy > 0) return { is: 'late', words: `day ${next.day}, ${plural(next.lateBy, 'day')} late` };
  return { is: next.due === today ? 'due' : 'open', words: `day ${next.day}, ${next.due === today ? 'today' : dayYear(next.due)}` };
}

/** Late first, then the soonest; who has no next review stands last, the newest first. */
export function byNext(a: Hire, b: Hire): number {
  const due = (hire: Hire): string => hire.next?.due ?? '9999';
  return due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.started > b.started ? -1 : a.started < b.started ? 1 : 0;
}

/** One criterion in hiring and on the job, hire by hire. */
export interface CarriedOver {
  readonly criterion: string;
  readonly name: string;
  readonly rows: readonly { readonly hire: Hire; readonly day: number; readonly hiring: number; readonly job: number }[];
}

/** A rubric that was held to in hiring and again on the job. */
export interface Carried {
  readonly rubric: Rubric;
  readonly hires: number;
  readonly criteria: readonly CarriedOver[];
}

/** The latest review of each hire that holds to the words of hiring, by rubric and criterion; hires in the order given. */
export function carriedOver(hires: readonly Hire[]): Carried[] {
  const found = new Map<string, { rubric: Rubric; hires: Set<Hire>; criteria: Map<string, { name: string; rows: CarriedOver['rows'][number][] }> }>();
  for (const hire of hires) {
    const review = hire.reviews.findLast(({ rubric, marks }) => rubric !== null && marks.some(({ hiring }) => hiring !== null));
    if (!review?.rubric) continue;
    const of = found.get(review.rubric.reference) ?? { rubric: review.rubric, hires: new Set<Hire>(), criteria: new Map<string, { name: string; rows: CarriedOver['rows'][number][] }>() };
    found.set(review.rubric.reference, of);
    of.hires.add(hire);
    for (const { criterion, name, hiring, job } of review.marks) {
      if (hiring === null) continue;
      const entry = of.criteria.get(criterion) ?? { name, rows: [] };
      of.criteria.set(criterion, entry);
      entry.rows.push({ hire, day: review.day, hiring, job });
    }
  }
  return [...found.values()].map(({ rubric, hires: those, criteria }) => ({ rubric, hires: those.size, criteria: [...criteria].map(([criterion, { name, rows }]) => ({ criterion, name, rows })) }));
}
