import { z } from 'zod';
import { day, id, instant } from './scalar.ts';
import { duration } from './duration.ts';

const at = instant().describe('When it happened.');
const stage = id().describe('The stage it happened in, without the visit’s number.');
const by = id().describe('The person who did it.');
const byOrTool = id().describe('The person, or `hire` for the tool.');

function event<const Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) {
  return z.strictObject({ at, stage, event: z.literal(name).describe('What happened.'), ...shape });
}

/** One event of a candidate's record. */
export const eventSchema = z.discriminatedUnion('event', [
  event('applied', { by: byOrTool.optional() }),
  event('started', { by: byOrTool.optional() }),
  event('submitted', { by: byOrTool.optional() }),
  event('booked', { by: byOrTool.optional(), for: instant().describe('When both sides meet.') }),
  event('held', { by: byOrTool.optional() }),
  event('offered', { by: byOrTool.optional() }),
  event('hired', { by: byOrTool.optional() }),
  event('advanced', { by: byOrTool, to: id().optional().describe('A later stage: the ones between are skipped.') }),
  event('returned', { by: byOrTool, to: id().describe('This stage or an earlier one.') }),
  event('declined', { by: byOrTool, reason: id().describe('A reason of our closed list.') }),
  event('withdrew', { by: byOrTool.optional(), reason: id().describe('A reason of the candidates’ closed list.') }),
  event('expired', { by: byOrTool.optional() }),
  event('reopened', { by: byOrTool }),
]);

export type CandidateEvent = z.output<typeof eventSchema>;
export type EventName = CandidateEvent['event'];

/** `candidates/<role>/<candidate>/candidate.yml`: one application. */
export const candidateSchema = z
  .strictObject({
    source: id().describe('Where the candidate came from; a closed list in the settings.'),
    consent: z.strictObject({
      keep_until: day().describe('Until when the record may be kept.'),
      talent_pool: z.boolean().default(false).describe('Whether we may write about later openings.'),
    }).describe('What the candidate agreed to.'),
    adjustments: z.array(z.strictObject({
      stages: z.array(id()).min(1).describe('Stages whose deadline moves.'),
      extra: duration().describe('How much time is added.'),
      by,
      on: day().describe('When it was granted.'),
    })).default([]).describe('Extra time, for any cause alike; the cause lives with the identity.'),
    events: z.array(eventSchema).min(1).describe('What happened, in order; appended, never changed.'),
  })
  .describe('One application of one candidate.');

export type Candidate = z.output<typeof candidateSchema>;
export type Adjustment = Candidate['adjustments'][number];

