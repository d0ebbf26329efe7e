import type { PublishedMethods } from '../../published/reference.ts';

/** Scores of one visit and of one candidate. */
export const SCORE_METHODS: PublishedMethods = [
  {
    id: 'rubric-score', check: 'rubric_aggregate', title: 'Score against a rubric',
    plain: 'For each criterion the mean of the marks of those who marked it, then the weighted mean of the criteria. Not observed is absent, never zero. Averaging reviewers’ totals instead would let somebody who skipped the hard criterion raise the score.',
    formula: 'm(c) = mean of x(r, c);  S = Σ w(c) m(c) / Σ w(c) over marked criteria;  coverage = Σ w(marked) / Σ w',
    source: 'Weighted mean with renormalised weights; checked against R.',
    guards: ['Below 70 % coverage, or with a must-have unmarked, the score is called incomplete.', 'Shadow reviews, declared conflicts and late scores are shown and not counted.'],
  },
  {
    id: 'percent', title: 'Percent',
    plain: 'How far up the scale a score lies, so that rubrics of four and of five levels compare. A two on a scale of one to four is 33 %, not 50 %.',
    formula: '100 (S − min) / (max − min)', source: null, guards: [],
  },
  {
    id: 'interval', title: 'Interval of a score',
    plain: 'How much the score would move with other reviewers: it is computed again and again with one reviewer left out.',
    formula: 'SE = √((n − 1)/n · Σ (S(−r) − mean)²);  S ± t(n − 1) · SE, clipped to the scale',
    source: 'Leave-one-out jackknife (Quenouille, Tukey); Student’s t.',
    guards: ['Shown from three reviewers; with two only the spread of their totals.', 'Not shown where all of them are alike: nothing then tells how much another would differ.'],
  },
  {
    id: 'overall', title: 'Overall score',
    plain: 'The weighted mean of the stages’ percents over the stages that are complete and have a weight. It stands beside the decision and decides nothing.',
    formula: 'Σ weight · percent / Σ weight', source: null, guards: ['Coverage says how much of the weight is behind it.'],
  },
  {
    id: 'disagreement', title: 'Disagreement',
    plain: 'Reviewers who stand two or more levels apart on a criterion (the settings say how many) saw different things. Their evidence is shown side by side, and it is the first thing to talk about.',
    formula: 'max − min ≥ threshold', source: null, guards: ['Only complete panels are compared.'],
  },
  {
    id: 'complete', title: 'Hidden until complete',
    plain: 'Marks are shown when everyone who was asked and not released has scored, or when the visit has ended. Until then pages say only who is in. This is a courtesy: whoever can read the repository can read the files.',
    formula: null, source: null, guards: [],
  },
];
