import { z } from 'zod';
import { day, oneOf, text } from './scalar.ts';

/** `conflicts/<person>.yml`: a declared conflict of interest. */
export const conflictSchema = z
  .strictObject({
    kind: oneOf(['worked-together', 'family-or-friend', 'referred', 'business', 'other']).describe('What connects the two.'),
    declared: day().describe('When it was declared.'),
    note: text().optional().describe('Anything a colleague needs to know.'),
  })
  .describe('A declared conflict of interest.');

export type Conflict = z.output<typeof conflictSchema>;
