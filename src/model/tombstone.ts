import { z } from 'zod';
import { day, id, oneOf, textLike } from './scalar.ts';

const week = () => textLike(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'a week such as 2026-W40');

/** `erased.yml`: what is left of an erased candidate, enough to keep the funnel right. */
export const tombstoneSchema = z
  .strictObject({
    on: day().describe('When the record was erased.'),
    basis: oneOf(['retention', 'request']).describe('Why.'),
    visits: z.array(z.strictObject({
      stage: id().describe('Stage.'),
      entered: week().describe('Week of entry.'),
      left: week().optional().describe('Week of exit.'),
      how: oneOf(['advanced', 'returned', 'declined', 'withdrew', 'expired', 'hired']).optional().describe('How it ended.'),
    })).describe('The visits, at the precision of a week.'),
  })
  .describe('What is left of an erased candidate.');

export type Tombstone = z.output<typeof tombstoneSchema>;
