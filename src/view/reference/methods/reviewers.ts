import type { PublishedMethods } from '../../published/reference.ts';

/** Load, speed and severity of reviewers. */
export const REVIEWER_METHODS: PublishedMethods = [
  {
    id: 'load', title: 'Load of a reviewer',
    plain: 'Scores asked for by name and scores given, by month, and what is open now against the room somebody says they have. Scores given without being asked by name, as in a pile of applications, count as given.',
    formula: null, source: null, guards: [],
  },
  {
    id: 'turnaround', title: 'Turnaround of a reviewer',
    plain: 'Business days from the day on which a score could be given (asked, and the work there) to the score. The median counts a score that is still asked as not yet, and one that ended with the visit or by release as not by then: a mean of what was given would call somebody fast who leaves the hard ones lying.',
    formula: 'S(t) = Π (1 − dᵢ / nᵢ);  median = first t with S(t) ≤ 0.5, with a log-log interval', source: 'Kaplan and Meier, JASA 53 (1958); R, survival::survfit.',
    guards: ['Below five scores no median. Asked before the work was there is no waiting.', 'A slow answer can have many causes; ask before you conclude.'],
  },
  {
    id: 'coverage-of-criteria', title: 'Criteria covered',
    plain: 'How many criteria of the rubric somebody marked instead of calling them not observed, and on which they saw nothing where others did. The criteria of one score are alike, so the interval takes scores for its trials and not criteria.',
    formula: 'share = Σ marked / Σ criteria;  SE = √((n − 1)/n · Σ (share(−i) − mean)²) over the n scores;  share ± t(n − 1) · SE, clipped', source: 'Jackknife of a ratio, Efron and Tibshirani (1993), chapter 11.',
    guards: ['Counted scores of complete panels only; below five scores counts alone.', 'No interval where every score is alike: nothing then tells how much others would differ.'],
  },
  {
    id: 'evidence-length', title: 'Length of evidence',
    plain: 'Characters of the evidence of each mark: the middle one, and the range of the middle half. Short is below 60, about ten words, which seldom name a place and what stands there. Length is no quality; it says where to look first.',
    formula: 'quartiles by linear interpolation', source: 'Hyndman and Fan, American Statistician 50 (1996), definition 7.',
    guards: ['Counted scores of complete panels only, from five on.'],
  },
  {
    id: 'marks-given', title: 'Marks given',
    plain: 'How often somebody gave each mark. Whoever happens to score stronger candidates gives higher marks, so beside it stands the same work: each criterion that another reviewer marked on the same visit, what this person gave there and what the other gave.',
    formula: null, source: null, guards: ['Counted scores of complete panels only; no share below five scores.'],
  },
  {
    id: 'reviewer-agreement', title: 'Beside the others',
    plain: 'Each mark against each other reviewer’s mark for the same criterion of the same visit: how often they are the same, and how often at most one apart. Who stands apart may be the one who saw it.',
    formula: 'share = equal / comparisons, with the jackknife of a ratio over visits', source: 'Efron and Tibshirani (1993), chapter 11.',
    guards: ['Counted scores of complete panels only; below five visits counts alone.'],
  },
  {
    id: 'severity', check: 'crossed_random_effects_reml', title: 'Severity',
    plain: 'Whether somebody’s totals lie above or below those of others on the same work. A total is taken apart into what all have in common, the work, the reviewer and the rest; what is ascribed to a reviewer is drawn towards 0 the more, the less is known. The interval takes in that nobody knows exactly how much reviewers differ at all, which matters with few of them. Who marks higher is neither right nor wrong: it is a question to calibrate on. A visit’s score with its reviewers’ habits taken out stands beside the score as marked, never alone, and decides nothing. In simulation it puts candidates a little closer to the true order where reviewers differ (.80 for .76), and a little further from it where they do not (.02 less).',
    formula: 'total in percent = μ + visit + reviewer + rest, visit and reviewer random, variances by REML;  reviewer ± z · SE, where SE² = mean of (SE² + (effect − shown effect)²) over the reviewers’ standard deviation, weighted by its likelihood;  adjusted = score − mean of its reviewers’ effects;  marks = 3 / 100 · percent points',
    source: 'Patterson and Thompson, Biometrika 58 (1971); Henderson’s equations; errors: Morris, JASA 78 (1983); Bates and others, Journal of Statistical Software 67 (2015). Checked against R’s lme4.',
    guards: [
      'Only counted scores of complete panels with 70 % of the weights marked; percents, so that rubrics compare.',
      'Needs 3 reviewers with 5 candidates each whom somebody else scored too.',
      'Reviewers are compared where common work joins them, over others if need be; groups that no work joins are never compared.',
      'Not many-facet Rasch: a small team has too few marks for it.',
    ],
  },
];
