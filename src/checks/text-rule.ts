import type { Problem } from '../model/problem.ts';
import type { Rule } from './rule.ts';

/** A rule that asks for nothing but the path and the text of one file: what it finds holds until the file changes. */
export interface TextRule extends Rule {
  readonly concerns: (path: string) => boolean;
  /** Problems of one file, with their lines. */
  readonly find: (path: string, text: string) => Problem[];
}

/** Makes a rule over a tree of one over a text. It reads only files that nobody judged when they were loaded. */
export function textRule(rule: Omit<TextRule, 'check'>): TextRule {
  return {
    ...rule,
    check: (workspace, { judged, texts }) => workspace.entries.flatMap(({ path, mode }) => {
      if ((mode !== 'file' && mode !== 'executable') || !rule.concerns(path)) return [];
      const known = judged?.(path);
      if (known) return known.filter(({ code }) => rule.codes.includes(code));
      const text = texts(path);
      return text === undefined ? [] : rule.find(path, text);
    }),
  };
}
