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
      'Percentages from five pairs on; whose marks are shifted from five samples on. Many differences are looked at together, and one in twenty intervals leaves zero by chance alone.',
      'Where more than 80 % of the marks are the same, Gwet’s AC2 stands beside alpha, which is low then whatever reviewers do.',
      'A total counts with 70 % of the weights marked. Severity within a session needs 3 reviewers with 5 samples each.',
    ],
  },
  {
    id: 'agreement-live', check: 'krippendorff_alpha', title: 'Agreement on candidates’ work',
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
  {
    id: 'krippendorff', check: 'krippendorff_alpha', title: 'Krippendorff’s alpha',
    plain: 'How much less reviewers part than they would if the same marks were dealt out at random. It takes any number of reviewers and holes, and knows that the marks of a rubric have an order: a 1 beside a 4 weighs more than a 3 beside a 4, and the more so the more marks lie between them. An alpha of 1 would be full agreement, 0 no more than chance, and below 0 is worse than chance. From .800 on it is called reliable, from .667 on tentative, below that unreliable.',
    formula: 'alpha = 1 − Do / De;  Do = mean distance of two marks of the same work, De = of any two marks;  distance (ordinal) = (Σ marks from c to k − half of those at both ends)²;  alpha ± t(n − 1) · SE',
    source: 'Krippendorff, Content Analysis (2013), chapter 12; standard error: Gwet, Handbook of Inter-Rater Reliability (2014). Checked against R’s irr and irrCAC.',
    guards: ['Undefined where all marks are the same: then nothing could have disagreed.', 'Without an interval where reviewers agree without exception: no spread tells how sure that is.', 'Work that one reviewer marked has no part in it.'],
  },
  {
    id: 'icc', check: 'icc', title: 'Intraclass correlation, ICC',
    plain: 'How much of the differences between totals comes from the work and not from who marked it. ICC(2,1) is the worth of one reviewer’s total, ICC(2,k) that of the mean of k reviewers; a reviewer who marks everything lower counts as disagreement in both. ICC(1) takes reviewers as interchangeable, ICC(3) forgives a steady shift. Poor below .5, moderate below .75, good below .9, then excellent.',
    formula: 'ICC(2,1) = (MSb − MSe) / (MSb + (k − 1) MSe + k (MSr − MSe) / n), b = between works, r = between reviewers, e = rest;  limits from F;  limits of ICC(2,k) = k L / (1 + (k − 1) L) of those of ICC(2,1)',
    source: 'Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428; words: Koo and Li, Journal of Chiropractic Medicine 15 (2016). Checked against R’s psych.',
    guards: ['Only work that every reviewer marked.', 'Undefined where all totals are the same.'],
  },
  {
    id: 'gwet', check: 'multi_rater_agreement_missing', title: 'Gwet’s AC2',
    plain: 'Where nearly all marks are a 3, two reviewers agree nearly always and alpha is low all the same, since chance alone would do as well. Gwet’s coefficient asks how hard the marks are to tell apart instead, and stays usable. A near miss counts in part, by the square of the distance. All levels of the rubric count as possible, whether somebody used them or not.',
    formula: 'AC2 = (Pa − Pe) / (1 − Pe);  Pe = Σ weights / (q (q − 1)) · Σ π (1 − π) over the q levels',
    source: 'Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48. Checked against R’s irrCAC.',
    guards: ['Shown beside alpha where more than 80 % of the marks are one level.'],
  },
  {
    id: 'kappa', check: 'weighted_kappa', title: 'Weighted kappa',
    plain: 'Agreement of two reviewers, corrected for how often each of them uses each level. A near miss counts in part, by the square of the distance. For more than two reviewers it is given for every pair, in the details.',
    formula: 'kappa = (Po − Pe) / (1 − Pe), both weighted by 1 − (i − j)² / (q − 1)²;  kappa ± z · SE',
    source: 'Cohen, Psychological Bulletin 70 (1968); standard error: Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969); words: Landis and Koch, Biometrics 33 (1977).',
    guards: ['Undefined where both gave one mark only.', 'It depends on how often each level occurs, so kappas of two rubrics do not compare.'],
  },
  {
    id: 'fleiss', check: 'fleiss_kappa', title: 'Fleiss’ kappa',
    plain: 'Agreement of several reviewers when levels are taken as names without an order: a miss by one counts as much as a miss by three. It stands in the details, for who knows it; alpha says more about a rubric.',
    formula: 'kappa = (P − Σ p²) / (1 − Σ p²), P = share of pairs with equal marks, p = share of each level',
    source: 'Fleiss, Psychological Bulletin 76 (1971) 378–382; with holes: Gwet (2014). Checked against R’s irr and irrCAC.',
    guards: ['Undefined with one level only.'],
  },
  {
    id: 'kendall-w', check: 'kendall_w', title: 'Kendall’s W',
    plain: 'Whether reviewers put the work in the same order, whatever level they mark at. 1 is the same order, 0 no common order. Equal totals share a rank.',
    formula: 'W = 12 Σ (R − mean R)² / (m² (n³ − n) − m Σ (t³ − t)), R = sum of the ranks of a work, t = size of each group of equals;  p from chi-square = m (n − 1) W',
    source: 'Kendall and Gibbons, Rank Correlation Methods (1990), chapter 6.',
    guards: ['Only work that every reviewer marked; p is rough below eight works.'],
  },
];
