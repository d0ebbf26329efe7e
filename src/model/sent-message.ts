import { z } from 'zod';
import { day, dayOrInstant, id, instant } from './scalar.ts';
import { duration } from './duration.ts';

/** `messages.yml`: what was sent to a candidate and promised in it, never the words. */
export const sentMessagesSchema = z
  .array(z.strictObject({
    at: instant().describe('When it was sent.'),
    message: id().describe('The template.'),
    by: id().describe('Who sent it.'),
    promised: z.strictObject({
      start_by: dayOrInstant().optional().describe('Until when the window may be started.'),
      submit_by: dayOrInstant().optional().describe('The deadline that was named.'),
      reply_within: duration().optional().describe('How soon we answer, counted from the event that starts the clock.'),
      reply_by: day().optional().describe('The day by which we answer.'),
    }).optional().describe('Dates that were promised.'),
  }))
  .describe('What was sent to a candidate and promised in it.');

export type SentMessages = z.output<typeof sentMessagesSchema>;
export type SentMessage = SentMessages[number];
