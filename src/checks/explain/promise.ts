import type { Explanation } from './explanation.ts';

/** Explanations of the codes `promise/…`. */
export const promise: readonly Explanation[] = [
  {
    code: 'promise/slow', severity: 'warning', title: 'A promise is slow',
    why: 'Three to five business days between stages are what candidates can be asked to wait.',
    wrong: 'reply_within: 8 business days',
    right: 'reply_within: 5 business days',
  },
  {
    code: 'promise/too-slow', severity: 'error', title: 'A promise takes ten days or more',
    why: 'A turnaround of ten days tells candidates that their time does not count; it is one of the common mistakes.',
    wrong: 'reply_within: 10 business days',
    right: 'reply_within: 5 business days',
  },
  {
    code: 'promise/in-the-past', severity: 'error', title: 'A promise was over when it was made',
    why: 'Then the day was typed wrongly, here or in the message.',
    wrong: 'at: 2026-01-15…, start_by: 2026-01-10',
    right: 'start_by: 2026-01-22',
  },
  {
    code: 'promise/contradicts', severity: 'error', title: 'Two promised days contradict each other',
    why: 'The later one holds for the candidate, but one of them was not meant.',
    wrong: 'start_by: 2026-10-17, submit_by: 2026-10-10',
    right: 'submit_by: 2026-10-20',
  },
  {
    code: 'promise/decided-not-told', severity: 'warning', title: 'A candidate was declined, and not told',
    why: 'They go on waiting, and the promise to answer counts as broken until they are told.',
    wrong: 'declined, and no message since',
    right: 'declined, and the message of the same day',
  },
];
