import type { Plugin } from 'vite';

/**
 * The last guard before MDX is compiled, which runs what it holds: published text is markdown and our
 * components, never code. `hire check` says so first, with file and line; here it only must not get through.
 *
 * @param inside tells by path whether a file is published text
 */
export function plainMdx(inside: (path: string) => boolean): Plugin {
  return {
    name: 'hire:plain-mdx',
    enforce: 'pre',
    transform(source, id) {
      const [path = id, query = ''] = id.split('?');
      // Astro wraps each text in a module of its own making, which is code and is no text.
      if (query.includes('astroPropagatedAssets')) return undefined;
      if (!path.endsWith('.mdx') || !inside(path)) return undefined;
      const found = codeIn(source);
      if (found !== undefined) throw new Error(`${path}:${found.line}: text holds code: ${found.what}. Write \\{ for a brace.`);
      return undefined;
    },
  };
}

/** The first line of MDX text that would run as code: an import, an export or an unescaped brace outside code. */
export function codeIn(source: string): { line: number; what: string } | undefined {
  const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (front) => front.replace(/[^\n]/g, ''));
  // Code spans and fences are shown, not run; their lines are kept so that the number is right.
  const shown = body
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
  const lines = shown.split('\n');
  for (const [index, line] of lines.entries()) {
    const opens = index === 0 || (lines[index - 1] ?? '').trim() === '';
    if (opens && /^(import|export)\b/.test(line)) return { line: index + 1, what: line.trim() };
    if (/(?<!\\)[{}]/.test(line)) return { line: index + 1, what: line.trim() };
  }
  return undefined;
}
