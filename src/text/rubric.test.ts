import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../model/kinds.ts';
import type { Rubric } from '../model/rubric.ts';
import { readRecord } from './record.ts';
import { alignTable, printRubric } from './rubric-print.ts';

const kind = FILE_KINDS.find(({ name }) => name === 'rubric');

function read(text: string): Rubric {
  if (!kind) throw new Error('no kind');
  const { value, problems } = readRecord(kind, 'rubrics/x.md', text);
  if (!value) throw new Error(JSON.stringify(problems));
  return value as Rubric;
}

function problems(body: string): string {
  if (!kind) throw new Error('no kind');
  const head = '---\ntitle: X\nversion: 1\nscale: 1-4\nkind: take-home\nstatus: draft\ncommunication: elsewhere\n---\n';
  return readRecord(kind, 'rubrics/x.md', head + body).problems.map(({ line, column, code, message, hint }) => `${line}:${column} ${code}: ${message} | ${hint}`).join('\n') || 'fine';
}

const table = (rows: string): string => `| Criterion | Weight | Indicators |\n| --- | ---: | --- |\n${rows}\n`;

describe('what is wrong with a rubric', () => {
  it('its table', () => {
    expect(problems('Words only.\n')).toMatchInlineSnapshot(`"9:1 rubric/table-missing: The rubric has no table; its criteria and weights stand in one. | Add a table that begins with | Criterion | Weight | Indicators |"`);
    expect(problems('```\n| Criterion | Weight | Indicators |\n| - | - | - |\n| A | 1 | x |\n```\n')).toMatchInlineSnapshot(`"9:1 rubric/table-missing: The rubric has no table; its criteria and weights stand in one. | Add a table that begins with | Criterion | Weight | Indicators |"`);
    expect(problems(`${table('| A | 100% | x |')}\nand\n\n${table('| B | 100% | x |')}`)).toMatchInlineSnapshot(`
      "15:1 rubric/two-tables: A second table begins here; a rubric has exactly one. | Put its rows into the first table, or write it as a list.
      13:1 rubric/text-between: Text stands between the table and the first section, where it belongs to no criterion. | Move it before the table, or below a heading ## of a criterion."
    `);
    expect(problems('| Name | Weight | Indicators |\n| - | - | - |\n| A | 1 | x |\n')).toMatchInlineSnapshot(`"9:1 rubric/table-header: The table’s columns are Name, Weight, Indicators; a rubric’s are Criterion, Weight, Indicators. | Write | Criterion | Weight | Indicators |"`);
    expect(problems('| Criterion | Weight | Indicators |\n| - | - | - |\n')).toMatchInlineSnapshot(`"9:1 rubric/no-criteria: The table has no row; a rubric judges at least one criterion. | Add a row: | Code quality | 100% | What shows it |"`);
  });

  it('a row', () => {
    expect(problems(table('| A | 12,5 % | x |\n| B | 12.55% | x |\n| C | heavy | x |\n| D | 120% | x |'))).toMatchInlineSnapshot(`
      "11:7 rubric/weight-format: “12,5 %” is no weight; a weight is a number above 0 and up to 100 with at most one decimal. | Write a weight such as 30% or 12.5%
      12:7 rubric/weight-format: “12.55%” is no weight; a weight is a number above 0 and up to 100 with at most one decimal. | Write a weight such as 30% or 12.5%
      13:7 rubric/weight-format: “heavy” is no weight; a weight is a number above 0 and up to 100 with at most one decimal. | Write a weight such as 30% or 12.5%
      14:7 rubric/weight-format: “120%” is no weight; a weight is a number above 0 and up to 100 with at most one decimal. | Write a weight such as 30% or 12.5%"
    `);
    expect(problems(table('| A | 50% |\n| B | 50% | a | b |'))).toMatchInlineSnapshot(`
      "11:1 rubric/table-row: The row has 2 cells; the table has three columns. | Write | Criterion | Weight | Indicators |, or put an empty line after the table.
      12:1 rubric/table-row: The row has 4 cells; the table has three columns. | Write \\| for a | inside a cell."
    `);
    expect(problems(table('| 品質 | 50% | x |\n| C++ {#C++} | 50% | x |'))).toMatchInlineSnapshot(`
      "11:3 rubric/criterion-id: “品質” has no letter that could make an id. | Write 品質 {#an-id}
      12:3 rubric/criterion-id: “{#C++}” is no id; an id is lower-case letters, digits and single hyphens. | Write C++ {#c}"
    `);
    expect(problems(table('| Code quality | 50% | x |\n| Code-Quality! | 50% | y |'))).toMatchInlineSnapshot(`"12:3 rubric/duplicate-criterion: “Code-Quality!” has the id code-quality, which “Code quality” has already. | Give it an id of its own: Code-Quality! {#code-quality-2}"`);
  });

  it('a section', () => {
    expect(problems(`${table('| A | 100% | x |')}\n## B\n- **1** x\n`)).toMatchInlineSnapshot(`"13:1 rubric/unknown-section: “B” is no criterion of the table above. | Use the name of a criterion: A."`);
    expect(problems(`${table('| A | 100% | x |')}\n## A\n- **5** x\n- **1** y\n- **1** z\n- **2**\n`)).toMatchInlineSnapshot(`
      "14:1 rubric/anchor-level: Level 5 is not on the scale 1-4. | Levels: 1, 2, 3, 4.
      16:1 rubric/duplicate-anchor: Level 1 has words already in this section. | Join the two entries.
      17:1 rubric/anchor-empty: Level 2 has no words. | Write what that level looks like, or remove the entry."
    `);
    expect(problems(`${table('| A | 100% | x |')}\n## A\n- **1** x\n\n## A\n- **2** x\n`)).toMatchInlineSnapshot(`"16:1 rubric/duplicate-section: “A” has a section already. | Join the two sections."`);
    expect(problems(`${table('| A | 100% | x |')}stray words without a cell\n`)).toMatchInlineSnapshot(`"12:1 rubric/table-row: The row has 1 cell; the table has three columns. | Write | Criterion | Weight | Indicators |, or put an empty line after the table."`);
    expect(problems(`${table('| A | 100% | x |')}\nstray words\n`)).toMatchInlineSnapshot(`"13:1 rubric/text-between: Text stands between the table and the first section, where it belongs to no criterion. | Move it before the table, or below a heading ## of a criterion."`);
  });
});

describe('what is read', () => {
  it('names, ids, weights, escaped pipes, continued anchors', () => {
    const rubric = read(`---
title: "X: y"
version: 2
scale: 1-5
kind: interview
status: live
must_have: [cpp]
communication: [uber]
---
Before
the table.

| Criterion    | Weight | Indicators     |
|--------------|-------:|----------------|
| C++ {#cpp}   |  33.5% | a \\| b, \`x\` |
  Über | 66.5 | c

## Über
About it.

- **1** one
  and more
- **5:** five
goes on

Closing words.
## C++ {#cpp}
- **2** – two
`);
    expect(rubric).toMatchInlineSnapshot(`
      {
        "collaboration": [],
        "communication": [
          "uber",
        ],
        "criteria": [
          {
            "about": "",
            "anchors": [
              {
                "level": 2,
                "text": "two",
              },
            ],
            "id": "cpp",
            "indicators": "a | b, \`x\`",
            "name": "C++",
            "weight": 33.5,
          },
          {
            "about": "About it.


      Closing words.",
            "anchors": [
              {
                "level": 1,
                "text": "one
      and more",
              },
              {
                "level": 5,
                "text": "five
      goes on",
              },
            ],
            "id": "uber",
            "indicators": "c",
            "name": "Über",
            "weight": 66.5,
          },
        ],
        "intro": "Before
      the table.",
        "kind": "interview",
        "mustHave": [
          "cpp",
        ],
        "scale": {
          "max": 5,
          "min": 1,
        },
        "status": "live",
        "title": "X: y",
        "version": 2,
      }
    `);
  });

  it('every rubric of the example, and printing gives the same back', () => {
    const root = new URL('../../', import.meta.url).pathname;
    const files = globSync('rubrics/**/*.md', { cwd: root });
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(root + file, 'utf8');
      const rubric = read(text);
      expect(read(printRubric(rubric)), file).toEqual(rubric);
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      expect(read(text.replace(body, () => alignTable(body))), file).toEqual(rubric);
    }
  });
});

describe('parse ∘ print = id', () => {
  const words = fc.stringMatching(/^[A-Za-zé][A-Za-z é|,.']{0,20}[A-Za-zé]$/);
  const criterion = fc.record({ name: words.filter((text) => /[a-z]/i.test(text)), weight: fc.integer({ min: 1, max: 1000 }).map((n) => n / 10), indicators: words, levels: fc.subarray([1, 2, 3, 4]), about: fc.constantFrom('', 'About it.', 'Two\n\nparagraphs.') });
  it('for any rubric', () => {
    fc.assert(fc.property(fc.array(criterion, { minLength: 1, maxLength: 6 }), words, (criteria, title) => {
      const rubric: Rubric = {
        title, version: 3, scale: { min: 1, max: 4 }, kind: 'take-home', status: 'live', mustHave: [], communication: 'elsewhere', collaboration: [], intro: 'Words.',
        criteria: criteria.map(({ levels, ...rest }, index) => ({ ...rest, id: `c-${index}`, anchors: levels.map((level) => ({ level, text: `Level ${level}\nand on` })) })),
      };
      expect(read(printRubric(rubric))).toEqual(rubric);
    }), { numRuns: 200, seed: 3 });
  });
});
