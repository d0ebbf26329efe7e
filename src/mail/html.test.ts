import { expect, test } from 'vitest';
import { sanitise } from '../view/text/sanitise.ts';
import { bodyOf, htmlOf } from './html.ts';
import { mailtoOf } from './mailto.ts';
import { plainText } from './plain.ts';

const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '![tracker](https://elsewhere.example/pixel.gif)', '[x](javascript:alert(1))', '[x](data:text/html,1)', '<style>body{display:none}</style>',
  '<iframe src="https://elsewhere.example"></iframe>', '[x](//elsewhere.example)', '[x](/guide)', '[x](#a)', '<svg onload=alert(1)>', '</div></body><script>1</script>', '[a]: javascript:alert(1)\n\n[a]',
];

test('nothing in a letter can do or fetch anything, whatever stands in it', () => {
  for (const text of HOSTILE) {
    const html = bodyOf(text);
    expect(html, text).not.toMatch(/<(script|img|style|iframe|svg|form|object|link|meta)/i);
    expect(html, text).not.toMatch(/\son\w+=|href="(?!https:|mailto:)|src=|url\(/i);
  }
  expect(htmlOf('x', '</title><script>1</script>', '"><script>')).not.toContain('<script');
});

test('the words are those that the site would show', () => {
  const text = '**Bold** and *slanted*: [guide](https://hiring.example/guide), `code`.\n\n1. one\n2. two\n\n> said\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n# Title';
  const bare = (html: string): string => html.replace(/ style="[^"]*"/g, '');
  expect(bare(bodyOf(text))).toBe(sanitise(text));
  for (const hostile of HOSTILE.filter((each) => each !== '[x](#a)')) expect(bare(bodyOf(hostile)), hostile).toBe(sanitise(hostile));
});

test('lines end where their author ended them', () => {
  expect(bodyOf('Until then,\n\nDana\nMiniature Ltd').replace(/ style="[^"]*"/g, '')).toBe('<p>Until then,</p>\n<p>Dana<br>\nMiniature Ltd</p>');
});

test('no colour is set, so that dark stays dark', () => {
  const html = htmlOf('**a** [b](https://c.example) `d`\n\n> e', 's', 'en');
  expect(html).not.toMatch(/style="[^"]*[;"\s](color|background)/);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
});

test('plain text loses its emphasis and nothing else', () => {
  expect(plainText('**What we judge:**\n\n- a * b * c\n- 2*3*4\n\n*Would this person* stay? `**x**`')).toBe('What we judge:\n\n- a * b * c\n- 2*3*4\n\nWould this person stay? `x`\n');
});

test('a short message is a link, a long one is none, and no address adds a field', () => {
  const to = { name: 'Ottilie', address: 'ottilie+jobs@example.org' };
  expect(mailtoOf({ to, subject: 'A & b?', text: 'Hello\n\n**you** 🦦' })).toBe('mailto:ottilie%2Bjobs@example.org?subject=A%20%26%20b%3F&body=Hello%0D%0A%0D%0Ayou%20%F0%9F%A6%A6');
  expect(mailtoOf({ to: undefined, subject: 'a', text: 'b' })).toBeUndefined();
  expect(mailtoOf({ to, subject: 'a', text: 'b'.repeat(1_830) })?.length).toBeLessThanOrEqual(1_900);
  expect(mailtoOf({ to, subject: 'a', text: 'é'.repeat(320) })).toBeUndefined();
  expect(mailtoOf({ to: { name: 'x', address: 'x@example.org?bcc=y@example.org' }, subject: 'a', text: 'b' })).toBe('mailto:x@example.org%3Fbcc%3Dy@example.org?subject=a&body=b');
});
