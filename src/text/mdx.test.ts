import fc from 'fast-check';
import { readFileSync, globSync } from 'node:fs';
import { mdxToMdast, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { mdxFaults } from './mdx.ts';
import { MDX_COMPONENTS } from './mdx-tag.ts';
import { spanBetween } from './position.ts';

function faults(body: string): string {
  return mdxFaults(body).map((fault) => {
    const { line, column, endColumn } = spanBetween(body, fault.start, fault.end);
    return `${line}:${column}-${endColumn} ${fault.code}: ${fault.message} | ${fault.hint}`;
  }).join('\n') || 'fine';
}

interface MdastNode {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly type: string; readonly value?: unknown }[];
  readonly children?: readonly MdastNode[];
}

/** What the compiler of the site makes of a text: `unsafe` names what runs, `broken` says that it does not compile. */
function compiled(body: string): string {
  try {
    mdxToJs(body);
    return unsafe(mdxToMdast(body) as unknown as MdastNode) ?? 'safe';
  } catch {
    return 'broken';
  }
}

function unsafe(node: MdastNode): string | undefined {
  if (/^mdx(?:Flow|Text)Expression$|^mdxjsEsm$|^html$/.test(node.type)) return node.type;
  if (/^mdxJsx/.test(node.type)) {
    if (!(MDX_COMPONENTS as readonly string[]).includes(node.name ?? '')) return `tag ${String(node.name)}`;
    if (node.attributes?.some((attribute) => attribute.type !== 'mdxJsxAttribute' || (attribute.value !== null && typeof attribute.value === 'object'))) return 'attribute';
  }
  for (const child of node.children ?? []) {
    const found = unsafe(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('refused, with the exact edit', () => {
  it('expressions', () => {
    expect(faults('You have {days} days.\n')).toMatchInlineSnapshot(`"1:10-11 mdx/expression: “{” begins JavaScript in MDX; pages hold text only. | Write \\{, or put it in backticks."`);
    expect(faults('{process.exit()}\n')).toMatchInlineSnapshot(`"1:1-2 mdx/expression: “{” begins JavaScript in MDX; pages hold text only. | Write \\{, or put it in backticks."`);
  });

  it('tags nobody planned', () => {
    expect(faults('Takes <100 words.\n')).toMatchInlineSnapshot(`"1:7-11 mdx/unknown-tag: “<” begins a tag in MDX. | Write &lt;100"`);
    expect(faults('<script>alert(1)</script>\n')).toMatchInlineSnapshot(`
      "1:1-9 mdx/unknown-tag: “<script>” is no tag of these pages; they know Note, Criteria, Effort, Window, Promise. | Write &lt;script>, or use markdown
      1:17-26 mdx/unknown-tag: “</script>” is no tag of these pages; they know Note, Criteria, Effort, Window, Promise. | Write &lt;/script>, or use markdown"
    `);
    expect(faults('<https://hiring.example/x>\n')).toMatchInlineSnapshot(`"1:1-27 mdx/unknown-tag: “<https://hiring.example/x>” is a tag to MDX, not an address. | Write [https://hiring.example/x](https://hiring.example/x)"`);
    expect(faults('<>x</>\n')).toMatchInlineSnapshot(`
      "1:1-3 mdx/unknown-tag: “<” begins a tag in MDX. | Write &lt;>
      1:4-7 mdx/unknown-tag: “<” begins a tag in MDX. | Write &lt;/>"
    `);
  });

  it('comments, imports and exports', () => {
    expect(faults('A <!-- secret --> word\n')).toMatchInlineSnapshot(`"1:3-18 mdx/comment: An HTML comment is no MDX, and a reader of the source would see it anyway. | Remove the comment."`);
    expect(faults("import x from 'y'\n\nexport const a = 1\n")).toMatchInlineSnapshot(`
      "1:1-7 mdx/import: A paragraph that begins with “import” is JavaScript to MDX; pages hold text only. | Remove the line; in a sentence, begin with another word or write &#105;mport
      3:1-7 mdx/import: A paragraph that begins with “export” is JavaScript to MDX; pages hold text only. | Remove the line; in a sentence, begin with another word or write &#101;xport"
    `);
  });

  it('attributes that are no text', () => {
    expect(faults('<Criteria rubric={x}/>\n')).toMatchInlineSnapshot(`"1:1-23 mdx/attribute: “rubric” is JavaScript; attributes are text. | Write rubric="…""`);
    expect(faults('<Note {...x}>\nwords\n</Note>\n')).toMatchInlineSnapshot(`
      "1:1-14 mdx/attribute: Attributes are spread from JavaScript; pages hold text only. | Write <Note title="…">
      3:1-8 mdx/tag: </Note> closes a note that was not opened on a line of its own. | Remove it, or open the note above: <Note title="…">"
    `);
    expect(faults('<Effort rubric="a"/>\n')).toMatchInlineSnapshot(`"1:1-21 mdx/attribute: “rubric” is no attribute of Effort. | Write <Effort challenge="…"/>"`);
    expect(faults('<Effort/> and <Promise pipeline="a"/>\n')).toMatchInlineSnapshot(`
      "1:1-10 mdx/attribute: Effort lacks its attribute challenge. | Write <Effort challenge="…"/>
      1:15-38 mdx/attribute: Promise lacks its attribute stage. | Write <Promise pipeline="…" stage="…"/>"
    `);
  });

  it('notes that are left open', () => {
    expect(faults('<Note title="a">\n\nwords\n')).toMatchInlineSnapshot(`"1:1-17 mdx/tag: The note is opened and never closed. | Put </Note> on a line of its own after it."`);
    expect(faults('words\n</Note>\n')).toMatchInlineSnapshot(`"2:1-8 mdx/tag: </Note> closes a note that was not opened on a line of its own. | Remove it, or open the note above: <Note title="…">"`);
  });

  it('what may be code or not', () => {
    expect(faults('one ` two\nthree ` {evil} ` four\n')).toMatchInlineSnapshot(`"2:9-10 mdx/expression: “{” begins JavaScript in MDX; pages hold text only. | Write \\{, or put it in backticks."`);
    expect(faults('- ```\n{evil}\n  ```\n')).toMatchInlineSnapshot(`"2:1-7 mdx/fence: The line is indented less than the code fence it stands in, which may end the fence here. | Indent the line as far as the fence."`);
  });
});

describe('fine', () => {
  it.each([
    ['code spans', 'Call `f({ a: 1 })` or `` `<b>` `` and go on.\n'],
    ['fences', '```ts\nconst a = { b: <T>(x: T) => x };\n```\n'],
    ['fences in lists', '1. one\n\n   ```\n   {x}\n   ```\n2. two\n'],
    ['escapes', 'A \\{ and a \\< and &lt;100.\n'],
    ['all components', '<Note title="Open points">\n\nWords with **weight**.\n\n</Note>\n\n<Criteria rubric="a"/>\n\nIt takes <Effort challenge="a"/> in <Window challenge="a"/>, and <Promise pipeline="p" stage="s"/>.\n'],
    ['a note around a list', '<Note title="Open points">\n- a\n- b\n</Note>\n'],
    ['import in the middle of a paragraph', 'You write a tool to\nimport data and\nexport it.\n'],
    ['tables with code', '| a | b |\n| - | - |\n| `x` | 1 |\n'],
  ])('%s', (_, body) => {
    expect(faults(body)).toBe('fine');
    expect(compiled(body)).toBe('safe');
  });

  it('every page of the example', () => {
    const root = new URL('../../', import.meta.url).pathname;
    const pages = globSync('content/{roles,guide,challenges/*}/*.mdx', { cwd: root });
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const body = readFileSync(root + page, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      expect(`${page}: ${faults(body)}`).toBe(`${page}: fine`);
      expect(`${page}: ${compiled(body)}`).toBe(`${page}: safe`);
    }
  });
});

describe('held against the compiler', () => {
  const piece = fc.constantFrom(
    'a', 'word ', ' ', '\n', '\n\n', '\n  ', '\n- ', '\n> ', '\n1. ', '`', '``', '```', '\n```\n', '\n  ```\n', '\n~~~\n', '{', '{x}', '}', '\\', '<', '</', '>', '/>', '<b>', '<Note title="t">', '\n<Note title="t">\n',
    '</Note>', '\n</Note>\n', '<Criteria rubric="r"/>', '<Effort challenge="c"/>', '<Effort ', '<!-- x -->', '<!--', '\nimport x', '\nexport y', 'import a from "b"', '"', "'", '=', '|', '\n| a | b |\n| - | - |\n', '| `c',
    '[a](', ')', '[x]: ', ' "t', '](', '![', '*', '**', '_', '~~', '# ', '\n# ', '\n---\n', '\n***\n', 'https://e.example/', 'www.e.example', '&lt;', '<100', '1 < 2', '\t', '    ', 'é', '[^1]', '\n[^1]: ', '$', ':', '::', '<a:b>', '\r\n',
  );
  const page = fc.array(piece, { minLength: 1, maxLength: 16 }).map((pieces) => pieces.join(''));

  it('passes only what compiles and runs nothing', () => {
    let passed = 0;
    fc.assert(fc.property(page, (body) => {
      // Only what passes goes to the compiler: there are refused texts on which it takes the whole process down.
      if (mdxFaults(body).length > 0) return;
      passed++;
      expect(compiled(body), JSON.stringify(body)).toBe('safe');
    }), { numRuns: 1500, seed: 11, endOnFailure: true });
    expect(passed).toBeGreaterThan(100);
  });

  it.each(['{x}', 'a {x', '<b>x</b>', '<!-- x -->', "import x from 'y'", 'export const x = 1', '<Note title={x}>\n\ny\n\n</Note>', '<Note title="a">', 'one ` two\nthree ` {evil} ` four', '- ```\n{evil}\n  ```'])('and the compiler does see %s', (body) => {
    expect(compiled(body)).not.toBe('safe');
    expect(mdxFaults(body)).not.toEqual([]);
  });
});

describe('hostile pages end at once', () => {
  it.each([
    ['backticks', '`'.repeat(100_000)],
    ['pairs of backticks', '` '.repeat(50_000)],
    ['tags', '<Note '.repeat(20_000)],
    ['links', ']('.repeat(50_000)],
    ['addresses', 'http://'.repeat(15_000)],
    ['braces', '{'.repeat(100_000)],
    ['quotations', '>'.repeat(100_000)],
    ['list markers', '- '.repeat(50_000)],
  ])('%s', (_, body) => {
    const before = performance.now();
    mdxFaults(body);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
