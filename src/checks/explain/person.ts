import type { Explanation } from './explanation.ts';

/** Explanations of the codes `person/…`. */
export const person: readonly Explanation[] = [
  {
    code: 'person/unknown-timezone', severity: 'error', title: 'The time zone of a person does not exist',
    why: 'Appointments and working hours are shown by it.',
    wrong: 'timezone: Asia/Calcuta',
    right: 'timezone: Asia/Kolkata',
  },
  {
    code: 'person/duplicate-account', severity: 'error', title: 'Two people have one account',
    why: 'The numeric account decides whose score a file is; two people with one account could write for each other.',
    wrong: 'id: 2001 in two files',
    right: 'an id of their own for each',
  },
  {
    code: 'person/active-dates', severity: 'error', title: 'Somebody stopped before they began',
    why: 'Whether a score counts depends on these days.',
    wrong: '{ from: 2025-01-06, until: 2024-12-31 }',
    right: '{ from: 2025-01-06, until: 2025-12-31 }',
  },
  {
    code: 'person/inactive', severity: 'error', title: 'Somebody takes part outside their days',
    why: 'A score or a decision by somebody who has left, or has not begun, needs an explanation.',
    wrong: 'active: { from: 2027-01-01 }',
    right: 'active: { from: 2026-01-01 }',
  },
];
