import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate } from './template.ts';
import { isKnownOn, tokenNamed, TOKENS } from './tokens.ts';

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

test('a token is known where every turn of the message has it', () => {
  const known = (name: string, when: Parameters<typeof isKnownOn>[1]): boolean | undefined => {
    const token = tokenNamed(name);
    return token && isKnownOn(token, when);
  };
  expect(known('role.title', { on: 'survey' })).toBe(true);
  expect([known('reason', { on: 'declined' }), known('reason', { on: 'applied' })]).toEqual([true, false]);
  expect([known('deadline', { on: 'started' }), known('deadline', { on: 'advanced', into: ['take-home'] })]).toEqual([true, false]);
  expect([known('start_by', { on: 'advanced', into: ['take-home', 'call'] }), known('start_by', { on: 'advanced', into: ['take-home', 'final'] }), known('start_by', { on: 'advanced' })]).toEqual([true, false, false]);
  expect([known('reply_by', { on: 'held' }), known('reply_by', { on: 'returned', into: ['final', 'offer'] }), known('reply_by', { on: 'advanced', into: ['trial'] }), known('reply_by', { on: 'declined' })]).toEqual([true, true, false, false]);
  expect([known('link.survey', { on: 'survey' }), known('link.survey', { on: 'declined' })]).toEqual([true, false]);
});
