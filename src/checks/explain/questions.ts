import type { Explanation } from './explanation.ts';

/** Explanations of the codes `questions/…`. */
export const questions: readonly Explanation[] = [
  {
    code: 'questions/duplicate-id', severity: 'error', title: 'Two questions have one id',
    why: 'Their answers could not be told apart.',
    wrong: '- id: why twice',
    right: '- id: why and - id: why-not',
  },
  {
    code: 'questions/no-options', severity: 'error', title: 'A choice has nothing to choose from',
    why: 'Candidates would see an empty list.',
    wrong: 'kind: choice',
    right: 'kind: choice\noptions: [Mornings, Afternoons]',
  },
  {
    code: 'questions/wrong-audience', severity: 'error', title: 'A set is used for the wrong people',
    why: 'A guide for interviewers says what a strong answer is; candidates must not get it.',
    wrong: 'questions: guide-interview',
    right: 'guide: guide-interview',
  },
];
