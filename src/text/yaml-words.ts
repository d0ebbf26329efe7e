import type { YAMLException } from 'js-yaml';
import type { YamlFault } from './yaml.ts';
import { MAX_DEPTH } from './yaml-limits.ts';

/** What the parser says, what we say, and what to do. The first pattern that fits counts. */
const WORDS: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [/tab characters/, 'A tab stands where the indentation is; YAML indents with spaces.', 'Replace the tab by two spaces.'],
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
  const colon = code === 'yaml/syntax' ? secondColon(text, at) : undefined;
  if (colon !== undefined) {
    return {
      code, start: colon, end: colon + 1,
      message: 'A second “: ” stands in this line, and YAML takes the text before it for a key.',
      hint: 'Put the text in quotes, or below its key in a block (key: |).',
    };
  }
  const [, message, hint] = WORDS.find(([pattern]) => pattern.test(reason)) ?? [0, 'YAML cannot be read from here on.', 'Compare the line and the one above with a record that is fine.'];
  return { code, start: at, end: at + 1, message, hint };
}

/** Offset of the second `: ` of a block line `key: some text: more`, where the parser stopped at or just after it. */
function secondColon(text: string, at: number): number | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 2000))?.[0] ?? '';
  const match = /^(\s*(?:- +)*[\w-]+:\s+[^\s"'{[|>&*!#][^#]*?)(: |:$)/.exec(line);
  return match?.[1] === undefined ? undefined : start + match[1].length;
}
