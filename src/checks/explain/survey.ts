import type { Explanation } from './explanation.ts';

/** Explanations of the codes `survey/…`. */
export const survey: readonly Explanation[] = [
  {
    code: 'survey/token', severity: 'error', title: 'The name of a survey is no random token',
    why: 'A name, a day or a counter tells who answered, or when.',
    wrong: 'surveys/…/answer-12.yml',
    right: 'surveys/…/k7m2q9xv.yml',
  },
  {
    code: 'survey/unknown-question', severity: 'error', title: 'A survey answers a question that was not asked',
    why: 'It would be counted nowhere.',
    wrong: 'answers: { claer: 4 }',
    right: 'answers: { clear: 4 }',
  },
  {
    code: 'survey/unknown-answer', severity: 'error', title: 'An answer is none of the options',
    why: 'It would be a group of its own in the results.',
    wrong: 'again: Perhaps',
    right: 'again: Yes',
  },
];
