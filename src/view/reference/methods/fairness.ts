import type { PublishedMethods } from '../../published/reference.ts';

/** Selection rates of groups. */
export const FAIRNESS_METHODS: PublishedMethods = [
  {
    id: 'fairness', title: 'Fairness',
    plain: 'Selection rates per group and stage from voluntary, aggregated counts, each against the highest rate. The four-fifths test is done in whole numbers, because in floating point tables that are exactly four fifths fail.',
    formula: '5 · s₂ · n₁ < 4 · s₁ · n₂', source: 'Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D).',
    guards: ['No verdict below 30 in a group. Counts from 1 to 4 may not be published.'],
  },
];
