import type { KeyPath } from '../model/problem.ts';
import { parseFrontMatter } from './frontmatter.ts';
import { locate } from './locate.ts';
import { positionAt, type Span } from './position.ts';

/** Finds a key in a file, be it YAML or markdown with front matter. Undefined where the file has no such data. */
export function locateInFile(path: string, text: string, key: KeyPath, atKey: boolean): Span | undefined {
  if (path.endsWith('.yml')) return locate(text, key, atKey);
  const parsed = parseFrontMatter(text);
  if (parsed.faults || key.length === 0) return undefined;
  const span = locate(parsed.value.source, key, atKey);
  const above = positionAt(text, parsed.value.offset).line - 1;
  return span && { ...span, line: span.line + above, endLine: span.endLine + above };
}
