import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { publishedFolder } from './published/read.ts';

/**
 * The text of challenges, roles and the guide: MDX written by process owners and checked by `hire check`.
 * It is compiled where it was published, outside this folder; everything else is plain data.
 */
export const collections = {
  text: defineCollection({
    loader: glob({ base: `${publishedFolder()}/text`, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  }),
};
