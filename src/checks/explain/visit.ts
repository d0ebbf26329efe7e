import type { Explanation } from './explanation.ts';

/** Explanations of the codes `visit/…`. */
export const visit: readonly Explanation[] = [
  {
    code: 'visit/unknown', severity: 'error', title: 'A file belongs to a visit that never was',
    why: 'The events say which stages the candidate entered; a score elsewhere counts nowhere.',
    wrong: 'scores/trial/… of somebody who never came so far',
    right: 'scores/technical-challenge/…',
  },
  {
    code: 'visit/not-scored', severity: 'error', title: 'A stage that nobody scores has a panel or a score',
    why: 'A decision is written in decision.yml, with its reason, and not as marks.',
    wrong: 'scores/decision/dana.yml',
    right: 'decision.yml',
  },
];
