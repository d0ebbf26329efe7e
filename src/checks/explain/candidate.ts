import type { Explanation } from './explanation.ts';

/** Explanations of the codes `candidate/…`. */
export const candidate: readonly Explanation[] = [
  {
    code: 'candidate/pseudonym', severity: 'error', title: 'A candidate’s folder is no pseudonym',
    why: 'The folder is what everybody reads; a name or initials there can never be taken back from git.',
    wrong: 'candidates/…/jane-doe',
    right: 'candidates/…/teal-otter-7f',
  },
  {
    code: 'candidate/taken', severity: 'error', title: 'A pseudonym is used twice',
    why: 'Scores, outcomes and names would be mixed up between two people.',
    wrong: 'teal-otter-7f in two roles',
    right: 'a pseudonym of its own for each',
  },
  {
    code: 'candidate/no-record', severity: 'error', title: 'A candidate has no record',
    why: 'Without events nobody knows where the application stands.',
    wrong: 'submissions/ and no candidate.yml',
    right: 'candidate.yml',
  },
];
