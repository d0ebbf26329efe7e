import type { Explanation } from './explanation.ts';

/** Explanations of the codes `time/…`. */
export const time: readonly Explanation[] = [
  {
    code: 'time/in-future', severity: 'warning', title: 'Something is recorded for the future',
    why: 'Until then it does not count. Mostly the date or the offset was typed wrongly.',
    wrong: 'at: 2062-03-01T09:00Z',
    right: 'at: 2026-03-01T09:00Z',
  },
];
