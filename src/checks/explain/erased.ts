import type { Explanation } from './explanation.ts';

/** Explanations of the codes `erased/…`. */
export const erased: readonly Explanation[] = [
  {
    code: 'erased/not-alone', severity: 'error', title: 'Something is left beside a tombstone',
    why: 'An erased candidate leaves nothing but the tombstone.',
    wrong: 'erased.yml beside candidate.yml',
    right: 'erased.yml alone',
  },
];
