import { modeline } from '../new-files.ts';
import type { Made, Making } from './maker.ts';

/** One file of the repository. */
export function fileMade(making: Making, id: string, path: string, text: (path: string) => string, next: readonly string[]): Made {
  return { id, files: [{ root: making.opened.root, path, text: text(path) }], next };
}

/** A YAML text with the line by which editors find its schema. */
export function yaml(path: string, schema: string, text: string): string {
  return `${modeline(path, schema)}\n${text.trimStart()}`;
}
