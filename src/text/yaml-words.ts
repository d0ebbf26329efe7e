import type { YAMLException } from 'js-yaml';
import type { YamlFault } from './yaml.ts';
import { MAX_DEPTH } from './yaml-limits.ts';

/** What the parser says, what we say, and what to do. The first pattern that fits counts. */
const WORDS: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [/tab characters/, 'A tab stands where the indentation is; YAML indents with spaces.', 'Replace the tab by spaces, as many as the lines beside it have.'],
  [/bad indentation of a mapping entry|deficient indentation/, 'This line does not fit what stands above it: its indentation is off, or the text before holds “: ”.', 'Align the keys of one map; write text with a colon in quotes or in a block (key: |).'],
  [/bad indentation of a sequence entry/, 'The entries of this list do not begin in the same column.', 'Align the dashes.'],
  [/multiline key|expected ':' after a mapping key|end of the stream or a document separator/, 'This line is neither a key with a colon nor part of the text above it.', 'Write “key: value”; indent text that goes on, below “key: |”.'],
  [/whitespace character is expected after the key-value/, 'A space is missing after the colon.', 'Write “key: value”.'],
  [/single quoted/, 'A text in single quotes is not closed.', "Close it with '; a ' inside the text is written ''."],
  [/double quoted/, 'A text in double quotes is not closed.', 'Close it with "; a " inside the text is written \\".'],
  [/unknown escape|hexadecimal/, 'A backslash in double quotes begins an escape that does not exist.', 'Write \\\\ for a backslash, or use single quotes.'],
  [/missed comma/, 'Two entries of a one-line list or map stand side by side without a comma.', 'Put a comma between them, or the text in quotes.'],
  [/but found ','/, 'A comma stands where a value was expected.', 'Remove the comma, or write the value before it.'],
  [/unexpected end of the stream within a flow/, 'A one-line list or map is not closed; a “#” with a space before it begins a comment and hides the bracket.', 'Close it with ] or }; put text that holds # in quotes.'],
  [/indentation width|chomping|a line break is expected/, 'After “|” or “>” something else stands on the line.', 'Begin the text on the next line, indented.'],
  [/directive|%YAML|%TAG/, 'A directive line (%) stands before the data; a record has none.', 'Remove the line that begins with %.'],
  [/anchor|alias/, 'A text begins with & or *, which name and repeat values in YAML.', 'Put the text in quotes.'],
  [/tag/, 'A text begins with !, which gives a value a type in YAML.', 'Put the text in quotes.'],
  [/non-printable|JSON character|null byte/, 'A control character stands in the text.', 'Remove it.'],
];

const CODES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/anchor/, 'yaml/anchor'],
  [/alias/, 'yaml/alias'],
  [/directive|%YAML|%TAG/, 'yaml/directive'],
  [/\btag\b/, 'yaml/tag'],
  [/non-printable|JSON character|null byte/, 'text/control-character'],
];

/** The fault for a text the parser gives up on, in words for people who do not know YAML. */
export function syntaxFault(text: string, error: YAMLException | undefined): YamlFault {
  const reason = error?.reason ?? '';
  const at = Math.min(error?.mark?.position ?? 0, Math.max(text.length - 1, 0));
  if (reason.startsWith('nesting exceeded')) {
    return { code: 'yaml/too-deep', start: at, end: at + 1, message: `Lists and maps nest deeper than ${MAX_DEPTH} here; a record needs no more.`, hint: 'Flatten the structure.' };
  }
  const code = CODES.find(([pattern]) => pattern.test(reason))?.[1] ?? 'yaml/syntax';
  const told = code === 'yaml/syntax' ? fromContext(text, at) : undefined;
  if (told) return told;
  const [, message, hint] = WORDS.find(([pattern]) => pattern.test(reason)) ?? [0, 'YAML cannot be read from here on.', 'Compare the line and the one above with a record that is fine.'];
  return { code, ...lineOrSign(text, at), message, hint };
}

/** Where the parser stopped at a line's end, the words of that line are meant. */
function lineOrSign(text: string, at: number): { start: number; end: number } {
  if (text[at] !== '\n' && text[at] !== '\r') return { start: at, end: at + 1 };
  const start = startOfLine(text, at);
  const words = text.slice(start, at);
  return words.trim() === '' ? { start: at, end: at + 1 } : { start: start + words.length - words.trimStart().length, end: at };
}

/** Signs that a plain text cannot begin with, and what they would mean. */
const FIRST_SIGNS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  '*': ['yaml/alias', 'The text begins with *, which repeats another value in YAML.'],
  '&': ['yaml/anchor', 'The text begins with &, which names a value for repetition in YAML.'],
  '!': ['yaml/tag', 'The text begins with !, which gives a value a type in YAML.'],
  '@': ['yaml/syntax', 'The text begins with @, which YAML keeps for itself.'],
  '`': ['yaml/syntax', 'The text begins with a backtick, which YAML keeps for itself.'],
  '%': ['yaml/syntax', 'The text begins with %, which YAML keeps for itself.'],
};

/** What a person would see at or just above the place: a value that begins with a special sign, or was never closed. */
function fromContext(text: string, at: number): YamlFault | undefined {
  const start = startOfLine(text, at);
  const colon = secondColon(text, at);
  if (colon !== undefined) {
    return {
      code: 'yaml/syntax', start: colon, end: colon + 1,
      message: 'A second “: ” stands in this line, and YAML takes the text before it for a key.',
      hint: 'Put the text in quotes, or below its key in a block (key: |).',
    };
  }
  for (const from of [start, startOfLine(text, Math.max(0, text.slice(0, start).trimEnd().length))]) {
    const line = /^[^\r\n]*/.exec(text.slice(from, from + 2000))?.[0] ?? '';
    const value = /^(\s*(?:- +)*(?:[\w-]+:\s+)?)(\S.*)$/.exec(line);
    const offset = from + (value?.[1]?.length ?? 0);
    const words = value?.[2]?.trimEnd() ?? '';
    const first = words.charAt(0);
    const sign = FIRST_SIGNS[first];
    if (sign && offset <= at) return { code: sign[0], start: offset, end: offset + words.length, message: sign[1], hint: `Put the text in quotes: ${JSON.stringify(words.slice(0, 60))}` };
    const quote = first === '"' ? /^"(?:[^"\\]|\\.)*"/ : first === "'" ? /^'(?:[^']|'')*'/ : undefined;
    if (quote && !quote.test(words)) return { code: 'yaml/syntax', start: offset, end: offset + 1, message: `A text that begins with ${first} is not closed in its line.`, hint: first === '"' ? 'Close it with "; a " inside the text is written \\".' : "Close it with '; a ' inside the text is written ''." };
    if (/^[[{]/.test(words) && unclosed(words)) return { code: 'yaml/syntax', start: offset, end: offset + 1, message: `The one-line ${first === '[' ? 'list' : 'map'} that begins here is not closed.`, hint: `Close it with ${first === '[' ? ']' : '}'}; put text that holds brackets, commas or # in quotes.` };
  }
  return strayDash(text, start);
}

/** An entry whose dash stands elsewhere than that of the entry above it: a line pasted at the wrong depth. */
function strayDash(text: string, start: number): YamlFault | undefined {
  const dash = /^( *)- /.exec(text.slice(start, start + 200))?.[1]?.length;
  if (dash === undefined) return undefined;
  const above = /^( *)- /.exec(text.slice(0, start).trimEnd().split(/\r\n|\r|\n/).at(-1) ?? '')?.[1]?.length;
  if (above === undefined || above === dash) return undefined;
  return { code: 'yaml/syntax', start: start + dash, end: start + dash + 1, message: 'The entries of this list do not begin in the same column.', hint: `Put ${above === 0 ? 'no space' : above === 1 ? 'one space' : `${above} spaces`} before the dash, as in the line above.` };
}

function unclosed(words: string): boolean {
  const bare = words.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '').replace(/\s#.*$/, '');
  return bare.replace(/[^[{]/g, '').length > bare.replace(/[^\]}]/g, '').length;
}

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** Offset of the second `: ` of a block line `key: some text: more`, where the parser stopped at or just after it. */
function secondColon(text: string, at: number): number | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 2000))?.[0] ?? '';
  const match = /^(\s*(?:- +)*[\w-]+:\s+[^\s"'{[|>&*!#][^#]*?)(: |:$)/.exec(line);
  return match?.[1] === undefined ? undefined : start + match[1].length;
}
