import type { Explanation } from './explanation.ts';

/** Explanations of the codes `schema/…`. */
export const schema: readonly Explanation[] = [
  {
    code: 'schema/unknown-key', severity: 'error', title: 'A key is not known',
    why: 'A key that nobody reads is mostly a typing error, and what it says would be ignored.',
    wrong: 'tilte: Craft',
    right: 'title: Craft',
  },
  {
    code: 'schema/missing-key', severity: 'error', title: 'A key is missing',
    why: 'Pages, messages and numbers need it; a guess would be wrong for somebody.',
    wrong: 'title: Craft',
    right: 'title: Craft\nbar: Would this person make our work better?',
  },
  {
    code: 'schema/type', severity: 'error', title: 'A value is of another kind',
    why: 'A list, a map, a number and a word mean different things in a record.',
    wrong: 'stages: application',
    right: 'stages:\n  - id: application',
  },
  {
    code: 'schema/value', severity: 'error', title: 'A value is none of the possible ones',
    why: 'Where the format has a closed list, every other word would be counted as nothing.',
    wrong: 'kind: screning',
    right: 'kind: screening',
  },
  {
    code: 'schema/range', severity: 'error', title: 'A number is out of range',
    why: 'Numbers outside the range have no meaning here.',
    wrong: 'reviewers: 99',
    right: 'reviewers: 2',
  },
  {
    code: 'schema/format', severity: 'error', title: 'A value is not written as expected',
    why: 'Days, times, durations and percentages are written in one way, so that everyone reads the same.',
    wrong: 'reply_within: 3 working days',
    right: 'reply_within: 3 business days',
  },
];
