import { z } from 'zod';
import { day, id, oneOf } from './scalar.ts';
import { rubricReference } from './person.ts';

/** `panels/<visit>.yml`: who is to score a visit, and against which version. */
export const panelSchema = z
  .strictObject({
    rubric: rubricReference().describe('Rubric and version that this visit keeps.'),
    reviewers: z.array(z.strictObject({
      person: id().describe('Who.'),
      asked: day().describe('When the person was asked.'),
      due: day().optional().describe('When the score is due.'),
      released: day().optional().describe('When the person was released.'),
      reason: oneOf(['left', 'conflict', 'unavailable']).optional().describe('Why.'),
      shadow: z.boolean().optional().describe('A trainee’s score: recorded, not counted.'),
    })).min(1).describe('Everyone who was asked.'),
  })
  .describe('Who is to score a visit.');

export type Panel = z.output<typeof panelSchema>;
