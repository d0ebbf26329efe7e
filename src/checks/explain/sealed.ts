import type { Explanation } from './explanation.ts';

/** Explanations of the codes `sealed/…`. */
export const sealed: readonly Explanation[] = [
  {
    code: 'sealed/header', severity: 'error', title: 'A sealed file has no proper header',
    why: 'Only the outer header of an encrypted file can be checked; without it nobody could open it later.',
    wrong: 'plain text in decision.yml.age',
    right: 'age-encryption.org/v1 …',
  },
];
