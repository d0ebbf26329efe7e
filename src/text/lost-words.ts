import { parseDuration } from '../model/duration.ts';
import { parsePercent } from '../model/percent.ts';

export const LOST_KEY_HINT = 'Write prose with commas in quotes, or below its key in a block: key: |';

/** Words that YAML would drop without a sound. */
export interface LostWords {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * Whether the comment after a plain scalar was meant as part of it: `note: bug #42`. A comment is taken as one when
 * it begins with `# ` and stands apart from the value by two spaces, or when the value is no prose.
 * @param end offset just past the scalar
 */
export function lostComment(text: string, end: number, source: string, inFlow: boolean): LostWords | undefined {
  if (text.charCodeAt(end) !== 32 && text.charCodeAt(end) !== 9) return undefined;
  let hash = end;
  while (text.charCodeAt(hash) === 32 || text.charCodeAt(hash) === 9) hash++;
  if (text.charCodeAt(hash) !== 35) return undefined;
  const glued = !/[\s#]/.test(text.charAt(hash + 1)) && hash + 1 < text.length;
  const apart = hash - end > 1;
  if (glued ? !/\p{L}/u.test(source) : apart || !/\s/.test(source)) return undefined;
  if (parseDuration(source) || parsePercent(source) !== undefined) return undefined;
  const lineEnd = endOfLine(text, hash);
  const words = text.slice(hash, Math.min(lineEnd, hash + 30)).trim();
  return {
    start: hash,
    end: lineEnd,
    message: `“${words}” is a comment to YAML, and the text before it would end there.`,
    hint: inFlow
      ? 'Put the text in quotes; a comment that is meant as one stands after the closing bracket.'
      : 'Write the text below its key in a block (key: |), or in quotes; put two spaces and “# ” before a comment.',
  };
}

function endOfLine(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) return index;
  }
  return text.length;
}
