import type { Explanation } from './explanation.ts';

/** Explanations of the codes `key/…`. */
export const key: readonly Explanation[] = [
  {
    code: 'key/unknown-file', severity: 'error', title: 'The key names a file that the starter does not have',
    why: 'Reviewers would look for a defect that is not there.',
    wrong: 'file: src/totals.ts',
    right: 'file: src/total.ts',
  },
  {
    code: 'key/lines-outside', severity: 'error', title: 'The key names lines that the file does not have',
    why: 'The starter changed and the key did not.',
    wrong: 'lines: 12-14 of a file with 5 lines',
    right: 'lines: 2-3',
  },
  {
    code: 'key/duplicate-id', severity: 'error', title: 'Two points of a key have one id',
    why: 'Reviewers tick points by their id.',
    wrong: '- id: retries twice',
    right: 'two ids',
  },
];
