import type { PublishedMethods } from '../../published/reference.ts';

/** How people move through a process, and how long it takes. */
export const FUNNEL_METHODS: PublishedMethods = [
  {
    id: 'funnel', title: 'Funnel',
    plain: 'Visits that reached a stage, that wait in it now, and how the others left. A visit is one entry into a stage: somebody sent back enters twice, a skipped stage is not counted as passed, and a withdrawal is never a rejection. A share with people still waiting in it misleads, so the bars carry counts.',
    formula: 'reached = waiting + advanced + returned + declined + withdrew + expired + hired', source: null,
    guards: ['One folder is one application; erased candidates stay in the counts.'],
  },
  {
    id: 'incidence', check: 'aalen_johansen', title: 'How many go on',
    plain: 'Of those who enter a stage, the share that has gone on (advanced, or hired out of the last stage) by a stated day. To be declined, to withdraw, to let it expire and to be sent back are other ways to leave. Whoever is still in the stage counts for as long as they have been in it and is never taken for a no. Dividing by everybody who entered would take the waiting for rejected; dividing by those decided would count the fast and forget the slow. The day is 30 days after entry, past the last promised day of nearly every stage, or the full time of the stage itself (start, window or length, answer) where that is longer; where nobody has been in a stage for so long, it is the longest that somebody has.',
    formula: 'F(t) = Σ S(u−) · advanced(u) / at risk(u) over days u ≤ t, where S falls with every exit;  interval on the scale log(−log(1 − F))',
    source: 'Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978). The variance is Aalen’s.',
    guards: [
      'Counts alone below 5 decided visits.',
      'Where all or none went on, the estimate has no variance, and the Wilson interval of those of whom it is known stands for it.',
      'Somebody sent back begins a new visit; the visit they leave counts as returned, which is neither going on nor decided.',
      'Erased candidates are known by the week of entry and exit, and count to that precision: leaving them out would leave out mostly those who were declined.',
    ],
  },
  {
    id: 'whole-way', check: 'aalen_johansen', title: 'From application to hire',
    plain: 'Of those who apply for a role, the share that is hired by a stated day after applying: 90 days, or the full time of the process where that is longer. To be declined, to withdraw and to let it expire are other ends; an application that is open counts for as long as it has been, and one that was reopened goes on. Beside it stands the day by which half of all applications have ended, whichever way. The shares of the stages are not multiplied: each is of its own day.',
    formula: 'F(t) = Σ S(u−) · hired(u) / open(u) over days u ≤ t;  median: S = 0.5',
    source: 'Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978); Kaplan and Meier, JASA 53 (1958).',
    guards: ['Counts alone below 5 applications that have ended, and no median below 5 known to the day.', 'Erased applications count by the week in the share, and are left out of the days.'],
  },
  {
    id: 'wilson', check: 'wilson_interval', title: 'Of those decided',
    plain: 'How many of those whose visit was decided went on: “12 of 30”, with an interval for the share. It is exact as a count and biased as a forecast while people wait, since answers of one kind may be faster than those of the other; so it stands beside the share above and not instead of it.',
    formula: '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96', source: 'Wilson, JASA 22 (1927); recommended by Newcombe, Statistics in Medicine 17 (1998).',
    guards: ['Counts alone below 5 decided visits.'],
  },
  {
    id: 'newcombe', check: 'newcombe_difference', title: 'Two groups side by side',
    plain: 'How many more of 100 go on in one group than in another, with an interval. Only those count who entered long enough ago to be followed to the end of the stage’s time, so nobody who still waits is taken for a no in one group and not in the other. Sources, times of entry and roles are compared within one pipeline, where the stage and its bar are the same; levels and pipelines by the name of the stage, where what is asked may differ. Cohorts are groups by what people brought or when they entered; today’s board stands apart, and one is never divided by the other.',
    formula: 'p₁ − p₂, limits: √((p₁ − l₁)² + (u₂ − p₂)²) below and √((u₁ − p₁)² + (p₂ − l₂)²) above, with the Wilson limits l and u of each',
    source: 'Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.',
    guards: [
      'Groups below 10 such entries are not compared, times of entry below 20.',
      'Of many comparisons some look like a difference by chance: a title calls one clear only if its interval at 1 − 0.05 / number of comparisons leaves out zero, and says of any other that it stands out on its own and may be chance.',
      'Sources go with an erased record: months that lost more than a tenth of their entries are left out, since those that stay are no fair sample.',
    ],
  },
  {
    id: 'reasons', title: 'Why people leave',
    plain: 'Reasons to decline and reasons to withdraw are closed lists of the settings, counted apart; an expiry has no reason, since nobody said anything. Where a record is erased its reason is gone, and the count says so.',
    formula: null, source: null, guards: [],
  },
  {
    id: 'waits', title: 'Where they wait, and for whom',
    plain: 'Whose move it is, for everybody in process: the manager’s, the reviewers’ until all scores are in, or the candidate’s. Where no reviewer was asked by name everyone who may score counts, so the figures of people add up to more than there are candidates, and a score that is late is nobody’s own delay. Whoever was decided about and not told is in process no more: such answers are counted apart, as owed after the end. The days held are those of all visits so far, finished or not.',
    formula: null, source: null, guards: [],
  },
];
