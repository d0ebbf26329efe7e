import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { KeyPath } from '../model/problem.ts';
import { locateInFile } from './locate-in-file.ts';
import { locate } from './locate.ts';
import { positionAt } from './position.ts';

const text = `# words
source: referral
consent: { keep_until: 2027-10-01, "talent pool": false }
events:
  - { at: x, stage: application }
  -
    stage: "two words"
    note: |
      one
      two
empty:
last: 'x'
`;

function shown(path: KeyPath, atKey = false): string {
  const span = locate(text, path, atKey);
  if (!span) return 'nowhere';
  const lines = text.split('\n');
  const first = lines[span.line - 1] ?? '';
  return `${span.line}:${span.column}-${span.endLine}:${span.endColumn} ${first.slice(span.column - 1, span.line === span.endLine ? span.endColumn - 1 : undefined)}`;
}

describe('the place of a value', () => {
  it('or of its key', () => {
    expect([
      shown(['source']), shown(['source'], true), shown(['consent', 'keep_until']), shown(['consent', 'talent pool'], true), shown(['events']), shown(['events', 0]), shown(['events', 1]), shown(['events', 1, 'stage']),
      shown(['events', 1, 'note'], true), shown(['empty']), shown(['empty'], true), shown(['last']), shown([]),
    ]).toMatchInlineSnapshot(`
      [
        "2:9-2:17 referral",
        "2:1-2:7 source",
        "3:24-3:34 2027-10-01",
        "3:36-3:49 "talent pool"",
        "5:3-5:34 - { at: x, stage: application }",
        "5:5-5:32 { at: x, stage: application",
        "7:5-7:23 stage: "two words"",
        "7:12-7:23 "two words"",
        "8:5-8:9 note",
        "11:1-11:6 empty",
        "11:1-11:6 empty",
        "12:7-12:10 'x'",
        "2:1-2:17 source: referral",
      ]
    `);
  });

  it('is the last known one where the path leads further', () => {
    expect([shown(['events', 7, 'stage']), shown(['nothing']), shown(['source', 'deeper', 3])]).toMatchInlineSnapshot(`
      [
        "5:3-5:34 - { at: x, stage: application }",
        "2:1-2:17 source: referral",
        "2:9-2:17 referral",
      ]
    `);
    expect(locate('a: [', ['a'])).toBeUndefined();
  });

  it('in front matter counts from the top of the file', () => {
    expect(locateInFile('content/guide/a.mdx', '---\ntitle: A\norder: 1\n---\n', ['order'], false)).toMatchObject({ line: 3, column: 8 });
    expect(locateInFile('content/guide/a.mdx', 'no front matter', ['order'], false)).toBeUndefined();
  });

  it('agrees with package yaml for keys and values anywhere', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, fc.constantFrom('a', 'two words', 3, true), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true })),
    })).value;
    let compared = 0;
    fc.assert(fc.property(value, fc.boolean(), (data, flow) => {
      const document = parseDocument(JSON.stringify(data));
      const source = flow ? `# x\nroot: ${JSON.stringify(data)}\n` : `root:\n  - ${String(document).trim().split('\n').join('\n    ')}\n`;
      const lineCounter = new LineCounter();
      const parsed = parseDocument(source, { lineCounter });
      const visit = (node: unknown, path: KeyPath): void => {
        if (isScalar(node) && node.range && node.value !== null) {
          const span = locate(source, path);
          expect(span, source + path.join('.')).toMatchObject(positionAt(source, node.range[0]));
          compared++;
        }
        if (isSeq(node)) node.items.forEach((item, index) => visit(item, [...path, index]));
        if (isMap(node)) for (const pair of node.items) if (isPair(pair) && isScalar(pair.key)) visit(pair.value, [...path, String(pair.key.value)]);
      };
      if (parsed.errors.length === 0) visit(parsed.contents, []);
    }), { numRuns: 300, seed: 2 });
    expect(compared).toBeGreaterThan(300);
  });
});
