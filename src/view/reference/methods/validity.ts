import type { PublishedMethods } from '../../published/reference.ts';

/** Whether what we assess foretells the work. */
export const VALIDITY_METHODS: PublishedMethods = [
  {
    id: 'outcomes', title: 'Outcomes',
    plain: 'After 30, 90, 180 and 365 days somebody writes how a hire works out, on the criteria of hiring where they fit. A mark on the job stands beside the mean mark in hiring only where both hold to the same version of a rubric. Those we turned away are never seen, so the picture is one-sided whatever it shows.',
    formula: null, source: null,
    guards: ['Below 10 reviewed hires nothing is said about whether marks foretell the work; from 10 to 29 it is called too few to tell.'],
  },
];
