import { describe, expect, it } from 'vitest';
import { byNext, carriedOver, nextWords, outcomesTitle, type Hire } from './outcomes.ts';

const today = '2026-11-22';
const rubric = { reference: 'trial@1', title: 'Trial', version: 1, min: 1, max: 4 };
const review = (day: number, job: number, hiring: number | null = 3): Hire['reviews'][number] => ({ day, on: today, by: 'dana', performance: 4, again: 'yes', rubric, marks: [{ criterion: 'care', name: 'Care', hiring, job }] });
const hire: Hire = { role: 'r', roleTitle: 'R', candidate: 'teal-otter-7f', spoken: 'Teal Otter', started: '2026-01-05', left: null, percent: 70, stages: [], reviews: [], next: { day: 365, due: '2027-01-05', lateBy: 0 } };

describe('the title', () => {
  it.each([
    [[], 'Nobody we hired has started yet'],
    [[hire], 'One hire has started, and no review is late'],
    [[hire, { ...hire, next: { day: 90, due: '2026-11-01', lateBy: 15 } }], 'Two hires have started, and one review is late'],
  ])('%#', (hires, words) => {
    expect(outcomesTitle(hires)).toBe(words);
  });
});

it.each([
  [{}, 'open', 'day 365, 5 Jan 2027'],
  [{ next: { day: 90, due: today, lateBy: 0 } }, 'due', 'day 90, today'],
  [{ next: { day: 90, due: '2026-11-18', lateBy: 2 } }, 'late', 'day 90, 2 days late'],
  [{ next: null, reviews: [review(365, 3)] }, 'done', 'all written'],
  [{ left: '2026-03-20', next: null }, 'ended', 'left 20 Mar 2026'],
] as const)('the next review: %j', (change, is, words) => {
  expect(nextWords({ ...hire, ...change } as Hire, today)).toEqual({ is, words });
});

it('puts what is late first and who is done last', () => {
  const hires = [{ ...hire, candidate: 'done', next: null }, { ...hire, candidate: 'next' }, { ...hire, candidate: 'late', next: { day: 30, due: '2026-10-01', lateBy: 30 } }];
  expect(hires.toSorted(byNext).map(({ candidate }) => candidate)).toEqual(['late', 'next', 'done']);
});

describe('marks carried over', () => {
  it('come from the latest review that holds to the words of hiring', () => {
    const carried = carriedOver([{ ...hire, reviews: [review(30, 2), review(90, 4)] }, { ...hire, candidate: 'other', reviews: [review(30, 3, 2.5), { ...review(90, 1), rubric: null, marks: [] }] }]);
    expect(carried).toHaveLength(1);
    expect(carried[0]?.criteria[0]?.rows.map(({ day, hiring, job }) => [day, hiring, job])).toEqual([[90, 3, 4], [30, 2.5, 3]]);
  });

  it('leave out what was never marked in hiring', () => {
    expect(carriedOver([{ ...hire, reviews: [review(30, 2, null)] }])).toEqual([]);
  });
});
