import { describe, expect, it } from 'vitest';
import { parseYaml } from './yaml.ts';
import { spanBetween } from './position.ts';

/** Faults as one line each: place, code, words. */
function faults(text: string): string {
  const parsed = parseYaml(text);
  return (parsed.faults ?? []).map((fault) => {
    const { line, column, endLine, endColumn } = spanBetween(text, fault.start, fault.end);
    return `${line}:${column}-${endLine}:${endColumn} ${fault.code}: ${fault.message} | ${fault.hint}`;
  }).join('\n') || `fine: ${JSON.stringify(parsed.value)}`;
}

describe('scalars', () => {
  it('become numbers, booleans and null only where writing them gives the same characters', () => {
    const source = '[3, 0, -2, 2.5, true, false, null, 007, 5.0, 1e3, 0x5, .inf, -0, +1, 1_000, ~, yes, no, True, 1234567, 4921734e, 123456789012345, 1234567890123456, 2026-10-01, 12:30:45, 0.1, 1e-7, "5", NaN]';
    expect(parseYaml(source).value).toEqual([
      3, 0, -2, 2.5, true, false, null, '007', '5.0', '1e3', '0x5', '.inf', '-0', '+1', '1_000', '~', 'yes', 'no', 'True', 1234567, '4921734e', 123456789012345, '1234567890123456',
      '2026-10-01', '12:30:45', 0.1, '1e-7', '5', 'NaN',
    ]);
  });

  it('keep keys as text', () => {
    expect(parseYaml('2026: a\ntrue: b\n"x y": c\n').value).toEqual({ 2026: 'a', true: 'b', 'x y': 'c' });
  });

  it('are null where nothing stands, and an empty file is null', () => {
    expect([parseYaml('a:\n').value, parseYaml('').value, parseYaml('# only words\n').value, parseYaml('---\na: 1\n').value]).toEqual([{ a: null }, null, null, { a: 1 }]);
  });
});

describe('refused, with the place and what to do', () => {
  it('duplicate, merge and prototype keys', () => {
    expect(faults('a: 1\nb: 2\na: 3\n')).toMatchInlineSnapshot(`"3:1-3:2 yaml/duplicate-key: “a” stands twice in the same map; one of the two would be lost. | Keep one of them."`);
    expect(faults('base: 1\n<<: { a: 1 }\n')).toMatchInlineSnapshot(`"2:1-2:3 yaml/merge-key: “<<” merges another map into this one; records say everything where it belongs. | Write the keys out."`);
    expect(faults('__proto__: { admin: true }\nconstructor: 1\n"prototype": 2\n')).toMatchInlineSnapshot(`
      "1:1-1:10 yaml/forbidden-key: “__proto__” is a name that JavaScript gives a meaning to; no record has such a key. | Rename the key.
      2:1-2:12 yaml/forbidden-key: “constructor” is a name that JavaScript gives a meaning to; no record has such a key. | Rename the key.
      3:2-3:11 yaml/forbidden-key: “prototype” is a name that JavaScript gives a meaning to; no record has such a key. | Rename the key."
    `);
    expect(faults('? [a]\n: 1\n')).toMatchInlineSnapshot(`"1:3-1:5 yaml/key: A key of a map is missing, a list or a map; a key is a word. | Write the key as a word before the colon."`);
  });

  it('anchors, aliases and tags', () => {
    expect(faults('a: &x 1\nb: *x\n')).toMatchInlineSnapshot(`
      "1:4-1:6 yaml/anchor: “&x” names a value for repetition; records say everything where it belongs. | Remove &x, or put the text in quotes.
      2:4-2:6 yaml/alias: “*x” repeats another value; records say everything where it belongs. | Write the value out, or put the text in quotes: "*x""
    `);
    expect(faults('a: !!js/function "x"\nb: !!str 1\n')).toMatchInlineSnapshot(`
      "1:4-1:17 yaml/tag: “!!js/function” gives a value a type; here the format gives the types. | Remove !!js/function, or put the text in quotes.
      2:4-2:9 yaml/tag: “!!str” gives a value a type; here the format gives the types. | Remove !!str, or put the text in quotes."
    `);
    expect(faults('a: *nothing here\n')).toMatchInlineSnapshot(`"1:4-1:17 yaml/alias: The text begins with *, which repeats another value in YAML. | Put the text in quotes: "*nothing here""`);
  });

  it('further documents and directives', () => {
    expect(faults('a: 1\n---\nb: 2\n')).toMatchInlineSnapshot(`"2:1-2:4 yaml/documents: The line --- begins or ends a document; a file holds one record. | Remove the line, and move what follows it to a file of its own."`);
    expect(faults('%YAML 1.1\n---\na: yes\n')).toMatchInlineSnapshot(`"1:1-1:10 yaml/directive: A line that begins with % gives orders to the reader of YAML; a record has none. | Remove the line, and the line --- after it."`);
    expect(faults('a: 1\n...\n')).toMatchInlineSnapshot(`"2:1-2:4 yaml/documents: The line ... begins or ends a document; a file holds one record. | Remove the line, and move what follows it to a file of its own."`);
  });

  it('words that would be lost', () => {
    expect(faults('note: bug #42 was the cause\n')).toMatchInlineSnapshot(`"1:11-1:28 text/needs-block: “#42 was the cause” is a comment to YAML, and the text before it would end there. | Write the text below its key in a block (key: |), or in quotes; put two spaces and “# ” before a comment."`);
    expect(faults('note: Clear and tested # mostly\n')).toMatchInlineSnapshot(`"1:24-1:32 text/needs-block: “# mostly” is a comment to YAML, and the text before it would end there. | Write the text below its key in a block (key: |), or in quotes; put two spaces and “# ” before a comment."`);
    expect(faults('mark: { evidence: Clear, tested }\n')).toMatchInlineSnapshot(`"1:26-1:32 text/needs-block: “tested” stands in a one-line map without a value: a comma ends the value before it. | Write prose with commas in quotes, or below its key in a block: key: |"`);
    expect(faults('note: Clear: mostly\n')).toMatchInlineSnapshot(`"1:12-1:13 yaml/syntax: A second “: ” stands in this line, and YAML takes the text before it for a key. | Put the text in quotes, or below its key in a block (key: |)."`);
  });

  it('broken layout, in words for people who do not know YAML', () => {
    expect(faults('a: 1\n\tb: 2\n')).toMatchInlineSnapshot(`"2:1-2:2 yaml/syntax: A tab stands where the indentation is; YAML indents with spaces. | Replace the tab by spaces, as many as the lines beside it have."`);
    expect(faults('a:\n\t- 1\n')).toMatchInlineSnapshot(`"2:1-2:2 yaml/syntax: A tab stands where the indentation is; YAML indents with spaces. | Replace the tab by spaces, as many as the lines beside it have."`);
    expect(faults('a: "open\n')).toMatchInlineSnapshot(`"1:4-1:5 yaml/syntax: A text that begins with " is not closed in its line. | Close it with "; a " inside the text is written \\"."`);
    expect(faults('a: [1, 2\nb: 3\n')).toMatchInlineSnapshot(`"1:4-1:5 yaml/syntax: The one-line list that begins here is not closed. | Close it with ]; put text that holds brackets, commas or # in quotes."`);
    expect(faults('a: 1\nwords without a colon\n')).toMatchInlineSnapshot(`"2:1-2:22 yaml/syntax: This line is neither a key with a colon nor part of the text above it. | Write “key: value”; indent text that goes on, below “key: |”."`);
    expect(faults('a:\n  - { b: 1 }\n- { b: 2 }\n')).toMatchInlineSnapshot(`"3:1-3:2 yaml/syntax: The entries of this list do not begin in the same column. | Put 2 spaces before the dash, as in the line above."`);
    expect(faults('a:\n  - 1\n - 2\n')).toMatchInlineSnapshot(`"3:2-3:3 yaml/syntax: The entries of this list do not begin in the same column. | Put 2 spaces before the dash, as in the line above."`);
    expect(faults('a: | words\n')).toMatchInlineSnapshot(`"1:6-1:7 yaml/syntax: After “|” or “>” something else stands on the line. | Begin the text on the next line, indented."`);
    expect(faults('a: "\\q"\n')).toMatchInlineSnapshot(`"1:6-1:7 yaml/syntax: A backslash in double quotes begins an escape that does not exist. | Write \\\\ for a backslash, or use single quotes."`);
    expect(faults('a: {b: 1 c: 2}\n')).toMatchInlineSnapshot(`"1:11-1:12 yaml/syntax: Two entries of a one-line list or map stand side by side without a comma. | Put a comma between them, or the text in quotes."`);
    expect(faults('a: @x\n')).toMatchInlineSnapshot(`"1:4-1:6 yaml/syntax: The text begins with @, which YAML keeps for itself. | Put the text in quotes: "@x""`);
  });

  it('what is too large, too deep or too much', () => {
    expect(faults(`a: ${'x'.repeat(70_000)}\n`)).toMatchInlineSnapshot(`"1:1-1:2 yaml/too-large: The text has more than 68 KB; a record may have 64 KB. | Move long words to a .md file beside it, or split the record."`);
    expect(faults(`${'['.repeat(13)}${']'.repeat(13)}\n`)).toMatchInlineSnapshot(`"1:13-1:14 yaml/too-deep: Lists and maps nest deeper than 12 here; a record needs no more. | Flatten the structure."`);
    expect(faults(`[${'1,'.repeat(5001)}]\n`)).toMatchInlineSnapshot(`"1:9999-1:10000 yaml/too-many-nodes: The text holds more than 5,000 keys and values; a record may hold 5,000. | Split the record."`);
  });
});

describe('fine', () => {
  it.each([
    ['a comment set apart', 'reply_within: 5 business days        # unless a stage promises better\n', { reply_within: '5 business days' }],
    ['a comment after a quantity', 'a: 5 business days # or less\nb: 30 % # share\nc: yes # sure\n', { a: '5 business days', b: '30 %', c: 'yes' }],
    ['prose in a block', 'a: |\n  bug #42: {x}, & more\n  --- not a document\n  \ttab\n', { a: 'bug #42: {x}, & more\n--- not a document\n\ttab\n' }],
    ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
    ['a sharp inside a word', 'a: C#\nb: issue#42\n', { a: 'C#', b: 'issue#42' }],
    ['every script', 'name: "नमस्ते"\nother: Zoë O’Neill-Łukasz 李小龙\nemoji: 👩‍💻\n', { name: 'नमस्ते', other: 'Zoë O’Neill-Łukasz 李小龙', emoji: '👩‍💻' }],
    ['words that mention code', 'a: javascript and __proto__ in prose\n', { a: 'javascript and __proto__ in prose' }],
  ])('%s', (_, text, value) => {
    expect(parseYaml(text)).toEqual({ value });
  });

  it('twelve levels', () => {
    expect(parseYaml(`${'['.repeat(12)}x${']'.repeat(12)}`).faults).toBeUndefined();
  });
});

describe('hostile texts end at once', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['a megabyte in one line', `a: ${'x '.repeat(500_000)}`],
    ['open brackets', '['.repeat(60_000)],
    ['open maps', '{a: '.repeat(15_000)],
    ['question marks', '? '.repeat(30_000)],
    ['nested dashes', '- '.repeat(30_000)],
    ['quotes', '"'.repeat(60_000)],
    ['colons', 'a: '.repeat(20_000)],
    ['spaces', `a: ${' '.repeat(60_000)}#`],
    ['comments', '#\n'.repeat(30_000)],
    ['commas', `[${','.repeat(60_000)}]`],
    ['anchors', '&a '.repeat(20_000)],
    ['tags', '!a '.repeat(20_000)],
    ['lines of spaces in a block', `a: |\n${' \n'.repeat(30_000)}`],
    ['billion laughs', `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`],
    ['tabs', '\t\n'.repeat(30_000)],
    ['markers', '---\n'.repeat(16_000)],
    ['many sharps', `a: ${'x #'.repeat(20_000)}`],
    ['block indicators', '- |2\n'.repeat(4_900)],
    ['keys with sharps', Array.from({ length: 2400 }, (_, i) => `k${i}: a b # c`).join('\n')],
  ];
  it.each(kinds)('%s', (_, text) => {
    const before = performance.now();
    const { faults: found } = parseYaml(text);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(found?.length ?? 0).toBeLessThanOrEqual(100);
  });
});
