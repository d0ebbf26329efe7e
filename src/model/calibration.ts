import { z } from 'zod';
import { id, oneOf, text, whole } from './scalar.ts';
import { rubricReference } from './person.ts';

/** `calibrations/<session>/session.yml`: reviewers score the same samples apart, then compare. */
export const sessionSchema = z
  .strictObject({
    title: text().optional().describe('Name of the session.'),
    rubric: rubricReference().describe('Rubric and version.'),
    state: oneOf(['open', 'closed']).describe('While open, marks stay hidden.'),
    reviewers: z.array(id()).min(1).describe('Who scores.'),
    tolerance: whole(0, 3).default(1).describe('Distance from a reference that still counts as agreement.'),
  })
  .describe('A calibration session.');

/** How the text begins that `hire calibrate new` writes where nobody gave a sample. */
export const SAMPLE_TO_WRITE = 'Replace this by the work that everybody marks alone';

/** Whether a sample is still the text that says what a sample is. */
export function isSampleToWrite(text: string): boolean {
  return text.includes(SAMPLE_TO_WRITE);
}

export type Session = z.output<typeof sessionSchema>;
