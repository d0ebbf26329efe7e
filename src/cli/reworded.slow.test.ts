import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOf, HEALTHY, type Bench } from './test-context.ts';

const RUBRIC = 'rubrics/small-task.md';
const WORDS = 'Nothing of it runs at all.';

let bench: Bench;
beforeEach(() => { bench = benchOf(HEALTHY); });
afterEach(() => { bench.remove(); });

const read = (path: string): string => readFileSync(join(bench.root, path), 'utf8');
const reword = (words: string): void => { bench.write(RUBRIC, read(RUBRIC).replace('- **1** Nothing of it can be seen.', `- **1** ${words}`)); };

it('a new wording stands in the sheet of who scores next and in what their editor says', async () => {
  reword(WORDS);
  expect((await bench.hire(['check'])).code).toBe(0);
  const [path = ''] = (await bench.hire(['new', 'score', 'plum-heron-2k', '--by', 'noa'])).out.split('\n');
  expect(read(path)).toContain(`#   1  ${WORDS}`);
  await bench.hire(['schema']);
  expect(read('.hire/schemas/score.small-task@2.json')).toContain(WORDS);
  // The older version says what it said.
  expect(read('.hire/schemas/score.small-task@1.json')).not.toContain(WORDS);
});

it('a change of the weights reaches nobody', async () => {
  reword(WORDS);
  bench.write(RUBRIC, read(RUBRIC).replace('62.5%', '60%').replace('37.5%', '40%'));
  const checked = await bench.hire(['check']);
  expect(checked.code).toBe(1);
  expect(checked.out + checked.err).toContain('rubric/changed-in-place');
  const [path = ''] = (await bench.hire(['new', 'score', 'plum-heron-2k', '--by', 'noa'])).out.split('\n');
  expect(read(path)).toContain('#   1  Nothing of it can be seen.');
  expect(read(path)).not.toContain(WORDS);
});
