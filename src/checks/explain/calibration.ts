import type { Explanation } from './explanation.ts';

/** Explanations of the codes `calibration/…`. */
export const calibration: readonly Explanation[] = [
  {
    code: 'calibration/other-rubric', severity: 'error', title: 'A sample was scored with another rubric',
    why: 'Agreement can be computed only for the same criteria.',
    wrong: 'rubric: talk@1 in a session about task@2',
    right: 'rubric: task@2',
  },
  {
    code: 'calibration/outsider', severity: 'error', title: 'Somebody scored who is not in the session',
    why: 'Their marks would change the agreement of a group they do not belong to.',
    wrong: 'scores/a/kim.yml',
    right: 'kim in reviewers:',
  },
  {
    code: 'calibration/mark-outside-scale', severity: 'error', title: 'A reference mark is not on the scale',
    why: 'Nobody could give that mark.',
    wrong: 'mark: 5 on a scale of 1–4',
    right: 'mark: 4',
  },
  {
    code: 'calibration/pseudonym', severity: 'error', title: 'A calibration names a candidate',
    why: 'Marks are independent only while nobody knows whose work it is: with the pseudonym everybody finds the record, its scores and how it ended.',
    wrong: 'https://git.example/copies/teal-otter-7f',
    right: 'https://git.example/copies/sample-a',
  },
  {
    code: 'calibration/sample-not-written', severity: 'warning', title: 'Nobody wrote the sample',
    why: 'Marks of a text that is no work mean nothing, and would certify whoever gave them. hire calibrate score and close refuse it.',
    wrong: 'Replace this by the work that everybody marks alone …',
    right: '# Totals, and the work that was done',
  },
];
