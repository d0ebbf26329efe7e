import { describe, expect, it } from 'vitest';
import { codeIn } from './plain-mdx.ts';

describe('codeIn', () => {
  it.each([
    ['an expression', 'Two\n\n{process.exit()}', { line: 3, what: '{process.exit()}' }],
    ['an expression in an attribute', '<Note title={x}>y</Note>', { line: 1, what: '<Note title={x}>y</Note>' }],
    ['an import', '---\ntitle: A\n---\n\nimport fs from "node:fs"', { line: 5, what: 'import fs from "node:fs"' }],
    ['an export', 'export const x = 1', { line: 1, what: 'export const x = 1' }],
  ])('finds %s', (_, source, found) => {
    expect(codeIn(source)).toEqual(found);
  });

  it.each([
    ['escaped braces', 'A set \\{ 1, 2 \\}'],
    ['braces in a code span', 'Write `{ a: 1 }` there.'],
    ['braces and imports in a fence', '```ts\nimport a from "b";\nconst c = { d: 1 };\n```\n\nafter'],
    ['braces in the front matter', '---\nlimits: { words: "500-1000" }\n---\n\nText'],
    ['a sentence that goes on with the word', 'We look at how you\nimport the data.'],
  ])('lets %s pass', (_, source) => {
    expect(codeIn(source)).toBeUndefined();
  });
});
