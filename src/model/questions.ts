import { z } from 'zod';
import { id, oneOf, text, whole } from './scalar.ts';
import { duration } from './duration.ts';

/** `content/questions/<set>.yml`: a questionnaire, a survey, or an interviewers' guide. */
export const questionsSchema = z
  .strictObject({
    title: text().describe('Name of the set.'),
    for: oneOf(['candidates', 'interviewers', 'survey', 'team']).default('candidates').describe('Who answers or uses it.'),
    intro: text().optional().describe('A few words before the first question.'),
    questions: z.array(z.strictObject({
      id: id().describe('Key of the answer.'),
      ask: text().describe('The question.'),
      kind: oneOf(['text', 'link', 'file', 'choice', 'scale']).describe('Kind of answer; links and files live with the identity.'),
      options: z.array(text()).optional().describe('Answers of a choice, or the words of a scale from low to high.'),
      limit: z.strictObject({
        words: whole(1, 5000).optional().describe('At most so many words.'),
        length: duration().optional().describe('Length of a recording.'),
      }).optional().describe('How long an answer may be.'),
      required: z.boolean().default(true).describe('Whether an answer must be given.'),
      looks_for: text().optional().describe('What a strong answer shows; never shown to candidates.'),
      follow_ups: z.array(text()).default([]).describe('Further questions for interviewers.'),
      criterion: id().optional().describe('Criterion of the rubric it speaks to.'),
    })).min(1).max(60).describe('In the order in which they are asked.'),
  })
  .describe('A questionnaire, a survey, or a guide for interviewers.');

export type Questions = z.output<typeof questionsSchema>;
