import type { Explanation } from './explanation.ts';

/** Explanations of the codes `challenge/…`. */
export const challenge: readonly Explanation[] = [
  {
    code: 'challenge/no-effort', severity: 'error', title: 'A challenge does not say how much work it is',
    why: 'Candidates plan their week by it, and people who over-engineer lose a weekend.',
    wrong: '(no effort)',
    right: 'effort: 2-4 h',
  },
  {
    code: 'challenge/no-window', severity: 'error', title: 'A challenge has no window',
    why: 'Without it nobody knows the deadline, neither the candidate nor we.',
    wrong: '(no window)',
    right: 'window: 72h',
  },
  {
    code: 'challenge/effort-high', severity: 'warning', title: 'The effort is above four hours',
    why: 'Many who have a job cannot take part, and more hours rarely show more.',
    wrong: 'effort: 4-6 h',
    right: 'effort: 2-4 h',
  },
  {
    code: 'challenge/effort-too-high', severity: 'error', title: 'The effort is above eight hours',
    why: 'A challenge of that length turns good people away; it is the first of the common mistakes.',
    wrong: 'effort: 8-12 h',
    right: 'effort: 2-4 h',
  },
  {
    code: 'challenge/window-tight', severity: 'error', title: 'The window is tight',
    why: 'Below six times the effort it becomes a race, and a race measures nerves, not skill.',
    wrong: 'effort: 4 h, window: 12h',
    right: 'effort: 4 h, window: 72h',
  },
  {
    code: 'challenge/trial-too-long', severity: 'error', title: 'A trial is longer than ten business days',
    why: 'Nobody can leave a job for longer on trial, and by then everything has been seen.',
    wrong: 'length: 4 weeks',
    right: 'length: 1 week',
  },
  {
    code: 'challenge/trial-unpaid', severity: 'error', title: 'A trial is not paid',
    why: 'Work on a real project is work. An unpaid trial is open only to people who can afford it.',
    wrong: '(no compensation)',
    right: 'compensation: { amount: 1500, currency: EUR, per: week }',
  },
  {
    code: 'challenge/no-acceptance', severity: 'error', title: 'A challenge does not say what “done” looks like',
    why: 'Vague requirements give results that cannot be compared, and candidates who do too much.',
    wrong: '(no acceptance)',
    right: 'acceptance:\n  - Invalid input gets an error that names the field',
  },
  {
    code: 'challenge/vague-acceptance', severity: 'warning', title: 'A point of acceptance cannot be checked',
    why: '“Clean” and “well” mean something else to every reader.',
    wrong: '- Handles errors well',
    right: '- Invalid input gets an error that names the field',
  },
  {
    code: 'challenge/no-ai-rule', severity: 'warning', title: 'A challenge does not say whether AI tools may be used',
    why: 'Candidates guess differently, and those who are honest lose.',
    wrong: '(no ai)',
    right: 'ai: { use: disclosed, means: … }',
  },
  {
    code: 'challenge/retire-due', severity: 'warning', title: 'A challenge should have been replaced',
    why: 'Solutions travel. What was to be replaced by now measures who has read them.',
    wrong: 'retire_after: 2026-01-31',
    right: 'a new version with another task',
  },
  {
    code: 'challenge/version-days', severity: 'warning', title: 'The days of a challenge’s versions do not fit',
    why: 'How a task does is counted for the version people saw, and that is known from the day on which they began.',
    wrong: '(version: 3) versions: [{ version: 2, since: 2026-03-01 }]',
    right: 'versions: [{ version: 2, since: 2026-03-01 }, { version: 3, since: 2026-09-01 }]',
  },
];
