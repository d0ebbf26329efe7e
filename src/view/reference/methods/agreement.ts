import type { PublishedMethods } from '../../published/reference.ts';

/** Whether reviewers agree. */
export const AGREEMENT_METHODS: PublishedMethods = [
  {
    id: 'calibration', title: 'Calibration',
    plain: 'Reviewers mark the same samples apart. The page shows how often two of them gave the same mark, or stood at most one apart, which criterion and sample they part on, and whose marks lie above or below the others’.',
    formula: 'exact = pairs with equal marks / pairs;  shift = mean of (mark − mean of the others)', source: null,
    guards: ['Coefficients of agreement need 8 samples and 3 reviewers; they are not computed here yet.'],
  },
];
