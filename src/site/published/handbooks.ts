import type { MarkdownInstance } from 'astro';

/** What stands above the text of a handbook. */
interface HandbookFront {
  readonly title: string;
  readonly order?: number;
  readonly summary?: string;
}

/** A handbook of the site: written for one of the three people who use it. */
export interface Handbook {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly order: number;
  readonly page: MarkdownInstance<HandbookFront & Record<string, unknown>>;
}

const files = import.meta.glob<MarkdownInstance<HandbookFront & Record<string, unknown>>>('../docs/*.md', { eager: true });

/** The handbooks in `src/site/docs`, in their order; those without one last, by name. */
export const handbooks: readonly Handbook[] = Object.entries(files)
  .map(([path, page]) => ({
    id: path.replace(/^.*\/|\.md$/g, ''),
    title: page.frontmatter.title,
    summary: page.frontmatter.summary ?? null,
    order: page.frontmatter.order ?? 999,
    page,
  }))
  .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
