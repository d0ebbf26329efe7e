import type { PublishedMethods } from '../../published/reference.ts';

/** Whether a challenge and its criteria still tell anything. */
export const HEALTH_METHODS: PublishedMethods = [
  {
    id: 'challenge-health', title: 'Does a challenge still work',
    plain: 'How many of those decided went on, who left by themselves or let the time pass, how long people say it took them against the effort we state, and how many have seen it. What was handed in and what anonymous surveys say of time stand apart, since the same people may say it twice. Where the challenge names since when each of its versions is in use, all figures are of the current one.',
    formula: 'went on / (advanced + hired + declined + withdrew + expired), with a Wilson interval;  time = quartiles;  beyond = above the upper end of the effort / n',
    source: 'Wilson (1927); Hyndman and Fan (1996), definition 7.',
    guards: ['A share and its interval from five on; below, counts alone.', 'Times from five people on; a survey from five answers on.', 'Seen counts applications that began, handed in or came. Of erased candidates only the end is known, so they are among the decided and not among those who have seen it.'],
  },
  {
    id: 'criterion-health', check: 'cronbach_alpha', title: 'Does a criterion still work',
    plain: 'Marks at the top and at the bottom of the scale; how often nothing could be seen; how often two reviewers stand apart; and whether a criterion goes with the others. For that the mean mark of each visit on the criterion is set against the sum of its marks on the others. Alpha says how far all criteria pull in one direction, and alpha without one what would be left. A low figure may mean that the criterion sees something the others do not: read its anchors before anything else.',
    formula: 'corrected item–total r = corr(xᵢ, Σ x − xᵢ);  α = k/(k − 1) · (1 − Σ s²(xᵢ) / s²(Σ x))',
    source: 'Cronbach, Psychometrika 16 (1951); Feldt, Psychometrika 30 (1965); Fisher’s z. Bounds after Nunnally and Bernstein (1994).',
    guards: [
      'Counted scores of complete panels only; a version of a rubric stands alone.',
      'Going together needs 10 visits with every criterion marked and is called preliminary below 30.',
      'Several marks on one visit are alike, so the interval of a share of marks is as wide as one of so many visits.',
      'A criterion is named only when its whole interval says so: more than half the marks at one end, more than a quarter not seen or apart, or below 0.30 with the rest.',
    ],
  },
  {
    id: 'retire', title: 'Retire this challenge?',
    plain: 'A question with reasons, never an answer: its day has passed; 50 candidates have seen it, and what so many know travels; surely more than a quarter need longer than we state; surely more than a quarter leave here; nearly everybody or nearly nobody goes on; or a criterion tells nobody apart. Where the record gives no reason it says so, and it says when too little is known.',
    formula: null, source: null,
    guards: ['“Surely” is the whole 95 % interval. The bounds are judgements of ours and stand in one place in the code.'],
  },
];
