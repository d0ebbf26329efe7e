import { z } from 'zod';
import { day, id, oneOf, text, whole } from './scalar.ts';
import { duration } from './duration.ts';
import { percent } from './percent.ts';
import { STAGE_KINDS } from './stage-kind.ts';

/** One stage of a pipeline. */
export const stageSchema = z.strictObject({
  id: id().describe('Name of the stage in events and file names; never renamed once a record names it.'),
  title: text().optional().describe('Words for people; without it the id, spelled out.'),
  kind: oneOf(STAGE_KINDS).describe('What happens in the stage.'),
  why: text().describe('Why the stage exists; candidates read it.'),
  questions: id().optional().describe('Question set that the candidate answers.'),
  guide: id().optional().describe('Question set that guides the interviewers.'),
  challenge: id().optional().describe('Challenge of the stage; brings rubric, effort and window.'),
  discusses: id().optional().describe('Earlier stage whose submission is discussed.'),
  length: duration().optional().describe('How long a call or an interview takes.'),
  rubric: id().optional().describe('Rubric the stage is scored with; wins over the challenge’s.'),
  reviewers: whole(1, 9).optional().describe('How many people score independently.'),
  weight: percent().optional().describe('Share of the overall score; weights of a pipeline add up to 100.'),
  advance_at: percent().optional().describe('Guidance in percent of the scale’s range; it never decides.'),
  start_within: duration().optional().describe('How long the candidate may take until they start or meet; wins over the challenge’s.'),
  reply_within: duration().optional().describe('How soon we answer.'),
  optional: z.boolean().optional().describe('Off unless a role switches it on in `with`.'),
  retired: day().optional().describe('From this day on nobody enters the stage; records that name it stay valid.'),
});

/** `content/pipelines/<pipeline>.yml`: the ordered stages of a process and its bar. */
export const pipelineSchema = z
  .strictObject({
    title: text().describe('Name of the process.'),
    about: text().optional().describe('When to use it.'),
    bar: text().describe('The one question that decides.'),
    stages: z.array(stageSchema).min(1).max(20).describe('In the order in which candidates meet them.'),
  })
  .describe('The ordered stages of a process and its bar.');

export type Stage = z.output<typeof stageSchema>;
export type Pipeline = z.output<typeof pipelineSchema>;
