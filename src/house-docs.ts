/** A file shown in a text: the path it claims to have, and the line (from 1) at which it begins. */
export interface Excerpt {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** A call of `hire` in a text, taken apart. */
export interface Call {
  readonly command: string;
  readonly options: readonly string[];
  readonly line: number;
}

interface Fence {
  readonly info: string;
  /** Line of the first line inside, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** Files that a text shows: the fenced blocks that name a path, as in ```` ```yaml title="content/settings.yml" ````. */
export function excerptsOf(markdown: string): readonly Excerpt[] {
  return fencesOf(markdown).flatMap(({ info, line, lines }) => {
    const path = /\btitle="([^"]+)"/.exec(info)?.[1];
    return path === undefined ? [] : [{ path, line, text: `${lines.join('\n')}\n` }];
  });
}

/** Calls of `hire`, in fenced blocks without a title and between backticks; prose that begins with the name is none. */
export function callsOf(markdown: string): readonly Call[] {
  return codeOf(markdown).flatMap(({ text, line }) =>
    [...text.matchAll(/(?:^|[\s(;|&])(?:npx hire|hire|node scripts\/hire\.mjs) ([a-z]+)([^|;&#\n]*)/g)].map(([, command = '', rest = '']) => ({
      command, line, options: [...rest.matchAll(/(?:^|\s)--([a-z-]+)/g)].map(([, option = '']) => option),
    })),
  );
}

/** npm scripts that a text calls: `npm start`, `npm run bench`. */
export function scriptsOf(markdown: string): readonly string[] {
  return codeOf(markdown).flatMap(({ text }) => [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test))\b/g)].map(([, named, short]) => named ?? short ?? ''));
}

/** Whole words between backticks that have the form of a problem's code, `rubric/weights-sum`. */
export function codesOf(markdown: string, families: ReadonlySet<string>): readonly string[] {
  const words = codeOf(markdown).flatMap(({ text }) => text.match(/^[a-z-]+\/[a-z0-9-]+$/) ?? []);
  return words.filter((word) => families.has(word.split('/')[0] ?? ''));
}

/** Targets of links that stay in the repository, without their fragment. */
export function linksOf(markdown: string): readonly string[] {
  const prose = withoutFences(markdown);
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.split('#')[0] ?? '').filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

/** Links to a heading, as page and fragment; the page is empty for one of the same text. */
export function fragmentsOf(markdown: string): readonly (readonly [page: string, fragment: string])[] {
  return [...withoutFences(markdown).matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/g)].map(([, page = '', fragment = '']) => [page, fragment]);
}

/** Fragments by which the headings of a text are reached. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...withoutFences(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, words = '']) => words);
  return new Set(headings.map((words) => words.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-')));
}

function codeOf(markdown: string): readonly { readonly text: string; readonly line: number }[] {
  const blocks = fencesOf(markdown).filter(({ info }) => !info.includes('title=')).flatMap(({ lines, line }) => lines.map((text, index) => ({ text, line: line + index })));
  const spans = withoutFences(markdown).split('\n').flatMap((text, index) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ text: code, line: index + 1 })));
  return [...blocks, ...spans];
}

function withoutFences(markdown: string): string {
  const inside = new Set(fencesOf(markdown).flatMap(({ line, lines }) => [line - 1, ...lines.map((_, index) => line + index)]));
  return markdown.split('\n').map((text, index) => (inside.has(index + 1) ? '' : text)).join('\n');
}

function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { readonly indent: string; readonly mark: string; readonly info: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    const [, indent = '', mark = '', info = ''] = /^(\s*)(`{3,})(.*)$/.exec(text) ?? [];
    if (!open && mark !== '') open = { indent, mark, info, line: index + 2, lines: [] };
    else if (open && mark === open.mark && info === '') {
      fences.push(open);
      open = undefined;
    } else if (open) open.lines.push(text.startsWith(open.indent) ? text.slice(open.indent.length) : text);
  }
  return fences;
}
