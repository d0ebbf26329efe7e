import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFile, formatYaml } from './print.ts';
import { parseYaml } from './yaml.ts';

describe('the layout of YAML', () => {
  it('is tidied, words and comments stay', () => {
    expect(formatYaml(`

# Who
name:   Alice Sample   
consent: {keep_until: 2027-10-01,talent_pool:   false}   # by form
stages: [ a, b ] # both
"key one":  x



events:
- { at: x }
note: |
  words   
    in   {a}  block


  go on
list: [
  a,
  b
 ]`)).toMatchInlineSnapshot(`
   "# Who
   name: Alice Sample
   consent: { keep_until: 2027-10-01, talent_pool: false }   # by form
   stages: [a, b]  # both
   "key one": x

   events:
   - { at: x }
   note: |
     words   
       in   {a}  block


     go on
   list: [
     a,
     b
    ]
   "
 `);
  });

  it('of a faulty text is left alone', () => {
    for (const text of ['a: [', 'a: 1\na: 2\n', 'note: bug #42\n']) expect(formatYaml(text)).toBe(text);
  });

  it('turns CRLF into LF', () => {
    expect(formatYaml('a: 1\r\nb: |\r\n  x\r\n')).toBe('a: 1\nb: |\n  x\n');
  });

  it('never changes the data, and tidying twice is tidying once', () => {
    const line = fc.constantFrom('a: 1', 'b:   {x: 1, y: [ 2,3 ]}', 'c: |\n  t  \n\n\n  u', 'd:\n  - x\n  -   y', 'e: "q  # r" # s', "f: 'two\n  lines  \n\n\n  of it'", '# words  ', '', '   ', 'g: { } ', 'h:', 'i: >-\n  folded  \n  text', 'j: plain\n  goes on   ');
    fc.assert(fc.property(fc.uniqueArray(line, { minLength: 1 }), (lines) => {
      const text = lines.join('\n');
      const tidy = formatYaml(text);
      expect(parseYaml(tidy)).toEqual(parseYaml(text));
      expect(formatYaml(tidy)).toBe(tidy);
    }), { numRuns: 500, seed: 4 });
  });
});

describe('the layout of markdown', () => {
  it('aligns the table of a rubric', () => {
    expect(formatFile('rubrics/x.md', '---\ntitle:  X\n---\nWords\n\n|Criterion|Weight|Indicators|\n|-|-|-|\n|A \\| b|5%|words|\n\n## A | b\n- **1** x\n\n\n')).toMatchInlineSnapshot(`
      "---
      title: X
      ---
      Words

      | Criterion | Weight | Indicators |
      | --------- | -----: | ---------- |
      | A \\| b    |     5% | words      |

      ## A | b
      - **1** x
      "
    `);
  });

  it('leaves every file of the example as it is read', () => {
    const root = new URL('../../', import.meta.url).pathname;
    for (const file of globSync(['content/**/*.{yml,md,mdx}', 'rubrics/**/*.md'], { cwd: root, exclude: ['**/starter/**'] }).slice(0, 200)) {
      const text = readFileSync(root + file, 'utf8');
      const tidy = formatFile(file, text);
      expect(formatFile(file, tidy), file).toBe(tidy);
      if (file.endsWith('.yml')) expect(parseYaml(tidy), file).toEqual(parseYaml(text));
    }
  });
});
