import { parseTemplate } from './template.ts';

/** What tokens stand for; a token that is missing here, or empty, is not known. */
export type TokenValues = ReadonlyMap<string, string>;

/** A rendered text and the tokens it needed that nobody knew and no fallback covered. */
export interface Rendered {
  readonly text: string;
  readonly unknown: readonly string[];
}

/**
 * Puts values in the place of tokens: the value, else the fallback, else the token's own name in brackets, so that nobody overlooks
 * it. Values are put in as they are and never read as templates again.
 */
export function render(template: string, values: TokenValues): Rendered {
  const unknown: string[] = [];
  const text = parseTemplate(template).parts.map((part) => {
    if (part.kind === 'words') return part.words;
    const value = values.get(part.name) ?? '';
    if (value !== '') return value;
    if (part.fallback !== undefined) return part.fallback;
    unknown.push(part.name);
    return `[${part.name}]`;
  }).join('');
  return { text, unknown };
}
