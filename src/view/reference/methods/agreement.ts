import type { PublishedMethods } from '../../published/reference.ts';

/** Whether reviewers agree. */
export const AGREEMENT_METHODS: PublishedMethods = [
  {
    id: 'calibration', title: 'Calibration',
    plain: 'Reviewers mark the same samples apart, and nobody sees a mark before the session is closed. The page then says on which criterion and sample they part, which words of the rubric were read in two ways, and whose marks lie above or below the others’. Per criterion it counts how often two marks of the same work are equal or at most one level apart, and, where there are enough of them, gives Krippendorff’s alpha, which takes away the agreement that chance would bring: 1 is perfect, 0 is chance. On the weighted total ICC(2,1) says what the total of one reviewer is worth, and ICC(2,k) what the mean of all of them is. The words come from the interval and not from the figure in its middle: an interval that reaches from unreliable to reliable says both.',
    formula: 'equal = pairs with equal marks / pairs;  alpha = 1 − observed / expected disagreement, ordinal;  shift = mean of (mark − mean of the others), Student’s t over samples;  effect: total = mean + sample + reviewer + rest, both random, by REML',
    source: 'Krippendorff, Content Analysis (2013); Shrout and Fleiss, Psychological Bulletin 86 (1979); words: Krippendorff (.667 and .800), Koo and Li (2016), Landis and Koch (1977).',
    guards: [
      'Coefficients from 8 samples and 3 reviewers on, or 10 samples with 2; below 15 samples they are called preliminary.',
      'Percentages from five pairs on, an interval of a shift from five samples on.',
      'Where more than 80 % of the marks are the same, Gwet’s AC2 stands beside alpha, which is low then whatever reviewers do.',
      'A total counts with 70 % of the weights marked. Severity within a session needs 3 reviewers with 5 samples each.',
    ],
  },
  {
    id: 'agreement-live', title: 'Agreement on candidates’ work',
    plain: 'Two people who score the same submission before either sees the other’s marks are a small calibration, at no extra work. The figures are those of calibration, with visits in place of samples and everybody who scored any of them in place of the reviewers of a session. A mark counts as it stood when the panel became complete: what was scored or amended later may have been written after reading the others. On the total stands alpha at the interval level, since panels differ from visit to visit and an ICC would need everybody on each.',
    formula: 'alpha = 1 − observed / expected disagreement over visits with two scores or more',
    source: 'Krippendorff, Content Analysis (2013).',
    guards: [
      'Only counted scores of complete panels, one rubric version at a time.',
      'Coefficients from 8 such visits and 3 reviewers on, or 10 visits with 2; below 15 they are called preliminary.',
      'Candidates who were let go early are seldom scored twice, so the work is less varied than all that came in, and alpha is lower for it.',
    ],
  },
  {
    id: 'certification', title: 'Certification',
    plain: 'Some samples of a session have reference marks, agreed beforehand with a reason for each. Who scores all of these and stands at most so many levels away from every reference mark as the session says is certified for that version of the rubric. It says that a reviewer reads the anchors as they are meant. It does not say that others read them wrongly, and a reference may be mistaken too.',
    formula: '|mark − reference| ≤ tolerance, for every reference mark of the session',
    source: null,
    guards: ['All samples with reference marks must be scored; “not observed” where the reference has a mark stands outside.', 'Only of closed sessions, and for one version of a rubric.'],
  },
];
