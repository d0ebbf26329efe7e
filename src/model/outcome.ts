import { z } from 'zod';
import { day, id, oneOf, whole } from './scalar.ts';
import { rubricReference } from './person.ts';

/** `outcomes/<role>/<candidate>.yml`: how a hire worked out. */
export const outcomeSchema = z
  .strictObject({
    started: day().describe('First working day.'),
    left: day().optional().describe('Last working day.'),
    reviews: z.array(z.strictObject({
      day: z.literal([30, 90, 180, 365]).describe('Days after the start: 30, 90, 180 or 365.'),
      on: day().describe('When the review was written.'),
      by: id().describe('Who wrote it.'),
      rubric: rubricReference().optional().describe('The same criteria as in hiring.'),
      marks: z.record(id(), whole(1, 5)).default({}).describe('Marks by criterion.'),
      performance: whole(1, 5).describe('Performance on the job, 1 to 5.'),
      again: oneOf(['yes', 'unsure', 'no']).describe('Would you hire them again?'),
    })).default([]).describe('Reviews of the work.'),
  })
  .describe('How a hire worked out.');

export type Outcome = z.output<typeof outcomeSchema>;
