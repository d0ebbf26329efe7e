import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate } from './template.ts';
import { tokenNamed, TOKENS } from './tokens.ts';

test('words and tokens in the order of the text', () => {
  expect(parseTemplate('Hello {{candidate.first_name | there}}, about {{ role.title }}.').parts).toEqual([
    { kind: 'words', words: 'Hello ' },
    { kind: 'token', name: 'candidate.first_name', fallback: 'there', from: 6, to: 38 },
    { kind: 'words', words: ', about ' },
    { kind: 'token', name: 'role.title', fallback: undefined, from: 46, to: 62 },
    { kind: 'words', words: '.' },
  ]);
});

test.each([
  ['{{}}', '{{}}'], ['{{ | x}}', '{{ | x}}'], ['{{Role.Title}}', '{{Role.Title}}'], ['{{role.title', '{{'], ['role.title}}', '}}'], ['{{a.b.c}}', '{{a.b.c}}'],
])('%s is no token', (text, written) => {
  const { parts, malformed } = parseTemplate(text);
  expect(malformed.map((each) => each.written)).toEqual([written]);
  expect(parts).toEqual([{ kind: 'words', words: text }]);
});

test('an empty fallback is none, and single braces are words', () => {
  expect(parseTemplate('{{feedback | }} {a}').parts).toMatchObject([{ kind: 'token', fallback: undefined }, { kind: 'words', words: ' {a}' }]);
  expect(parseTemplate('{a} {').malformed).toEqual([]);
});

test('no text is lost and none invented', () => {
  fc.assert(fc.property(fc.stringMatching(/^[{}a-z .|\n]{0,60}$/), (text) => {
    const whole = parseTemplate(text).parts.map((part) => (part.kind === 'words' ? part.words : text.slice(part.from, part.to))).join('');
    expect(whole).toBe(text);
  }));
});

test('every token has its own name and can be found by it', () => {
  expect(new Set(TOKENS.map((token) => token.name)).size).toBe(TOKENS.length);
  expect(tokenNamed('role.title')?.means).toBe('Title of the opening.');
  expect(tokenNamed('role.titel')).toBeUndefined();
});
