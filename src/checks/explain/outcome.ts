import type { Explanation } from './explanation.ts';

/** Explanations of the codes `outcome/…`. */
export const outcome: readonly Explanation[] = [
  {
    code: 'outcome/not-hired', severity: 'error', title: 'An outcome is about somebody who was not hired',
    why: 'Then it belongs to somebody else, or an event is missing.',
    wrong: 'outcomes/… of a declined candidate',
    right: 'the event hired',
  },
  {
    code: 'outcome/mark-outside-scale', severity: 'error', title: 'A mark on the job is not on the scale',
    why: 'Hiring and work are compared by the same levels.',
    wrong: 'correctness: 5 on a scale of 1–4',
    right: 'correctness: 4',
  },
  {
    code: 'outcome/dates', severity: 'error', title: 'The days of an outcome contradict each other',
    why: 'A review cannot be older than the first day.',
    wrong: 'started: 2026-12-01, on: 2026-11-01',
    right: 'on: 2027-03-01',
  },
  {
    code: 'outcome/review-due', severity: 'warning', title: 'A review of a hire is a month late',
    why: 'Only reviews tell whether the process chooses well, and what was seen after ninety days is forgotten after two hundred.',
    wrong: 'started: 2026-02-16, reviews: [], and it is June',
    right: 'reviews:\n  - { day: 90, on: 2026-05-18, by: dana, performance: 4, again: yes }',
  },
];
