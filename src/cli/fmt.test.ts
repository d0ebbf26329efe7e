import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';
import { meaningOf } from './test-meaning.ts';

let bench: Bench;
afterEach(() => bench.remove());
beforeEach(() => void (bench = benchOf(HEALTHY)));

const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');

it('never changes what the files say, and has nothing left to do', async () => {
  const before = await meaningOf(bench.root);
  expect((await bench.hire(['fmt'])).code).toBe(0);
  expect(await meaningOf(bench.root)).toBe(before);
  expect(await bench.hire(['fmt', '--check'])).toEqual({ code: 0, out: '', err: 'Everything is tidy.\n' });
});

it('evens out spaces and aligns the table, and keeps comments', async () => {
  await bench.hire(['fmt']);
  bench.write('content/people/zoe.yml', '# who\nname:   Zoe   # note of ours\nroles: [ reviewer ]\n\n\n\nactive: {from: 2026-01-01}');
  bench.write('rubrics/small-task.md', read('rubrics/small-task.md').replace(/^\| Criterion .*$/m, '|Criterion|Weight|Indicators|').replace(/^\| ---+ .*$/m, '|---|---:|---|'));
  expect(await bench.hire(['fmt', '--check'])).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": "2 files would change.
    ",
      "out": "content/people/zoe.yml
    rubrics/small-task.md
    ",
    }
  `);
  const { out, err } = await bench.hire(['fmt']);
  expect({ out, err }).toMatchInlineSnapshot(`
    {
      "err": "2 files were tidied.
    ",
      "out": "content/people/zoe.yml
    rubrics/small-task.md
    ",
    }
  `);
  expect(read('content/people/zoe.yml')).toMatchInlineSnapshot(`
    "# who
    name: Zoe   # note of ours
    roles: [reviewer]

    active: { from: 2026-01-01 }
    "
  `);
  expect(read('rubrics/small-task.md')).toContain('| Correctness |  62.5% | Every total is right to the cent, a \\| b |');
});

it('takes files and folders, and only those', async () => {
  await bench.hire(['fmt']);
  bench.write('content/people/zoe.yml', 'name:   Zoe\nroles: [reviewer]\nactive: { from: 2026-01-01 }\n');
  bench.write('content/policies/rest.md', '---\ntitle:   Rest\n---\nWords.\n');
  expect(await bench.hire(['fmt', 'content/people', '--json'])).toEqual({ code: 0, out: '{"changed":["content/people/zoe.yml"],"written":true}\n', err: '' });
  expect(await bench.hire(['fmt', 'content/policies/rest.md', '--dry-run'])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "err": "1 file would change.
    ",
      "out": "content/policies/rest.md
    ",
    }
  `);
  expect(read('content/policies/rest.md')).toContain('title:   Rest');
});

it('leaves alone what it cannot read, what is frozen, and what candidates and authors wrote', async () => {
  const awkward = { 'content/people/zoe.yml': 'name: [Zoe\n', 'content/challenges/small-task/starter/config.yml': 'a:   1\n', 'content/candidates/builder-2026/plum-heron-2k/submissions/application.md': 'My   words   \n\n\n\nhere' };
  for (const [path, text] of Object.entries(awkward)) bench.write(path, text);
  const frozen = read('rubrics/versions/small-task/1.md');
  await bench.hire(['fmt']);
  for (const [path, text] of Object.entries(awkward)) expect(read(path)).toBe(text);
  expect(read('rubrics/versions/small-task/1.md')).toBe(frozen);
});

it('knows paths of the repository only', async () => {
  expect(await bench.hire(['fmt', '../elsewhere.yml'])).toMatchInlineSnapshot(`
    {
      "code": 2,
      "err": "“../elsewhere.yml” lies outside the repository.
    ",
      "out": "",
    }
  `);
  expect(await bench.hire(['fmt', 'content/nothing.yml'])).toMatchInlineSnapshot(`
    {
      "code": 2,
      "err": "“content/nothing.yml” is no file or folder whose layout hire knows: content/**/*.yml, *.md, *.mdx and rubrics/**/*.md.
    ",
      "out": "",
    }
  `);
});
