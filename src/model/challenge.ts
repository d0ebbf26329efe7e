import { z } from 'zod';
import { day, id, oneOf, text, textLike, whole } from './scalar.ts';
import { duration } from './duration.ts';
import { STAGE_KINDS } from './stage-kind.ts';

/** Front matter of `content/challenges/<challenge>/challenge.mdx`: what a candidate is asked to do. */
export const challengeSchema = z
  .strictObject({
    title: text().describe('Name of the challenge.'),
    kind: oneOf(STAGE_KINDS).describe('Kind of stage it fits.'),
    version: whole(1, 9999).describe('Raised whenever the task changes.'),
    versions: z.array(z.strictObject({
      version: whole(1, 9999).describe('Which version.'),
      since: day().describe('First day on which it is given out.'),
    })).default([]).describe('Since when each version is in use, so that it is known who saw which.'),
    rubric: id().describe('Rubric it is scored with unless the stage names another.'),
    effort: duration().optional().describe('Honest working time; a trial has a length instead.'),
    length: duration().optional().describe('How long a trial lasts.'),
    window: duration().optional().describe('Real time from start to deadline; a range lets the candidate choose.'),
    start_within: duration().optional().describe('How long after the invitation the window may be started.'),
    deliverables: z.array(text()).default([]).describe('What is handed in.'),
    acceptance: z.array(text()).default([]).describe('What “done” looks like, each point checkable.'),
    limits: z.strictObject({
      words: textLike(/^\d{1,6}(-\d{1,6})?$/, 'a number of words such as 500-1000').optional().describe('Words of a written answer.'),
      video: duration().optional().describe('Length of a recorded answer.'),
    }).optional().describe('How long an answer may be.'),
    ai: z.strictObject({
      use: oneOf(['allowed', 'disclosed', 'not-allowed']).describe('Whether AI tools may be used.'),
      means: text().describe('What that means here, in words for candidates.'),
    }).optional().describe('The rule on AI for this challenge.'),
    compensation: z.strictObject({
      amount: z.number().positive().describe('How much.'),
      currency: textLike(/^[A-Z]{3}$/, 'a currency code such as EUR').describe('ISO 4217 code.'),
      per: oneOf(['hour', 'day', 'week', 'challenge']).describe('For how long.'),
    }).optional().describe('What is paid; a trial must state it.'),
    not_marked: z.array(text()).default([]).describe('What nobody scores, such as grammar.'),
    do_not_build: z.array(text()).default([]).describe('What to leave out on purpose.'),
    retire_after: day().optional().describe('Day after which the challenge should be replaced.'),
  })
  .describe('What a candidate is asked to do.');

export type Challenge = z.output<typeof challengeSchema>;

/** `content/challenges/<challenge>/key.yml`: what reviewers look for; candidates never see it. */
export const keySchema = z
  .strictObject({
    defects: z.array(z.strictObject({
      id: id().describe('Name of the defect.'),
      file: text().describe('File of the starter.'),
      lines: textLike(/^\d{1,6}(-\d{1,6})?$/, 'a line or a range of lines such as 12-14').describe('Where it stands.'),
      severity: oneOf(['minor', 'major', 'critical']).describe('How much it matters.'),
      criterion: id().describe('Criterion of the rubric it speaks to.'),
      what: text().describe('What is wrong and what would happen.'),
    })).default([]).describe('Planted defects.'),
    expect: z.array(z.strictObject({
      id: id().describe('Name of the point.'),
      criterion: id().describe('Criterion of the rubric it speaks to.'),
      what: text().describe('What a good answer contains.'),
    })).default([]).describe('Points that a good answer makes.'),
  })
  .describe('What reviewers look for in a challenge.');

export type Key = z.output<typeof keySchema>;
