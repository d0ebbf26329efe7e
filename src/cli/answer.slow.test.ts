import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { addIssue, smallWorld, type FakeIssue } from '../fixtures/github/world.ts';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';
import { HEALTHY, runHire, type Ran } from './test-context.ts';

const HERON = 'content/candidates/builder-2026/plum-heron-2k';
const SCORE = `${HERON}/scores/small-task/noa.yml`;
const MIAS = `${HERON}/scores/small-task/mia.yml`;

let stage: Stage;
let fake: FakeGitHub;
let pulls: FakeIssue[];
beforeEach(async () => {
  stage = stageOf(HEALTHY);
  fake = await startFakeGitHub(smallWorld());
  const [repository] = fake.world.repositories;
  if (!repository) throw new Error('The fake has no repository.');
  pulls = ['one', 'two', 'three'].map((title) => addIssue(repository, { login: 'mia_example', type: 'User' }, { title, state: 'closed', pull: { head: title, base: 'main' } }));
  // Mia's score came by a merge, Noa's by a squash.
  const text = stage.read(MIAS);
  stage.remove(MIAS);
  stage.commit('Before');
  stage.git('switch', '-qc', 'mia');
  stage.write(MIAS, text);
  stage.commit('A score');
  stage.git('switch', '-q', 'proposal');
  stage.git('merge', '-q', '--no-ff', '-m', 'Merge pull request #2 from miniature/mia', 'mia');
});
afterEach(async () => {
  stage.dispose();
  await fake.close();
});

const hire = (...words: string[]): Promise<Ran> => runHire(stage.root, ['answer', '--base', 'HEAD^1', ...words], {
  env: { GITHUB_TOKEN: 'workflow-token', GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url },
});

function completed(): void {
  stage.write(SCORE, stage.read(MIAS).replace('mark: 3', 'mark: 1').replace('The total of three lines is right', 'The total of three lines is wrong by a cent, see *here*'));
  stage.commit('Scores of noa: plum-heron-2k small-task (#3)');
}

describe('hire answer', () => {
  it('tells nobody of a panel that is not complete', async () => {
    const { out, err } = await hire('--post');
    expect([out, err]).toEqual(['', 'No panel became complete.\n']);
    expect(fake.log).toEqual([]);
  });

  it('says who said what, the widest gap first, with both pieces of evidence and a link to the anchor', async () => {
    completed();
    const { code, out } = await hire();
    expect(code).toBe(0);
    expect(out).toContain('| Criterion | `mia` | `noa` |\n| --- | ---: | ---: |\n| Correctness | 3 | 1 |\n| Explanation | 2 | 2 |');
    expect(out).toMatch(/\*\*Correctness\*\*, 2 levels apart\n\n> `noa`, 1: The total of three lines is wrong by a cent, see &#42;here&#42;[^\n]*\n>\n> `mia`, 3: The total of three lines is right/);
    expect(out).toMatch(/\[Change the anchor\]\(http:\/\/127\.0\.0\.1:\d+\/miniature\/hiring\/edit\/main\/rubrics\/small-task\.md#L21\)/);
    expect(out).not.toContain('**Explanation**');
    expect(fake.log).toEqual([]);
  });

  it('stands once in the pull request of each reviewer, merged or not', async () => {
    completed();
    await hire('--post');
    expect(pulls.map(({ comments }) => comments.length)).toEqual([0, 1, 1]);
    expect(pulls[1]?.comments[0]?.body).toMatch(/^<!-- hire says panel%20builder-2026%2Fplum-heron-2k%2Fsmall-task -->\n### Everybody is in/);
    expect((await hire('--post')).err).toContain('It stands in pull request 3 already.');
    expect(pulls.map(({ comments }) => comments.length)).toEqual([0, 1, 1]);
  });

  it('says nothing twice of a panel that was complete before', async () => {
    completed();
    stage.write(`${HERON}/scores/small-task/noa.2.yml`, `${stage.read(SCORE).trimEnd()}\nbecause: |\n  Looked again.\n`);
    stage.commit('Again (#4)');
    expect((await hire()).err).toBe('No panel became complete.\n');
  });

  it('posts nothing where no commit notes a pull request', async () => {
    stage.write(SCORE, stage.read(MIAS));
    stage.commit('Straight to the branch');
    expect((await hire('--json')).out).toContain('"pulls":[2]');
    expect((await runHire(stage.root, ['answer'])).err).toContain('--base is missing');
  });
});
