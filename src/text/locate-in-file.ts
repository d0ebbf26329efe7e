import type { KeyPath } from '../model/problem.ts';
import { frontMatterPlace } from './front-matter-place.ts';
import { locate } from './locate.ts';
import { positionAt, type Span } from './position.ts';

/** Finds a key in a file, be it YAML or markdown with front matter. Undefined where the file has no such data. */
export function locateInFile(path: string, text: string, key: KeyPath, atKey: boolean): Span | undefined {
  if (path.endsWith('.yml')) return locate(text, key, atKey);
  const place = frontMatterPlace(text);
  if (!place || key.length === 0) return undefined;
  const span = locate(place.source, key, atKey);
  const above = positionAt(text, place.offset).line - 1;
  return span && { ...span, line: span.line + above, endLine: span.endLine + above };
}
