import type { Explanation } from './explanation.ts';

/** Explanations of the codes `event/…`. */
export const event: readonly Explanation[] = [
  {
    code: 'event/first', severity: 'error', title: 'The first event is not an application',
    why: 'Every record begins with applied in the first stage.',
    wrong: '- { …, event: advanced }',
    right: '- { …, event: applied }',
  },
  {
    code: 'event/order', severity: 'error', title: 'An event stands before an earlier one',
    why: 'The list is read from top to bottom; a wrong order gives wrong phases and wrong waiting times.',
    wrong: '10 March, then 9 March',
    right: '9 March, then 10 March',
  },
  {
    code: 'event/wrong-stage', severity: 'error', title: 'An event names a stage in which the candidate is not',
    why: 'Two people advanced the same candidate, or a merge kept both lines.',
    wrong: 'advanced twice from application',
    right: 'advanced once',
  },
  {
    code: 'event/unknown-stage', severity: 'error', title: 'An event names a stage that the pipeline does not have',
    why: 'It belongs to no visit, and nothing can follow from it.',
    wrong: 'stage: aplication',
    right: 'stage: application',
  },
  {
    code: 'event/not-allowed', severity: 'error', title: 'An event is not possible here',
    why: 'Each kind of stage has its events and its order, such as submitted after started.',
    wrong: 'held, and never booked',
    right: 'booked, then held',
  },
  {
    code: 'event/target', severity: 'error', title: 'An event leads to a stage that it cannot reach',
    why: 'advanced goes to a later stage, returned to this one or an earlier one.',
    wrong: 'advanced to: application',
    right: 'advanced to: trial',
  },
];
