import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { publishedFolder } from '../published/read.ts';

/** Texts of open roles and of the guide, as they were published for candidates: without front matter. */
export const collections = {
  text: defineCollection({
    loader: glob({ base: `${publishedFolder()}/text`, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  }),
};
