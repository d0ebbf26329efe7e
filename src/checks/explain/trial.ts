import type { Explanation } from './explanation.ts';

/** Explanations of the codes `trial/…`. */
export const trial: readonly Explanation[] = [
  {
    code: 'trial/not-a-trial', severity: 'error', title: 'A log belongs to a stage that is no trial',
    why: 'Only a trial is paid work with days of its own; what is seen in other stages is evidence in a score.',
    wrong: 'log/technical-interview.yml',
    right: 'log/trial.yml',
  },
  {
    code: 'trial/day-outside', severity: 'error', title: 'A day of the log lies outside the trial',
    why: 'Work before the first day or after the last one is work that nobody agreed to pay, or the day was typed wrongly.',
    wrong: '{ on: 2026-11-07, … } for a trial from 2026-11-09 to 2026-11-13',
    right: '{ on: 2026-11-09, … }',
  },
  {
    code: 'trial/pay-differs', severity: 'warning', title: 'A trial was paid otherwise than its challenge states',
    why: 'Candidates read the pay before they say yes. Another currency or a higher sum is either a slip or an agreement that the challenge should state.',
    wrong: 'paid: 2000 USD, and the challenge states 2000 EUR',
    right: 'paid: 2000 EUR, or for: with what else it was for',
  },
  {
    code: 'trial/unpaid', severity: 'warning', title: 'A trial is over and not paid',
    why: 'A paid trial is due whatever comes of it. Five business days after its last day the money should have been sent.',
    wrong: 'held a fortnight ago, and no payment in log/trial.yml',
    right: 'paid:\n  - { on: 2026-11-16, by: dana, amount: 2000, currency: EUR }',
  },
];
