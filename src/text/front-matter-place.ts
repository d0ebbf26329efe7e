/** Where the data of a markdown file stands: its text, which begins with the line break after `---`, and its offset in the file. */
export interface FrontMatterPlace {
  readonly source: string;
  readonly offset: number;
}

/** Finds the data of a markdown file without reading it; undefined where it has none. `frontmatter.ts` says what is wrong with it. */
export function frontMatterPlace(text: string): FrontMatterPlace | undefined {
  const first = /^---[ \t]*(?=\r?\n)/.exec(text)?.[0];
  if (first === undefined) return undefined;
  const end = text.indexOf('\n---', first.length);
  if (end === -1) return undefined;
  const source = text.slice(first.length, end);
  return { source: source.endsWith('\r') ? source.slice(0, -1) : source, offset: first.length };
}
