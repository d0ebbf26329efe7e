import type { PublishedMethods } from '../../published/reference.ts';

/** How people move through a process, and how long it takes. */
export const FUNNEL_METHODS: PublishedMethods = [
  {
    id: 'funnel', title: 'Funnel',
    plain: 'Visits that reached a stage, that wait in it now, and how the others left. A visit is one entry into a stage: somebody sent back enters twice, a skipped stage is not counted as passed, and a withdrawal is never a rejection. A share with people still waiting in it misleads, so the bars carry counts.',
    formula: 'reached = waiting + advanced + returned + declined + withdrew + expired + hired', source: null,
    guards: ['One folder is one application; erased candidates stay in the counts.'],
  },
];
