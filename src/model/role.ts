import { z } from 'zod';
import { day, id, oneOf, text, whole } from './scalar.ts';
import { duration } from './duration.ts';

const ROLE_STATES = ['draft', 'open', 'paused', 'closed'] as const;

/** Front matter of `content/roles/<role>.mdx`: one opening. */
export const roleSchema = z
  .strictObject({
    title: text().describe('Title of the opening.'),
    level: text().describe('Level, such as senior or entry.'),
    stack: z.array(text()).default([]).describe('What the work is done with.'),
    states: z.array(z.strictObject({
      on: day().describe('From this day.'),
      is: oneOf(ROLE_STATES).describe('State of the opening.'),
      because: text().optional().describe('Why it changed.'),
    })).min(1).describe('States in the order of their days; the last one that has begun holds.'),
    headcount: whole(1, 500).describe('How many people are sought.'),
    pipeline: id().describe('The process; a role with candidates keeps it.'),
    with: z.array(id()).default([]).describe('Optional stages of the pipeline that this role switches on.'),
    manager: id().describe('The hiring manager who decides and signs.'),
    panel: z.array(id()).default([]).describe('People who may be asked to score.'),
    pay: text().optional().describe('What it pays, in words; candidates read it.'),
    promises: z.strictObject({
      reply_within: duration().describe('Wins over the settings, not over a stage.'),
    }).optional().describe('Promises of this role.'),
  })
  .describe('One opening.');

export type Role = z.output<typeof roleSchema>;
