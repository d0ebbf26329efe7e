import type { CheckContext, Place } from './rule.ts';

/**
 * Where a rubric's table stands, or the row of one criterion (counted from 0): such values are markdown and have no key.
 * Only what is wrong is looked up.
 */
export function tablePlace({ texts }: CheckContext, path: string, row?: number): Place {
  const lines = texts(path)?.split(/\r?\n/) ?? [];
  const rule = lines.findIndex((line) => /^\s*\|?\s*:?-+:?\s*\|/.test(line));
  if (rule < 1) return { path };
  const at = row === undefined ? rule - 1 : rule + 1 + row;
  const line = lines[at] ?? '';
  return { path, line: at + 1, column: 1, endLine: at + 1, endColumn: line.length + 1 };
}
