import type { Explanation } from './explanation.ts';

/** Explanations of the codes `leak/…`. */
export const leak: readonly Explanation[] = [
  {
    code: 'leak/e-mail', severity: 'error', title: 'An e-mail address stands in a record',
    why: 'It shows who somebody is to everyone who reads the repository, and git never forgets it.',
    wrong: 'Write to jane@mail.invalid.org',
    right: 'Write to the candidate',
  },
  {
    code: 'leak/phone', severity: 'error', title: 'A phone number stands in a record',
    why: 'It shows who somebody is to everyone who reads the repository, and git never forgets it.',
    wrong: 'Call me: +44 20 7946 0000',
    right: '(in the identity folder)',
  },
  {
    code: 'leak/name', severity: 'error', title: 'A name of the identity folder stands in a record',
    why: 'Reviewers judge the work better when they do not know whose it is.',
    wrong: 'Rósa explains well',
    right: 'The candidate explains well',
  },
  {
    code: 'leak/handle', severity: 'error', title: 'A handle of the identity folder stands in a record',
    why: 'One search for it shows who the candidate is.',
    wrong: 'by @rosa_m',
    right: 'by the candidate',
  },
  {
    code: 'leak/link', severity: 'error', title: 'A link of the identity folder stands in a record',
    why: 'It leads straight to the person.',
    wrong: 'https://git.example/rosam',
    right: 'a copy of ours, named after the pseudonym',
  },
  {
    code: 'leak/accommodation', severity: 'error', title: 'The record says that an accommodation was asked for',
    why: 'Everybody on the panel reads the record. It may show that a date moved, which it does for many reasons, and never that a person asked for something.',
    wrong: '{ at: 2026-10-07T15:00+01:00, message: accommodation-answered, by: dana }',
    right: '(told: 2026-10-07, in the identity folder)',
  },
];
