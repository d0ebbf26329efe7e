import { z } from 'zod';
import { duration } from '../model/duration.ts';
import { day, id, instant, text, textLike } from '../model/scalar.ts';

/** Kinds of change a person may ask for. */
export const ACCOMMODATION_KINDS = ['time', 'format', 'schedule', 'tools', 'language', 'other'] as const;

/** `<folder>/<candidate>/identity.yml`: who a candidate is. It stands outside the repository and never enters it. */
export const identitySchema = z
  .strictObject({
    name: text().describe('Name, as the person writes it.'),
    email: z.email({ error: 'expected an e-mail address' }).optional().describe('Where messages go.'),
    links: z.array(z.url({ protocol: /^https?$/, error: 'expected a web address' })).default([]).describe('Profiles, a site, a repository host.'),
    handles: z.array(text()).default([]).describe('Names the person goes by on the net; the leak check looks for them.'),
    timezone: text().optional().describe('IANA time zone, such as Europe/Lisbon.'),
    language: text().pipe(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'expected a language such as en or pt-BR' })).optional().describe('Language of messages, BCP 47.'),
    answers: z.record(id(), text()).default({}).describe('Answers to questions for a link or a file, and those that show who wrote them, by question id.'),
    application: z.record(id(), text()).default({}).describe('Whatever else the application said and somebody wanted kept.'),
    imported: z.strictObject({
      role: id().describe('The opening the sheet was for.'),
      on: day().describe('When the sheet was imported.'),
      applied: instant().describe('When the person applied, as the record says it.'),
      row: textLike(/^[0-9a-f]{32}$/, 'a digest of 32 hexadecimal digits').describe('Digest of the row: the same row again changes nothing.'),
    }).optional().describe('The sheet that brought this person.'),
    accommodations: z.array(z.strictObject({
      asked: day().describe('When it was asked for.'),
      kind: z.enum(ACCOMMODATION_KINDS).optional().describe('What kind of change; counted, never published.'),
      reason: text().optional().describe('What for, in the person’s words, where they gave a reason; none is asked for.'),
      decision: z.enum(['granted', 'declined', 'open']).describe('What was decided.'),
      decided: day().optional().describe('When.'),
      by: id().optional().describe('Who decided.'),
      with: id().optional().describe('Who else was asked; a no needs a second pair of eyes.'),
      note: text().optional().describe('What was arranged, or why not.'),
      told: day().optional().describe('When the candidate was written to about it; kept here alone, since a line in the record would say that something was asked for.'),
      extra: duration().optional().describe('Extra time that was granted.'),
      stages: z.array(id()).min(1).optional().describe('Stages the extra time is for.'),
    })).default([]).describe('What the person needs to show their work; the record knows its effect on dates only.'),
  })
  .describe('Who a candidate is.');

export type IdentityRecord = z.output<typeof identitySchema>;
export type Accommodation = IdentityRecord['accommodations'][number];
