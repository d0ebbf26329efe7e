import { z } from 'zod';
import { text, whole } from './scalar.ts';

/** Front matter of a guide page (`content/guide/<page>.mdx`) and of a policy (`content/policies/<policy>.md`). */
export const pageSchema = z
  .strictObject({
    title: text().describe('Title of the page.'),
    order: whole(1, 999).optional().describe('Place in the list.'),
    summary: text().optional().describe('One sentence for lists and search.'),
  })
  .describe('A page of the guide, or a policy.');

export type Page = z.output<typeof pageSchema>;
