import { paths } from './paths.ts';
import { ids, read } from './read.ts';
import type { PublishedGuide } from '../../view/published/process.ts';

/** Where each kind of file has its page: a pattern with the id, the published folder that says it exists, the path. */
const PAGES: readonly (readonly [pattern: RegExp, folder: string, page: (id: string) => string])[] = [
  [/^rubrics\/([^/]+)\.md$/, 'rubrics', paths.rubric],
  [/^content\/pipelines\/([^/]+)\.yml$/, 'pipelines', paths.pipeline],
  [/^content\/challenges\/([^/]+)\//, 'challenges', paths.challenge],
  [/^content\/messages\/([^/]+)\.[a-z-]+\.md$/i, 'messages', paths.message],
  [/^content\/questions\/([^/]+)\.yml$/, 'questions', paths.questions],
  [/^content\/policies\/([^/]+)\.md$/, 'policies', paths.policy],
  [/^content\/guide\/([^/]+)\.mdx$/, 'guide', paths.guidePage],
];

const known = new Map(PAGES.map(([, folder]) => [folder, new Set(folder === 'guide' ? read<PublishedGuide>('guide.json').map(({ id }) => id) : ids(folder))]));

/** The page of a file of the repository, where it has one. */
export function pageOfFile(file: string): string | undefined {
  for (const [pattern, folder, page] of PAGES) {
    const id = pattern.exec(file)?.[1];
    if (id !== undefined && known.get(folder)?.has(id)) return page(id);
  }
  return undefined;
}
