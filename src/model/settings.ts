import { z } from 'zod';
import { day, httpsAddress, id, oneOf, text, whole } from './scalar.ts';
import { duration } from './duration.ts';

const weekday = oneOf(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** `content/settings.yml`: what is true for the whole organisation. */
export const settingsSchema = z
  .strictObject({
    format: z.literal(1, { error: 'expected 1, the version of this format' }).describe('Version of this format; 1.'),
    organisation: text().describe('Name of the organisation, as candidates know it.'),
    site: z.strictObject({
      title: text().describe('Name of the private site, shown in its navigation.'),
      url: httpsAddress().describe('Where the site and the guide live; used in messages.'),
    }).describe('The site this repository builds.'),
    contact: z.strictObject({
      email: z.email({ error: 'expected an e-mail address' }).optional().describe('Where candidates write: for an accommodation, a question, their data.'),
      survey: httpsAddress().optional().describe('Where the survey page sends its answers; without it the page hands them over as a file.'),
    }).optional().describe('How candidates reach the organisation; printed in the public guide.'),
    timezone: text().describe('IANA time zone in which a day ends, such as Europe/London.'),
    calendar: z.strictObject({
      workdays: z.array(weekday).min(1).describe('Days of the week on which the organisation works.'),
      holidays: text().optional().describe('Country (and region, `DE-BY`) whose public holidays are no business days.'),
      closed: z.array(day()).default([]).describe('Further days on which the organisation is closed.'),
    }).describe('What a business day is.'),
    promises: z.strictObject({
      reply_within: duration().describe('How soon a candidate gets an answer where no stage says otherwise.'),
    }).describe('Promises that hold where nothing closer is stated.'),
    scores: z.strictObject({
      hidden_until: oneOf(['complete', 'never']).default('complete').describe('Whether marks are published before every asked reviewer has scored.'),
      sealed: z.boolean().default(false).describe('Whether scores are encrypted until they are opened together.'),
      disagreement: whole(1, 4).default(2).describe('Distance between two marks from which a criterion is talked about.'),
      evidence_min: whole(0, 500).default(20).describe('Characters of evidence that a mark needs.'),
      merge: oneOf(['by-hand', 'when-valid']).default('by-hand').describe('Whether a valid pull request of scores alone merges itself.'),
      uncalibrated: oneOf(['ignore', 'warn', 'refuse']).default('warn').describe('What to say of a reviewer who was never calibrated on a rubric version.'),
    }).describe('How scores are collected and shown.'),
    sources: z.array(id()).min(1).describe('Closed list of where candidates come from.'),
    decline_reasons: z.record(id(), text()).describe('Closed list of our reasons to decline, with the words for a message.'),
    withdraw_reasons: z.record(id(), text()).describe('Closed list of candidates’ reasons to withdraw.'),
    retention: z.record(id(), z.strictObject({
      erase_after: duration().describe('When a closed record is erased.'),
      keep_min: duration().describe('How long it must be kept before.'),
    })).describe('Retention by jurisdiction; `default` must be there.'),
    pilot: z.strictObject({
      role: id().describe('The one opening it is tried with.'),
      from: day().describe('The day it begins.'),
      ask_on: day().describe('The day the people who tried it are asked.'),
      questions: id().describe('What they are asked.'),
    }).optional().describe('While the way of hiring is tried with one opening; removed when it is everybody’s.'),
    example: z.strictObject({
      today: day().describe('The clock of every command and page.'),
    }).optional().describe('Only in the example; `hire init` removes it.'),
  })
  .describe('What is true for the whole organisation.');

export type Settings = z.output<typeof settingsSchema>;
