import type { PublishedMethods } from '../../published/reference.ts';

/** Load, speed and severity of reviewers. */
export const REVIEWER_METHODS: PublishedMethods = [
  {
    id: 'severity', title: 'Severity',
    plain: 'Whether somebody’s totals lie above or below those of others on the same work. A total is taken apart into what all have in common, the work, the reviewer and the rest; what is ascribed to a reviewer is drawn towards 0 the more, the less is known. Who marks higher is neither right nor wrong: it is a question to calibrate on. A visit’s score with its reviewers’ habits taken out stands beside the score as marked, never alone, and decides nothing. In simulation it puts candidates a little closer to the true order where reviewers differ (.80 for .76), and a little further from it where they do not (.02 less).',
    formula: 'total in percent = μ + visit + reviewer + rest, visit and reviewer random, variances by REML;  reviewer ± z · SE;  adjusted = score − mean of its reviewers’ effects;  marks = 3 / 100 · percent points',
    source: 'Patterson and Thompson, Biometrika 58 (1971); Henderson’s equations; Bates and others, Journal of Statistical Software 67 (2015). Checked against R’s lme4.',
    guards: [
      'Only counted scores of complete panels with 70 % of the weights marked; percents, so that rubrics compare.',
      'Needs 3 reviewers with 5 candidates each whom somebody else scored too.',
      'Reviewers are compared where common work joins them, over others if need be; groups that no work joins are never compared.',
      'Not many-facet Rasch: a small team has too few marks for it.',
    ],
  },
];
