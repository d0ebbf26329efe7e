import type { Settings } from '../model/settings.ts';
import { settingsSchema } from '../model/settings.ts';

/** Settings for a workspace whose own are missing or broken: enough to go on and say what else is wrong. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({
    format: 1,
    organisation: 'Organisation',
    site: { title: 'Hiring', url: 'https://hiring.example' },
    timezone: 'UTC',
    calendar: { workdays: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    promises: { reply_within: '5 business days' },
    scores: {},
    sources: ['referral'],
    decline_reasons: {},
    withdraw_reasons: {},
    retention: {},
  });
}
