import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const TALK = 'rubrics/talk.md';
const read = (path: string) => readFileSync(join(bench.root, path), 'utf8');
const edit = (path: string, from: string, to: string) => {
  const text = read(path).replace(from, to);
  expect(text).not.toBe(read(path));
  bench.write(path, text);
};
const codes = async () => (JSON.parse((await bench.hire(['check', '--json'])).out) as { problems: { code: string }[] }).problems.map((problem) => problem.code);

describe('hire rubric bump', () => {
  it('raises the version and keeps the text of the one before', async () => {
    const before = read('rubrics/versions/talk/1.md');
    edit(TALK, '| Depth | 70%', '| Depth | 60%');
    edit(TALK, '| 30%', '| 40%');
    expect(await codes()).toEqual(['rubric/changed-in-place']);
    expect(await bench.hire(['rubric', 'bump', 'talk'])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "talk@2 is for visits that nobody has scored; panels and scores keep the version they name.
      ",
        "out": "rubrics/talk.md
      rubrics/versions/talk/2.md
      ",
      }
    `);
    expect(await codes()).toEqual([]);
    expect(read('rubrics/versions/talk/1.md')).toBe(before);
    expect(read('rubrics/versions/talk/2.md')).toBe(read(TALK));
    expect(read(TALK)).toContain('\nversion: 2\n');
    expect(existsSync(join(bench.root, '.hire/schemas/score.talk@2.json'))).toBe(true);
  });
  it('is not for words', async () => {
    edit(TALK, 'Begun, and left half way.', 'Begun and left.');
    expect(await bench.hire(['rubric', 'bump', 'talk'])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "“talk” differs from version 1 in nothing but words. Scores stay comparable, so the version stays; commit the change as it is.
      ",
        "out": "",
      }
    `);
  });
  it('is not for a version that is not frozen', async () => {
    await bench.hire(['new', 'rubric', 'fresh']);
    expect((await bench.hire(['rubric', 'bump', 'fresh'])).err).toMatchInlineSnapshot(`
      "No version of “fresh” is frozen, so there is nothing to raise. If it was never used, freeze it: hire rubric freeze fresh. If it was, bring its old text back from the history first.
      "
    `);
    edit(TALK, 'version: 1', 'version: 2');
    expect((await bench.hire(['rubric', 'bump', 'talk'])).err).toMatchInlineSnapshot(`
      "“talk” says version 2, which is not frozen yet. If it was never used, freeze it: hire rubric freeze talk. If it was, freeze its text of then first, and raise the version after.
      "
    `);
  });
  it('freezes nothing whose weights are wrong', async () => {
    edit(TALK, '| Depth | 70%', '| Depth | 60%');
    expect((await bench.hire(['rubric', 'bump', 'talk'])).err).toMatchInlineSnapshot(`
      "The weights of “talk” add up to 90 %, not 100 %: a frozen version can never be mended. Nothing was written.
      "
    `);
    expect(existsSync(join(bench.root, 'rubrics/versions/talk/2.md'))).toBe(false);
  });
  it('--dry-run writes nothing', async () => {
    edit(TALK, 'must_have: [', 'must_have: [depth, ');
    const before = read(TALK);
    const { code, err } = await bench.hire(['rubric', 'bump', 'talk', '--dry-run']);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was written (--dry-run)') as string });
    expect(read(TALK)).toBe(before);
    expect(existsSync(join(bench.root, 'rubrics/versions/talk/2.md'))).toBe(false);
  });
});

describe('hire rubric freeze', () => {
  it('makes a draft live and copies it', async () => {
    await bench.hire(['new', 'rubric', 'fresh']);
    expect((await bench.hire(['rubric', 'freeze', 'fresh'])).err).toMatchInlineSnapshot(`
      "fresh@1 is live; its text is fixed from now on.
      "
    `);
    expect(read('rubrics/fresh.md')).toContain('status: live  ');
    expect(read('rubrics/versions/fresh/1.md')).toBe(read('rubrics/fresh.md'));
    expect((await codes()).filter((code) => code !== 'rubric/missing-anchor')).toEqual([]);
  });
  it('says that there is nothing to freeze', async () => {
    expect((await bench.hire(['rubric', 'freeze', 'talk'])).err).toMatchInlineSnapshot(`
      "Version 1 of “talk” is frozen already.
      "
    `);
  });
  it('sends to bump when the frozen text differs', async () => {
    edit(TALK, 'must_have: [', 'must_have: [depth, ');
    expect((await bench.hire(['rubric', 'freeze', 'talk'])).err).toMatchInlineSnapshot(`
      "Version 1 of “talk” is frozen, and the text now differs in the must-haves. Raise the version: hire rubric bump talk
      "
    `);
  });
});

it('knows its verbs and its rubrics', async () => {
  expect((await bench.hire(['rubric', 'melt', 'talk'])).err).toMatchInlineSnapshot(`
    "hire rubric takes freeze or bump, found “melt”.
    "
  `);
  expect((await bench.hire(['rubric', 'bump', 'tlak'])).err).toMatchInlineSnapshot(`
    "There is no rubric “tlak”. Did you mean “talk”?
    "
  `);
});
