import type { PublishedMethods } from '../../published/reference.ts';

/** Whether what we assess foretells the work. */
export const VALIDITY_METHODS: PublishedMethods = [
  {
    id: 'outcomes', title: 'Outcomes',
    plain: 'After 30, 90, 180 and 365 days somebody writes how a hire works out, on the criteria of hiring where they fit. A mark on the job stands beside the mean mark in hiring only where both hold to the same version of a rubric. Those we turned away are never seen, so the picture is one-sided whatever it shows.',
    formula: null, source: null,
    guards: ['Below 10 reviewed hires nothing is said about whether marks foretell the work; from 10 to 29 it is called too few to tell.'],
  },
  {
    id: 'validity', check: 'correlation', title: 'Do our scores foretell the work',
    plain: 'The overall score, the score of each stage and each criterion against the performance that the review of day 180 gives, or the latest review where there is none of that day; and against whether we would hire them again. Ranks come first, because five levels are no ruler; the straight-line correlation stands beside them. A criterion counts by version of its rubric, a stage by its rubric in whatever version, in percent of the scale.',
    formula: 'Spearman ρ, tanh(atanh ρ ± 1.96 √((1 + ρ²/2)/(n − 3)));  Pearson r, tanh(atanh r ± 1.96/√(n − 3))',
    source: 'Spearman (1904); Bonett and Wright, Psychometrika 65 (2000); Fisher, Metron 1 (1921).',
    guards: [
      'Hidden below 10 hires; “too few to tell” below 30, whatever the interval.',
      'A score without a must-have, or below 70 % coverage, is not read as one.',
      'Where everybody was rated or scored alike there is no figure.',
      'Who rates the work often knows how hiring went, which makes every figure look better than it is.',
    ],
  },
  {
    id: 'hires-needed', title: 'How many hires it would take',
    plain: 'How many it takes to tell a correlation of 0.30, which a good single method reaches, from none: at 95 %, in four of five times. And how many until its interval reaches no further than 0.20 to either side.',
    formula: 'n = ((1.960 + 0.842) / atanh 0.30)² + 3 ≈ 85', source: 'Fisher’s z; Bonett and Wright (2000).', guards: [],
  },
  {
    id: 'validity-if', check: 'range_restriction_case2', title: 'What it would be if',
    plain: 'Two things make a true connection look weaker: one rating of the work is unreliable, and only those who scored well were hired. If one rating had the reliability that studies of jobs found, and if the connection were the same straight line among everybody scored, the figure would be another. Both assumptions are ours and cannot be checked here, so it is only ever an “if”, first for the rating, then for the selection.',
    formula: 'r₁ = r / √0.52;  r₂ = r₁ u / √(1 + r₁² (u² − 1)),  u = SD of everybody scored / SD of the hired',
    source: 'Spearman (1904); Thorndike, Personnel Selection (1949), case 2; reliability: Viswesvaran, Ones and Schmidt (1996).',
    guards: ['From 30 hires on: below, it would make chance look larger.', 'Left out where it would exceed 1: then the assumption does not hold here.'],
  },
];
