import { expect, test } from 'vitest';
import type { Problem } from '../model/problem.ts';
import { printProblems, REPORT_FORMATS } from './problems.ts';
import { terminalReport } from './terminal.ts';

const PATH = 'content/pipelines/craft.yml';
const TEXT = 'title: Craft\nbar: Better?\nstages:\n  - id: application\n    kind: screning\n    why: |\n      To begin.\n';
const problem: Problem = {
  code: 'schema/value', severity: 'error', path: PATH, line: 5, column: 11, endLine: 5, endColumn: 19, key: ['stages', 0, 'kind'],
  message: '“kind” is “screning”, which is none of the known kinds.', hint: 'Did you mean screening?',
};
const warning: Problem = { code: 'promise/slow', severity: 'warning', path: 'content/settings.yml', message: 'Slow.' };
const readText = (path: string): string | undefined => (path === PATH ? TEXT : undefined);

test('a code frame with caret, two lines around, hint and counts', () => {
  expect(printProblems([problem, warning], { format: 'terminal', readText })).toMatchInlineSnapshot(`
    "error schema/value  content/pipelines/craft.yml:5:11
      “kind” is “screning”, which is none of the known kinds.
      3 │ stages:
      4 │   - id: application
    > 5 │     kind: screning
        │           ^^^^^^^^
      6 │     why: |
      7 │       To begin.
      → Did you mean screening?

    warning promise/slow  content/settings.yml
      Slow.

    1 error and 1 warning in 2 files.
    "
  `);
});

test('annotations of GitHub', () => {
  expect(printProblems([problem, warning], { format: 'github', readText })).toMatchInlineSnapshot(`
    "::error file=content/pipelines/craft.yml,line=5,endLine=5,col=11,endColumn=19,title=schema/value::“kind” is “screning”, which is none of the known kinds.%0ADid you mean screening?
    ::warning file=content/settings.yml,title=promise/slow::Slow.
    "
  `);
});

test('Markdown', () => {
  expect(printProblems([problem, warning], { format: 'markdown', readText })).toMatchInlineSnapshot(`
    "1 error and 1 warning in 2 files.

    | | Code | Where | What is wrong | What to do |
    | --- | --- | --- | --- | --- |
    | error | \`schema/value\` | \`content/pipelines/craft.yml:5\` | “kind” is “screning”, which is none of the known kinds. | Did you mean screening? |
    | warning | \`promise/slow\` | \`content/settings.yml\` | Slow. |  |

    <details><summary>Where exactly</summary>

    \`schema/value\` \`content/pipelines/craft.yml:5\`

    \`\`\`text
      3 │ stages:
      4 │   - id: application
    > 5 │     kind: screning
        │           ^^^^^^^^
      6 │     why: |
      7 │       To begin.
    \`\`\`

    </details>
    "
  `);
});

test('JSON', () => {
  expect(JSON.parse(printProblems([problem, warning], { format: 'json', readText }))).toEqual({
    ok: false, problems: [problem, warning], counts: { errors: 1, warnings: 1, files: 2 },
  });
  expect(JSON.parse(printProblems([warning], { format: 'json', readText }))).toMatchObject({ ok: true });
});

test('nothing found', () => {
  expect(printProblems([], { format: 'terminal', readText })).toBe('No problems found.\n');
  expect(printProblems([], { format: 'markdown', readText })).toBe('No problems found.\n');
  expect(printProblems([], { format: 'github', readText })).toBe('');
});

test('the tenth annotation says how many more there are', () => {
  const many = Array.from({ length: 14 }, () => problem);
  const lines = printProblems([...many, warning], { format: 'github', readText }).trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[9]).toBe(`::error title=5 more::5 more errors are not shown here: 5 in ${PATH}. The summary of this job lists them.`);
  expect(printProblems(many.slice(0, 10), { format: 'github', readText }).trimEnd().split('\n')).toHaveLength(10);
});

test('the nearest to the change come first, and the tenth says where the others are', () => {
  const at = (path: string, line: number): Problem => ({ ...problem, path, line, endLine: line });
  const many = [...Array.from({ length: 12 }, (_, index) => at('content/a.yml', index + 1)), ...Array.from({ length: 8 }, (_, index) => at(`content/far-${index}.yml`, 1))];
  const distance = ({ path, line = 1 }: Problem): number => (path === 'content/a.yml' ? Math.abs(line - 10) : Infinity);
  const lines = printProblems(many, { format: 'github', readText, distance }).trimEnd().split('\n');
  expect(lines.slice(0, 9).map((line) => /line=(\d+)/.exec(line)?.[1])).toEqual(['10', '9', '11', '8', '12', '7', '6', '5', '4']);
  expect(lines[9]).toBe('::error title=11 more::11 more errors are not shown here: 3 in content/a.yml, 1 in content/far-0.yml, 1 in content/far-1.yml, 1 in content/far-2.yml, 1 in content/far-3.yml, and 4 more files. The summary of this job lists them.');
  expect(printProblems(many, { format: 'github', readText }).split('\n')[0]).toContain('line=1,');
});

const HOSTILE = 'x\u001b[2J\u001b]8;;https://evil.example\u0007y\u202e::error::z';

test.each(REPORT_FORMATS)('text of a file is never obeyed (%s)', (format) => {
  const hostile: Problem = { ...problem, path: 'content/a\u001b[31m,b:c.yml', line: 1, column: 1, message: `${HOSTILE}\n::error::forged @everyone <img src=x> [a](b)`, hint: HOSTILE };
  const text = printProblems([hostile], { format, readText: () => HOSTILE });
  expect(text).not.toMatch(/\u001b|\u0007|\u202e/);
  if (format === 'github') expect(text.split('\n')).toHaveLength(2);
  if (format === 'markdown') {
    expect(text).not.toContain('<img');
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('[a](b)');
  }
});

test.each(['leak/name', 'secret/token'])('the line of %s is never repeated', (code) => {
  for (const format of REPORT_FORMATS) expect(printProblems([{ ...problem, code }], { format, readText })).not.toContain('kind: screning');
});

test('colours only where they are wanted', () => {
  expect(terminalReport([problem], readText, true)).toContain('\u001b[');
  expect(terminalReport([problem], readText, false)).not.toContain('\u001b[');
});

test('long lines are cut round what is meant, wide letters count twice', () => {
  const long: Problem = { code: 'a/b', severity: 'error', path: 'p', line: 1, column: 301, endLine: 1, endColumn: 304, message: 'm' };
  expect(printProblems([long], { format: 'terminal', readText: () => `${'a'.repeat(300)}bcd${'e'.repeat(300)}` })).toMatchInlineSnapshot(`
    "error a/b  p:1:301
      m
    > 1 │ …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabcdeeeeeeeeeeeeeeeeeeeeeeeeeee…
        │                                                                                  ^^^

    1 error in 1 file.
    "
  `);
  const wide: Problem = { ...long, column: 4, endColumn: 6 };
  expect(printProblems([wide], { format: 'terminal', readText: () => '評価: 良い\r\nnext' })).toMatchInlineSnapshot(`
    "error a/b  p:1:4
      m
    > 1 │ 評価: 良い
        │      ^^^
      2 │ next

    1 error in 1 file.
    "
  `);
});
