import { z } from 'zod';
import { day, id, oneOf, text, textLike, whole } from './scalar.ts';

/** A rubric in one version, `technical-challenge@3`. */
export const RUBRIC_REFERENCE = /^([a-z0-9]+(?:-[a-z0-9]+)*)@([1-9]\d{0,3})$/;

/** Schema of a reference to a rubric in one version. */
export function rubricReference() {
  return textLike(RUBRIC_REFERENCE, 'a rubric and its version, such as technical-challenge@3');
}

/** `content/people/<person>.yml`: somebody of the organisation who takes part in hiring. */
export const personSchema = z
  .strictObject({
    name: text().describe('Name as candidates and colleagues see it.'),
    github: z.strictObject({
      login: text().describe('Account name, for people to read.'),
      id: whole(1, Number.MAX_SAFE_INTEGER).describe('Numeric account id; it decides, since a login can change hands.'),
    }).optional().describe('The account whose pull requests are theirs.'),
    roles: z.array(oneOf(['reviewer', 'hiring-manager', 'process-owner'])).min(1).describe('What the person does.'),
    active: z.strictObject({
      from: day().describe('First day.'),
      until: day().optional().describe('Last day; a person who left stays in the list.'),
    }).describe('When the person takes part.'),
    timezone: text().optional().describe('IANA time zone of the person.'),
    languages: z.array(text()).default([]).describe('Languages the person can review in, BCP 47.'),
    capacity: whole(0, 50).optional().describe('Reviews a week.'),
    trained: z.array(z.strictObject({
      rubric: rubricReference().describe('Rubric and version.'),
      on: day().describe('When.'),
      by: id().optional().describe('The calibration session.'),
    })).default([]).describe('Rubric versions the person was trained on.'),
  })
  .describe('A reviewer, hiring manager or process owner.');

export type Person = z.output<typeof personSchema>;
