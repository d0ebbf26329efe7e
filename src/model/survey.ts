import { z } from 'zod';
import { id, oneOf, text, textLike, whole } from './scalar.ts';

/** `surveys/<role>/<token>.yml`: one anonymous answer. */
export const surveySchema = z
  .strictObject({
    questions: id().describe('The set that was asked.'),
    month: textLike(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-10').describe('Month only, so that nobody is recognised by a day.'),
    outcome: oneOf(['hired', 'declined', 'withdrew', 'expired', 'open']).describe('How it ended for this person.'),
    recommend: whole(0, 10).optional().describe('Would you recommend applying here? 0 to 10.'),
    answers: z.record(id(), z.union([z.int().min(1).max(7), text()])).default({}).describe('Answers by question id.'),
    minutes: z.record(id(), whole(0, 100_000)).default({}).describe('Working time by challenge.'),
  })
  .describe('One anonymous answer to a survey.');

export type Survey = z.output<typeof surveySchema>;
