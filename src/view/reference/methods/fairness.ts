import type { PublishedMethods } from '../../published/reference.ts';

/** Selection rates of groups. */
export const FAIRNESS_METHODS: PublishedMethods = [
  {
    id: 'fairness', check: 'adverse_impact', title: 'Fairness: four fifths',
    plain: 'Of those of a group who reached a stage, how many went on; and that rate against the highest one. A group below four fifths of it stands out. The test is done in whole numbers, because in floating point tables that are exactly four fifths fail. Each stage is judged on its own: that the groups come out even in the end is no defence for a stage at which they do not.',
    formula: 'rate = s / n;  ratio = (s₂/n₂) / (s₁/n₁);  below four fifths: 5 · s₂ · n₁ < 4 · s₁ · n₂;  shortfall = n₂ · (s₁ + s₂)/(n₁ + n₂) − s₂',
    source: 'Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D), with Questions and Answers 11, 12 and 21 (1979); Connecticut v. Teal, 457 U.S. 440 (1982).',
    guards: [
      'The counts are voluntary, aggregated before they enter the repository, and never linked to a record. Who gave no answer is not in them.',
      'No verdict below 30 in a group. From 30 to 199 a verdict only where the ratio, Fisher’s test and the flip of one person agree: where 30 of 100 go on and nothing is unfair, the ratio alone cries wolf in 46 of 100 comparisons of 50 people each, the three together in 3.',
      'The group held against is the one with the highest rate among those of 30 and more; a handful of people with a high rate is no measure for the others.',
      'A verdict says where to look. Where a gap comes from, the counts do not know.',
    ],
  },
  {
    id: 'fisher', check: 'fisher_exact_2x2', title: 'Fairness: chance',
    plain: 'Fisher’s exact test asks how often a split as uneven as this one, or more so, would come about if the group made no difference and just as many people went on. Below 5 % we say that it is more than chance would bring.',
    formula: 'p = Σ probability of all tables with the same totals that are no more likely than this one', source: 'Fisher (1934); the two-sided rule is that of R’s fisher.test.',
    guards: ['“No more than chance could bring” means that the figures fit a process without a gap; they fit many others too.'],
  },
  {
    id: 'katz', title: 'Fairness: intervals',
    plain: 'How far the true rates may lie from the counted ones: a Wilson interval around each rate, Newcombe’s around the difference, which is made of both, and Katz’s around the ratio.',
    formula: 'ratio · exp(± 1.96 · √(1/s₁ − 1/n₁ + 1/s₂ − 1/n₂))',
    source: 'Wilson, JASA 22 (1927); Newcombe, Statistics in Medicine 17 (1998), method 10; Katz and others, Biometrics 34 (1978).',
    guards: ['The ratio has no interval where nobody of a group went on.'],
  },
  {
    id: 'flip', title: 'Fairness: one person',
    plain: 'Had one selection gone to somebody of the other group, would the answer on four fifths be the opposite? Then it hangs on one person and is no verdict.',
    formula: null, source: 'Uniform Guidelines, Questions and Answers (1979), 21.', guards: [],
  },
  {
    id: 'suppression', title: 'Fairness: what is hidden',
    plain: 'A count of one to four people is never shown, be it of people who reached a stage, who went on, or who did not. With it go as many other counts as it takes that it cannot be worked out: from the total of the stage, from the stage before or after, from the year of which a quarter is known, or from all openings added up. Every hidden count can then be at least five different numbers for somebody who knows all that is shown and the totals besides. A dash never tells which of the hidden counts was the small one.',
    formula: null, source: 'Complementary cell suppression: Willenborg and de Waal, Elements of Statistical Disclosure Control (2001). A test tries every table that agrees with what is shown.',
    guards: [
      'Of two periods of which one lies within the other, only the wider is published.',
      'Somebody who knows this rule too and tries every small table through it can still narrow about one hidden count in a hundred down to one number.',
      'A total over openings holds only openings of which nothing is hidden.',
      'Whoever counts the same people twice, under two names for one question, undoes this. So does whoever reads the files: the check refuses counts from one to four, of those who did not go on as well, before they are committed.',
    ],
  },
  {
    id: 'pooled', title: 'Fairness: openings together, and one by one',
    plain: 'A rate over several openings mixes how people were judged with where they applied. If one group applies more to openings where few go on, it looks worse in the total though no opening treats it worse. So each opening is held against itself, and the page says when the picture turns round. The common odds ratio is one figure for all openings; where they differ among themselves it is an average that may describe none of them.',
    formula: 'odds ratio = Σ aᵢdᵢ/nᵢ / Σ bᵢcᵢ/nᵢ over openings i',
    source: 'Mantel and Haenszel (1959), interval of Robins, Breslow and Greenland (1986), difference among openings by Woolf (1955). Bickel, Hammel and O’Connell, Science 187 (1975), whose admissions to Berkeley test it: 0.905 for men against women.',
    guards: ['Two openings with people of both groups, and 30 of each group in them.', 'Why people apply where they do is a question of its own, and the counts do not answer it.'],
  },
];
