import type { PublishedMethods } from '../published/reference.ts';

/** Every number of the site in plain words, with its formula, where it comes from and when it stays hidden. */
export const METHODS: PublishedMethods = [
  {
    id: 'rubric-score', title: 'Score against a rubric',
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
    guards: ['Shown from three reviewers; with two only the spread of their totals.'],
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
  {
    id: 'funnel', title: 'Funnel',
    plain: 'Visits that reached a stage, that wait in it now, and how the others left. A visit is one entry into a stage: somebody sent back enters twice, a skipped stage is not counted as passed, and a withdrawal is never a rejection. A share with people still waiting in it misleads, so the bars carry counts.',
    formula: 'reached = waiting + advanced + returned + declined + withdrew + expired + hired', source: null,
    guards: ['One folder is one application; erased candidates stay in the counts.'],
  },
  {
    id: 'business-days', title: 'Business days',
    plain: 'Working days of the organisation’s calendar between two days, the first counted and the last not. Weekends, public holidays and own closing days are skipped. A promise that starts on a day off counts from the working day before.',
    formula: 'days in [start, end);  start rolled back, then n working days on',
    source: 'The convention of numpy.busday_count and busday_offset(roll="backward").', guards: [],
  },
  {
    id: 'deadline', title: 'Deadline',
    plain: 'A window is hours of real time, so 72 hours across a clock change are 72 hours. The deadline that holds is the later of the one that was promised and start + window + extra time. One function computes it for pages, messages and lateness.',
    formula: 'max(promised, start + window + adjustments)', source: null, guards: [],
  },
  {
    id: 'promise', title: 'Promises',
    plain: 'The clock of an answer starts when something was handed in or held, or when a stage begins with our move, and stops at the first message that answers. A decision nobody told the candidate stops nothing. Open and past its day counts as broken; open and not yet due is left out.',
    formula: 'kept / (kept + broken), with a Wilson interval', source: 'Wilson (1927).', guards: ['A share and its interval from five promises that could be judged; below, counts alone.'],
  },
  {
    id: 'silence', title: 'Not heard from a person',
    plain: 'How long somebody who waits has heard from no person: since the last message that a person sent, or the last meeting that was held, whichever was later; otherwise since they applied. What the tool sends does not count. Nobody is silent towards a candidate who is with us at this moment.',
    formula: 'days from max(last message of a person, last meeting held) to today', source: null, guards: [],
  },
  {
    id: 'cost', title: 'Unpaid hours and total days',
    plain: 'What the process asks of a candidate who uses the full time: upper efforts of unpaid challenges plus calls and interviews, and the calendar days from application to answer.',
    formula: 'hours = Σ effort + Σ length;  days = Σ (start within + window + reply within), n business days as ⌈7n/5⌉, hours as ⌈h/24⌉', source: null,
    guards: ['Questionnaires are not counted. Above 8 hours or 45 days hire check warns.'],
  },
  {
    id: 'calibration', title: 'Calibration',
    plain: 'Reviewers mark the same samples apart. The page shows how often two of them gave the same mark, or stood at most one apart, which criterion and sample they part on, and whose marks lie above or below the others’.',
    formula: 'exact = pairs with equal marks / pairs;  shift = mean of (mark − mean of the others)', source: null,
    guards: ['Coefficients of agreement need 8 samples and 3 reviewers; they are not computed here yet.'],
  },
  {
    id: 'survey', title: 'Survey',
    plain: 'Each question as a distribution. NPS is the share of 9 and 10 less the share of 0 to 6; its interval adds three quarters of an answer at each end and three in all, which keeps it honest where answers are few. Answers of roles with fewer than five are in a figure of all roles only where together they are five, so that no two figures can be taken apart into fewer.',
    formula: '100 (promoters − detractors) / n', source: 'Rocks, American Statistician 70 (2016).', guards: ['Nothing is shown below 5 answers, and no filter may go below.'],
  },
  {
    id: 'fairness', title: 'Fairness',
    plain: 'Selection rates per group and stage from voluntary, aggregated counts, each against the highest rate. The four-fifths test is done in whole numbers, because in floating point tables that are exactly four fifths fail.',
    formula: '5 · s₂ · n₁ < 4 · s₁ · n₂', source: 'Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D).',
    guards: ['No verdict below 30 in a group. Counts from 1 to 4 may not be published.'],
  },
  {
    id: 'outcomes', title: 'Outcomes',
    plain: 'After 30, 90, 180 and 365 days somebody writes how a hire works out, on the criteria of hiring where they fit. A mark on the job stands beside the mean mark in hiring only where both hold to the same version of a rubric. Those we turned away are never seen, so the picture is one-sided whatever it shows.',
    formula: null, source: null,
    guards: ['Below 10 reviewed hires nothing is said about whether marks foretell the work; from 10 to 29 it is called too few to tell.'],
  },
];
