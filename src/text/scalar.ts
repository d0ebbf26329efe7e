const NUMBER = /^-?\d+(?:\.\d+)?$/;
const MOST_DIGITS = 15;

/**
 * What a plain scalar means. It becomes a number, a boolean or null only when writing that value gives the very same
 * characters, so that nothing is lost: `007`, `5.0`, `1e3`, `0x5`, `.inf`, `~` and `yes` stay text.
 * Numbers have at most 15 digits, which every double holds exactly.
 */
export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  if (first === 45 || (first >= 48 && first <= 57)) {
    if (!NUMBER.test(source) || source.replace(/\D/g, '').length > MOST_DIGITS) return source;
    const value = Number(source);
    return String(value) === source ? value : source;
  }
  if (source === 'true') return true;
  if (source === 'false') return false;
  if (source === 'null' || source === '') return null;
  return source;
}
