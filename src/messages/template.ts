/** A piece of a template: words, or a token with what to say where it is unknown. */
export type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'token'; readonly name: string; readonly fallback: string | undefined; readonly from: number; readonly to: number };

/** Braces that are no token: where they stand (offsets into the text, `to` exclusive) and what they say. */
export interface Malformed {
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

/** A template taken apart. */
export interface Template {
  readonly parts: readonly Part[];
  readonly malformed: readonly Malformed[];
}

const BRACES = /\{\{([^{}]*)\}\}/g;
const TOKEN = /^\s*([a-z][a-z_]*(?:\.[a-z][a-z_]*)?)\s*(?:\|([\s\S]*))?$/;

/**
 * Takes a template apart: words and `{{token}}` or `{{token | fallback}}`. Never throws; whatever looks like a token
 * but is none stays among the words and is listed as malformed. A fallback is trimmed; an empty one counts as none.
 */
export function parseTemplate(text: string): Template {
  const parts: Part[] = [];
  const malformed: Malformed[] = [];
  let end = 0;
  const words = (to: number): void => {
    const between = text.slice(end, to);
    if (between === '') return;
    for (const stray of between.matchAll(/\{\{|\}\}/g)) {
      malformed.push({ from: end + stray.index, to: end + stray.index + 2, written: stray[0] });
    }
    parts.push({ kind: 'words', words: between });
  };
  for (const found of text.matchAll(BRACES)) {
    const to = found.index + found[0].length;
    const match = TOKEN.exec(found[1] ?? '');
    words(found.index);
    end = to;
    if (match) {
      const fallback = match[2]?.trim();
      parts.push({ kind: 'token', name: match[1] ?? '', fallback: fallback === '' ? undefined : fallback, from: found.index, to });
    } else {
      malformed.push({ from: found.index, to, written: found[0] });
      parts.push({ kind: 'words', words: found[0] });
    }
  }
  words(text.length);
  return { parts, malformed };
}
