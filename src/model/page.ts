import { z } from 'zod';
import { oneOf, text, whole } from './scalar.ts';
import { STAGE_KINDS } from './stage-kind.ts';

/** Front matter of a policy (`content/policies/<policy>.md`). */
export const pageSchema = z
  .strictObject({
    title: text().describe('Title of the page.'),
    order: whole(1, 999).optional().describe('Place in the list.'),
    summary: text().optional().describe('One sentence for lists and search.'),
  })
  .describe('A policy.');

/** Front matter of a guide page (`content/guide/<page>.mdx`). */
export const guidePageSchema = pageSchema
  .extend({
    stages: z.array(oneOf(STAGE_KINDS)).default([]).describe('Kinds of stage it prepares for; they link to it in the public guide.'),
  })
  .describe('A page of the public guide for candidates.');

export type GuidePage = z.output<typeof guidePageSchema>;
export type Page = z.output<typeof pageSchema>;
