import { z } from 'zod';
import { day, id, text, textLike } from './scalar.ts';

/** `log/<visit>.yml`: what happened in a paid trial, day by day, and what was paid for it. */
export const trialLogSchema = z
  .strictObject({
    days: z.array(z.strictObject({
      on: day().describe('The working day.'),
      by: id().describe('Who wrote the line.'),
      hours: z.number().positive().max(24).optional().describe('Hours the candidate worked, as they state them.'),
      note: text().describe('What was done and seen; never a mark.'),
    })).default([]).describe('One line per working day.'),
    paid: z.array(z.strictObject({
      on: day().describe('When the money was sent.'),
      by: id().describe('Who sent it.'),
      amount: z.number().positive().describe('How much.'),
      currency: textLike(/^[A-Z]{3}$/, 'a currency code such as EUR').describe('ISO 4217 code.'),
      for: text().optional().describe('What for, where it is not simply the trial.'),
    })).default([]).describe('Every payment.'),
  })
  .describe('The log of a paid trial.');

export type TrialLog = z.output<typeof trialLogSchema>;
