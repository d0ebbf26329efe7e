import type { Explanation } from './explanation.ts';

/** Explanations of the codes `settings/…`. */
export const settings: readonly Explanation[] = [
  {
    code: 'settings/missing', severity: 'error', title: 'There are no settings',
    why: 'Time zone, promises and closed lists stand there; careful defaults are only a stopgap.',
    wrong: '(no content/settings.yml)',
    right: 'content/settings.yml',
  },
  {
    code: 'settings/unknown-timezone', severity: 'error', title: 'The time zone does not exist',
    why: 'It decides when a day ends, and with it every deadline and promise.',
    wrong: 'timezone: Europe/Londn',
    right: 'timezone: Europe/London',
  },
  {
    code: 'settings/unknown-country', severity: 'error', title: 'The country of the holidays is not known',
    why: 'Without its holidays a promise in business days would be too early by some days.',
    wrong: 'holidays: UK',
    right: 'holidays: GB',
  },
  {
    code: 'settings/no-default-retention', severity: 'error', title: 'There is no default retention',
    why: 'Records of places without a rule of their own would be kept for ever.',
    wrong: 'retention: { de: … }',
    right: 'retention: { default: … }',
  },
  {
    code: 'settings/keep-longer-than-erase', severity: 'error', title: 'A record must be kept longer than it may be',
    why: 'The two rules contradict each other, and no command can obey both.',
    wrong: '{ erase_after: 6 months, keep_min: 12 months }',
    right: '{ erase_after: 12 months, keep_min: 6 months }',
  },
  {
    code: 'settings/pilot-dates', severity: 'error', title: 'The pilot ends before it begins',
    why: 'The people who tried it are asked when they have used it for two weeks; earlier they can only guess.',
    wrong: 'pilot: { role: engineer, from: 2026-12-07, ask_on: 2026-12-07, questions: pilot-review }',
    right: 'pilot: { role: engineer, from: 2026-12-07, ask_on: 2026-12-21, questions: pilot-review }',
  },
];
