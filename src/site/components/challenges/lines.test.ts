import { expect, it } from 'vitest';
import { codeLines } from './lines.ts';

it('numbers lines and drops only the last line break', () => {
  expect(codeLines('a.ts', 'a\n\nb\r\n')).toEqual([{ number: 1, text: 'a' }, { number: 2, text: '' }, { number: 3, text: 'b' }]);
});

it('knows the signs of a diff, and none in a file that is none', () => {
  const text = 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n same';
  expect(codeLines('x.diff', text).map(({ is }) => is)).toEqual(['head', 'head', 'head', 'head', 'removed', 'added', undefined]);
  expect(codeLines('list.md', '- a\n+ b').map(({ is }) => is)).toEqual([undefined, undefined]);
});
