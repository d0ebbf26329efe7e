import { z } from 'zod';
import { id, instant, oneOf, text, textLike } from './scalar.ts';
import { BAR_ANSWERS } from './score.ts';

/** `decision.yml`: what was decided about a candidate; a revision is `decision.2.yml` with `revised_because`. */
export const decisionSchema = z
  .strictObject({
    decision: oneOf(['hire', 'decline']).describe('What was decided.'),
    decided: instant().describe('When.'),
    by: z.array(id()).min(1).describe('Who decided.'),
    bar: oneOf(BAR_ANSWERS).describe('The pipeline’s question, answered.'),
    because: text().describe('The reason, in words.'),
    dissent: z.array(z.strictObject({
      person: id().describe('Who disagrees.'),
      because: text().describe('Why.'),
    })).default([]).describe('Who saw it differently.'),
    seen: textLike(/^[0-9a-f]{4,64}$/, 'a commit id').optional().describe('The commit the deciders looked at.'),
    revised_because: text().optional().describe('Only in a revision: why.'),
  })
  .describe('What was decided about a candidate.');

export type Decision = z.output<typeof decisionSchema>;
