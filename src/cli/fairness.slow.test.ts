import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

let bench: Bench;
const PATH = 'content/fairness/builder-2026/2026/gender.yml';
beforeEach(() => void (bench = benchOf(HEALTHY)));
afterEach(() => bench.remove());

const TABLE = 'Group;Stage;Reached;Advanced\nWoman;application;40;18\nMan;application;50;22\nNon-binary;application;6;3\nWoman;small-task;18;9\nMan;small-task;22;10\nNon-binary;small-task;3;2\n';
const add = (table: string, ...words: readonly string[]) => {
  mkdirSync(join(bench.root, '.hire'), { recursive: true });
  writeFileSync(join(bench.root, '.hire', 'counts.csv'), table);
  return bench.hire(['fairness', 'add', 'builder-2026', '2026', 'gender', join(bench.root, '.hire', 'counts.csv'), ...words]);
};

describe('hire fairness add', () => {
  it('refuses one to four people, and names the ways out', async () => {
    const ran = await add(TABLE);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('“non-binary” at “application”: 6 reached, and 3 went on; so few can be recognised.');
    expect(ran.err).toContain('“non-binary” at “small-task”: 3 people reached it; so few can be recognised.');
    expect(ran.err).toContain('The way out, added to the same line:\n  --merge "woman,non-binary=non-binary-or-woman"\n');
    expect(existsSync(join(bench.root, PATH))).toBe(false);
  });

  it('those who did not go on are people too', async () => {
    expect(await add('group,stage,reached,advanced\nwoman,application,40,38\nman,application,50,22\n')).toMatchObject({ code: 1, err: expect.stringContaining('“woman” at “application”: 40 reached, 38 went on, so 2 did not; so few can be recognised.') });
  });

  it('every way out it names passes', async () => {
    const row = (group: string, stage: string, reached: number, advanced: number): string => `${group},${stage},${reached},${advanced}\n`;
    const head = 'group,stage,reached,advanced\n';
    const tables: readonly (readonly [string, readonly string[], number])[] = [
      [TABLE, [], 1],
      // Two groups are never made one, so the stage goes.
      [head + row('woman', 'application', 40, 20) + row('man', 'application', 50, 22) + row('woman', 'small-task', 9, 6) + row('man', 'small-task', 22, 10), [], 1],
      [head + row('woman', 'application', 40, 20) + row('man', 'application', 50, 22) + row('x', 'application', 20, 9) + row('woman', 'small-task', 20, 9) + row('man', 'small-task', 22, 10) + row('x', 'small-task', 9, 6), [], 2],
      // Neither alone is enough.
      [head + row('woman', 'application', 40, 20) + row('man', 'application', 50, 22) + row('x', 'application', 9, 6) + row('woman', 'small-task', 5, 3) + row('man', 'small-task', 22, 20) + row('x', 'small-task', 6, 4), [], 1],
      // What was asked for before goes with it.
      [head + ['a', 'b', 'c', 'd'].map((group) => row(group, 'application', group === 'd' ? 90 : 6, group === 'd' ? 40 : 2)).join(''), ['--merge', 'a,b=few'], 1],
    ];
    for (const [table, given, ways] of tables) {
      const refused = await add(table, ...given);
      expect(refused.code, refused.err).toBe(1);
      const lines = refused.err.split('\n').filter((line) => line.startsWith('  --'));
      expect(lines, refused.err).toHaveLength(ways);
      for (const line of lines) {
        const ran = await add(table, ...line.trim().split(' ').map((word) => word.replaceAll('"', '')), '--dry-run');
        expect(ran.code, `${line}\n${ran.err}`).toBe(0);
      }
    }
    expect((await add(`${head}${row('woman', 'application', 40, 38)}${row('man', 'application', 50, 22)}`)).err).toContain('No merging and no leaving out');
  });

  it('says where more are counted than the record holds, and takes them', async () => {
    const ran = await add('group,stage,reached,advanced\nwoman,application,40,20\nman,application,70,22\n');
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toMatch(/“application”: 110 are counted, and the record of builder-2026 holds \d who reached it\./);
  });

  it('writes the record once groups are merged, and passes the check', async () => {
    const ran = await add(TABLE, '--merge', 'woman,non-binary=not-man');
    expect(ran, ran.err).toMatchObject({ code: 0, out: `${PATH}\n`, err: expect.stringContaining('delete it, wherever it lies') });
    expect(parseYaml(readFileSync(join(bench.root, PATH), 'utf8')).value).toEqual({ stages: {
      application: { 'not-man': { reached: 46, advanced: 21 }, man: { reached: 50, advanced: 22 } },
      'small-task': { 'not-man': { reached: 21, advanced: 11 }, man: { reached: 22, advanced: 10 } },
    } });
    expect((await bench.hire(['check', '--json'])).code).toBe(0);
    expect(await add(TABLE, '--merge', 'woman,non-binary=not-man')).toMatchObject({ code: 0, err: expect.stringContaining('says so already') });
    expect(await add(TABLE, '--merge', 'man,non-binary=not-woman')).toMatchObject({ code: 2, err: expect.stringContaining('can subtract one from the other') });
  });

  it('leaves out a stage, and tries without writing', async () => {
    const table = TABLE.replace(/Non-binary.*\n/g, '');
    expect(await add(table, '--without', 'small-task', '--dry-run')).toMatchObject({ code: 0 });
    expect(existsSync(join(bench.root, PATH))).toBe(false);
    expect((await add(table, '--without', 'small-task')).code).toBe(0);
    expect(Object.keys((parseYaml(readFileSync(join(bench.root, PATH), 'utf8')).value as { stages: object }).stages)).toEqual(['application']);
  });

  it('names the row that is wrong', async () => {
    const wrong = async (table: string, ...words: readonly string[]): Promise<string> => {
      const ran = await add(table, ...words);
      expect(ran.code).toBe(2);
      return ran.err;
    };
    const head = 'group,stage,reached,advanced\n';
    expect(await wrong('group,stage,reached\nwoman,application,40\n')).toContain('advanced is missing');
    expect(await wrong(`${head}woman,application,40,50\n`)).toContain('Row 2: 50 advanced, but only 40 reached the stage.');
    expect(await wrong(`${head}woman,application,many,5\n`)).toContain('Row 2: reached is “many”, which is no count.');
    expect(await wrong(`${head}wöman,application,40,5\n`)).toContain('Row 2: “wöman” is no name for a group');
    expect(await wrong(`${head}woman,application,40,20\nwoman,application,40,20\n`)).toContain('Row 3: “woman” stands twice at “application”.');
    expect(await wrong(TABLE, '--merge', 'nobody=another')).toContain('there is no group “nobody”');
    expect(await wrong(TABLE, '--without', 'talk')).toContain('there is no stage “talk”');
    // Before the counts, which are nobody's question where the stage is none.
    expect(await wrong(`${head}woman,applicaton,40,38\nman,applicaton,40,20\n`)).toContain('There is no stage “applicaton”. Did you mean “application”?');
    expect((await bench.hire(['fairness', 'add', 'builder', '2026', 'gender', 'x.csv'])).code).toBe(2);
  });
});
