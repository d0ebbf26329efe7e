import { z } from 'zod';
import { httpsAddress, id, instant, oneOf, text, textLike, whole } from './scalar.ts';

/** `submissions/<visit>.yml`: what a candidate handed in; longer words stand in `<visit>.md` beside it. */
export const submissionSchema = z
  .strictObject({
    received: instant().describe('When it arrived.'),
    links: z.array(z.strictObject({
      kind: oneOf(['repository', 'pull-request', 'video', 'document', 'other']).describe('What it leads to.'),
      url: httpsAddress().describe('Where; never an address that shows who it is.'),
      commit: textLike(/^[0-9a-f]{7,64}$/, 'a commit id').optional().describe('The commit that was handed in.'),
    })).default([]).describe('Where the work is.'),
    files: z.array(z.strictObject({
      name: text().describe('Name of the file.'),
      bytes: whole(0, 2 ** 40).describe('Its size.'),
      sha256: textLike(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hexadecimal digits').describe('Its digest.'),
    })).default([]).describe('Files that were handed in.'),
    minutes_reported: whole(0, 100_000).optional().describe('Working time the candidate states.'),
    ai: z.strictObject({
      used: oneOf(['none', 'disclosed', 'undisclosed']).describe('Whether AI tools were used.'),
      note: text().optional().describe('What for.'),
    }).optional().describe('What the candidate says about AI tools.'),
    answers: z.record(id(), text()).default({}).describe('Answers by question id of the stage’s set.'),
  })
  .describe('What a candidate handed in.');

export type Submission = z.output<typeof submissionSchema>;
