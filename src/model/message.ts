import { z } from 'zod';
import { id, oneOf, text } from './scalar.ts';
import { duration } from './duration.ts';
import { STAGE_KINDS } from './stage-kind.ts';

/** What calls for a message: an event of the record, or time that passes. */
export const MESSAGE_OCCASIONS = [
  'applied', 'started', 'submitted', 'booked', 'held', 'offered', 'hired', 'advanced', 'returned', 'declined', 'withdrew', 'expired', 'reopened',
  'silence', 'late', 'closing', 'adjusted', 'accommodation', 'survey',
] as const;

/** Front matter of `content/messages/<message>.<language>.md`; the body holds the words with `{{tokens | fallback}}`. */
export const messageSchema = z
  .strictObject({
    when: z.strictObject({
      on: oneOf(MESSAGE_OCCASIONS).describe('Event of the record, or what time brings.'),
      at: z.array(oneOf(STAGE_KINDS)).optional().describe('Kinds of stage it happens in; without it any.'),
      into: z.array(oneOf(STAGE_KINDS)).optional().describe('Kinds of stage that are entered.'),
      reasons: z.array(id()).optional().describe('Reasons of the closed list.'),
      after: duration().optional().describe('How long after (or, for `closing`, before) the moment.'),
    }).describe('What calls for the message.'),
    subject: text().describe('Subject line; tokens allowed.'),
    from: id().describe('`manager` for the role’s hiring manager, or a person.'),
    answers: z.boolean().describe('Whether the message is the answer that was promised.'),
  })
  .describe('A message to a candidate.');

export type Message = z.output<typeof messageSchema>;
export type MessageOccasion = (typeof MESSAGE_OCCASIONS)[number];
