import { z } from 'zod';
import { day, id, text } from '../model/scalar.ts';

/** `<folder>/<candidate>/identity.yml`: who a candidate is. It stands outside the repository and never enters it. */
export const identitySchema = z
  .strictObject({
    name: text().describe('Name, as the person writes it.'),
    email: z.email({ error: 'expected an e-mail address' }).optional().describe('Where messages go.'),
    links: z.array(z.url({ protocol: /^https?$/, error: 'expected a web address' })).default([]).describe('Profiles, a site, a repository host.'),
    handles: z.array(text()).default([]).describe('Names the person goes by on the net; the leak check looks for them.'),
    timezone: text().optional().describe('IANA time zone, such as Europe/Lisbon.'),
    language: text().pipe(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'expected a language such as en or pt-BR' })).optional().describe('Language of messages, BCP 47.'),
    accommodations: z.array(z.strictObject({
      asked: day().describe('When it was asked for.'),
      kind: z.enum(['time', 'format', 'schedule', 'tools', 'language', 'other']).optional().describe('What kind of change; counted, never published.'),
      reason: text().describe('What for, in the person’s words.'),
      decision: z.enum(['granted', 'declined', 'open']).describe('What was decided.'),
      decided: day().optional().describe('When.'),
      by: id().optional().describe('Who decided.'),
      note: text().optional().describe('What was arranged.'),
    })).default([]).describe('What the person needs to show their work; the record knows its effect on dates only.'),
  })
  .describe('Who a candidate is.');

export type IdentityRecord = z.output<typeof identitySchema>;
