import type { PublishedMethods } from '../../published/reference.ts';

/** What candidates say. */
export const SURVEY_METHODS: PublishedMethods = [
  {
    id: 'survey', check: 'nps', title: 'Survey',
    plain: 'Each question as a distribution. NPS is the share of 9 and 10 less the share of 0 to 6; its interval adds three quarters of an answer at each end and three in all, which keeps it honest where answers are few. Answers of roles with fewer than five are in a figure of all roles only where together they are five, so that no two figures can be taken apart into fewer.',
    formula: '100 (promoters − detractors) / n', source: 'Rocks, American Statistician 70 (2016).', guards: ['Nothing is shown below 5 answers, and no filter may go below.'],
  },
];
