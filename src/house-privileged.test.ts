import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workflowBreaches } from './house-workflows.ts';

const good = `on:
  pull_request_target:
permissions: {}
concurrency: gate-\${{ github.event.pull_request.number }}
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      pull-requests: write # keeps the comment
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
          ref: \${{ github.event.repository.default_branch }}
      - run: npm ci --omit=dev --ignore-scripts
      - run: node scripts/hire.mjs comment --post
        env:
          GITHUB_TOKEN: \${{ github.token }}
`;

const breaches = (text: string): readonly string[] => workflowBreaches({ path: 'a.yml', text });

describe('a workflow with rights over pull requests', () => {
  it('is allowed where it neither runs nor obeys them', () => {
    expect(breaches(good)).toEqual([]);
  });

  it.each([
    ['the head checked out by its commit', 'default_branch }}', 'default_branch && github.event.pull_request.head.sha }}', ['runs with rights over what a stranger proposes, so it may not ask for github.event.repository.default_branch && github.event.pull_request.head.sha', 'job a checks out another tree than the one it runs for']],
    ['the merge checked out by its number', '${{ github.event.repository.default_branch }}', 'refs/pull/7/merge', ['job a checks out another tree than the one it runs for']],
    ['the head’s repository', 'persist-credentials: false', 'persist-credentials: false\n          repository: somebody/hiring', ['job a runs with rights and checks out another repository']],
    ['the name of a branch', '${{ github.token }}', '${{ github.head_ref }}', ['runs with rights over what a stranger proposes, so it may not ask for github.head_ref']],
    ['a title in the environment', '${{ github.token }}', '${{ github.event.pull_request.title }}', ['runs with rights over what a stranger proposes, so it may not ask for github.event.pull_request.title']],
    ['a secret', '${{ github.token }}', '${{ secrets.TOKEN }}', ['runs with rights over what a stranger proposes, so it may not ask for secrets.TOKEN', 'a pull request starts this, so it may name no secret']],
    ['a script of packages', 'node scripts/hire.mjs comment --post', 'npm test', ['job a runs with rights more than hire itself: npm test']],
    ['a fetch by hand', 'node scripts/hire.mjs comment --post', 'git checkout FETCH_HEAD', ['job a runs with rights more than hire itself: git checkout FETCH_HEAD']],
    ['two commands in one', 'comment --post', 'comment --post; ./run', ['job a runs with rights more than hire itself: node scripts/hire.mjs comment --post; ./run']],
    ['a command in a command', 'comment --post', 'comment --post $(cat a)', ['job a runs with rights more than hire itself: node scripts/hire.mjs comment --post $(cat a)']],
    ['an action of somebody', 'actions/checkout@', 'somebody/checkout@', ['job a runs with rights, so it may not use somebody/checkout']],
    ['a cache', 'persist-credentials: false', 'persist-credentials: false\n          cache: npm', ['job a runs with rights, so it takes nothing from a cache that others fill']],
  ])('is seen to be careless by %s', (_, from, to, expected) => {
    expect(good).toContain(from);
    expect(breaches(good.replace(from, to))).toEqual(expected.map((each) => `a.yml: ${each}`));
  });

  it('is the gate only under that trigger, and the check never', async () => {
    const text = (name: string): Promise<string> => readFile(fileURLToPath(new URL(`../.github/workflows/${name}.yml`, import.meta.url)), 'utf8');
    expect(await text('gate')).toMatch(/^ {2}pull_request_target:$/m);
    expect(await text('check')).not.toContain('pull_request_target');
    // The rights of the gate under the trigger that runs the pull request's own workflow file.
    expect(breaches((await text('gate')).replace('pull_request_target:', 'pull_request:'))).toEqual(expect.arrayContaining(['a.yml: job answer is started by pull requests, so it may not write pull-requests']));
  });
});
