import type { Explanation } from './explanation.ts';

/** Explanations of the codes `fairness/…`. */
export const fairness: readonly Explanation[] = [
  {
    code: 'fairness/small-count', severity: 'error', title: 'A count singles out a few people',
    why: 'One to four people of a group can be recognised by their colleagues.',
    wrong: '{ reached: 3, advanced: 0 }',
    right: 'the group merged with another',
  },
  {
    code: 'fairness/advanced-above-reached', severity: 'error', title: 'More people advanced than were there',
    why: 'One of the two counts is wrong, and the ratio with it.',
    wrong: '{ reached: 10, advanced: 12 }',
    right: '{ reached: 12, advanced: 10 }',
  },
];
