import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdownLines } from './markdown-lines.ts';
import { findTable, readCells } from './rubric-table.ts';

interface MdastNode {
  readonly type: string;
  readonly children?: readonly MdastNode[];
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** Tables as a whole parser of GitHub's markdown sees them at the top of a text: first line, last line, cells per row. */
function tables(markdown: string): (readonly [first: number, last: number, cells: readonly number[]])[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown) as MdastNode;
  return (tree.children ?? []).filter(({ type }) => type === 'table').map((table) => [table.position?.start.line ?? 0, table.position?.end.line ?? 0, (table.children ?? []).map((row) => row.children?.length ?? 0)] as const);
}

describe('held against a whole markdown parser', () => {
  const line = fc.constantFrom(
    '| Criterion | Weight | Indicators |', '| - | - | - |', '|---|--:|:-:|', '| A \\| b | 5% | `x` |', '| A | 5% | x', 'A | 5% | x', '| C++ {#cpp} | 5% | \\\\ |', '', 'words', '## A', '- **1** x', '```', '    | a | b |', '> quote',
    '<!-- x -->', '| only |', '| - |', '~~~', '| é \\\\\\| | 1 | 2 |', '1. one',
  );
  it('finds the same first table, with the same cells', () => {
    let found = 0;
    fc.assert(fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), (lines) => {
      const markdown = lines.join('\n');
      const ours = findTable(markdownLines(markdown));
      const [theirs] = tables(markdown);
      if (!ours && !theirs) return;
      // GitHub lets a table's header end a paragraph or a list item; a rubric's stands on its own, or is not found at all.
      if (!ours || !theirs || theirs[0] !== ours.first + 1) return;
      found++;
      const cells = lines.slice(ours.first, ours.end).filter((_, index) => index !== 1).map((text) => readCells(text).length);
      const width = cells[0] ?? 0;
      expect([ours.end, cells.map((count) => Math.min(count, width))], markdown).toEqual([theirs[1], theirs[2].map((count) => Math.min(count, width))]);
    }), { numRuns: 800, seed: 6 });
    expect(found).toBeGreaterThan(20);
  });
});
