import { plainValue } from './scalar.ts';

/** Data that can be written as YAML. */
export type Printable = string | number | boolean | null | readonly Printable[] | { readonly [key: string]: Printable | undefined };

// Characters that a block cannot hold as they are: control characters, lone surrogates, line ends other than LF.
const NO_BLOCK = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** What needs no quotes anywhere: starts with a letter or digit and holds no sign with a meaning, not even in `[a, b]`. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} _./@+%$€£'’“”…–()-]*[\p{L}\p{N}\p{M}_./@+%$€£'’“”…–()-])?$/u;
/** Times hold colons without a space after them, which is fine. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A word or a line of text, in quotes only where it needs them; it is read back as text. */
export function printWord(text: string): string {
  return TIME.test(text) || (PLAIN.test(text) && typeof plainValue(text) === 'string') ? text : quoted(text);
}

/** A key of a map. */
export function printKey(key: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(key) ? key : quoted(key);
}

/** A value in one line: `{ at: 2026-10-01T09:12Z, stage: application, event: applied }`. Keys without a value are left out. */
export function printFlow(value: Printable): string {
  if (typeof value === 'string') return printWord(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Printable[]).map(printFlow).join(', ')}]`;
  const pairs = Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [`${printKey(key)}: ${printFlow(item as Printable)}`]));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/**
 * A key with prose in a block. What a block cannot hold as it is goes in double quotes.
 * @param indent columns before the key
 */
export function printProse(key: string, text: string, indent: number): string {
  const before = `${' '.repeat(indent)}${printKey(key)}: `;
  if (text.trim() === '' || NO_BLOCK.test(text)) return before + quoted(text);
  const trailing = /\n*$/.exec(text)?.[0].length ?? 0;
  const lines = (trailing === 0 ? text : text.slice(0, -1)).split('\n');
  // A block takes its indentation from its first line with words, unless that line or an empty one before it would mislead.
  const indicator = /^[\s]/.test(text) ? '2' : '';
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
  const inner = ' '.repeat(indent + 2);
  return `${before}|${indicator}${chomping}\n${lines.map((line) => (line === '' ? '' : inner + line)).join('\n')}`;
}

/** Words as they are stored: no space around them, one line end after them. */
export function asProse(text: string): string {
  const words = text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trimEnd()).join('\n').trim();
  return words === '' ? '' : `${words}\n`;
}

/** JSON's double quotes are YAML's, once what JSON leaves as it is and YAML does not take is escaped as well. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
