import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeGitHub, type FakeGitHub } from '../fixtures/github/server.ts';
import { addIssue, smallWorld, type FakeIssue, type FakeRepository } from '../fixtures/github/world.ts';
import { PULL, stagedPull, type StagedPull } from '../fixtures/pull-request.ts';
import { HEALTHY, runHire } from './test-context.ts';

const [MIA, NOA] = [2002, 2003];
const ROLE = 'content/candidates/builder-2026';
const SCORE = `${ROLE}/plum-heron-2k/scores/small-task/noa.yml`;

let pull: StagedPull;
let fake: FakeGitHub;
let repository: FakeRepository;
let issue: FakeIssue;
beforeEach(async () => {
  pull = stagedPull(HEALTHY);
  fake = await startFakeGitHub(smallWorld());
  repository = fake.world.repositories[0] as FakeRepository;
  for (let number = 1; number <= PULL; number++) issue = addIssue(repository, { login: 'noa_example', type: 'User' }, { title: `${number}`, pull: { head: 'proposal', base: 'main' } });
  repository.guards = { ...repository.guards, rulesets: [] };
  pull.git('switch', '-q', 'main');
  pull.edit('content/settings.yml', 'disagreement: 2', 'merge: when-valid, disagreement: 2');
  pull.commit('Scores merge themselves');
  pull.git('switch', '-qC', 'proposal');
  pull.write(SCORE, pull.read(`${ROLE}/plum-heron-2k/scores/small-task/mia.yml`));
  pushed();
});
afterEach(async () => {
  pull.dispose();
  await fake.close();
});

/** The branch as GitHub has it, after a commit. */
function pushed(): void {
  repository.refs.set('heads/proposal', pull.commit());
}

async function merge(as = NOA, words: readonly string[] = ['--wait', '0'], token = 'person-token', draft = false): Promise<{ code: number; said: string; output: string }> {
  const output = join(pull.root, '.git', `output-${fake.log.length}`);
  const { code, out, err } = await runHire(pull.root, ['merge', '--event', pull.event(as, { draft }), ...words], {
    env: { GITHUB_TOKEN: token, GITHUB_REPOSITORY: 'miniature/hiring', GITHUB_API_URL: fake.url, GITHUB_OUTPUT: output },
  });
  const written = words.includes('--dry-run') || code === 2 ? '' : readFileSync(output, 'utf8');
  return { code, said: `${out}${err}`.trim(), output: written.split('\n').at(-2) ?? '' };
}
const merged = (): boolean => issue.pull?.merged !== undefined;

describe('hire merge', () => {
  it('merges a valid score of its own author by squash, and says so to what follows', async () => {
    expect(await merge()).toMatchObject({ code: 0, said: expect.stringMatching(/^Merged as [0-9a-f]{40}\.$/) as string, output: 'merged=true' });
    expect(merged()).toBe(true);
    expect(repository.objects.commits.get(issue.pull?.merged ?? '')?.message).toBe(`Scores of noa: plum-heron-2k small-task (#${PULL})`);
    expect(await merge()).toMatchObject({ code: 0, said: 'Left to people: somebody merged it meanwhile.', output: 'merged=false' });
  });

  it.each<[what: string, act: () => void, because: string, as?: number]>([
    ['something else in it', () => pull.write('README.md', 'A\n'), 'it holds something else than scores'],
    ['no score in it', () => pull.git('rm', '-q', SCORE), 'it holds something else than scores'],
    ['somebody else proposing it', () => undefined, 'something stands in its way; the comment says what', MIA],
    ['an error in it', () => pull.edit(SCORE, 'mark: 3', 'mark: 9'), 'something stands in its way; the comment says what'],
    ['a score of another beside it', () => pull.edit(`${ROLE}/plum-heron-2k/scores/small-task/mia.yml`, 'minutes: 40', 'minutes: 41'), 'something stands in its way; the comment says what'],
  ])('leaves to people: %s', async (_, act, because, as = NOA) => {
    act();
    pushed();
    expect(await merge(as)).toEqual({ code: 0, said: `Left to people: ${because}.`, output: 'merged=false' });
    expect(merged()).toBe(false);
    expect(fake.log).toEqual([]);
  });

  it('leaves to people what the settings of the base do not hand over, whatever the change says', async () => {
    pull.git('switch', '-q', 'main');
    pull.edit('content/settings.yml', 'merge: when-valid, ', '');
    pull.commit();
    pull.git('switch', '-qC', 'proposal');
    pull.write(SCORE, pull.read(`${ROLE}/plum-heron-2k/scores/small-task/mia.yml`));
    pushed();
    expect((await merge()).said).toBe('Left to people: the settings leave merging to people (scores.merge: by-hand).');
  });

  it('leaves to people whose scores they are while no account is known', async () => {
    pull.git('switch', '-q', 'main');
    for (const person of ['kim', 'mia', 'noa']) pull.edit(`content/people/${person}.yml`, /^github: .*\n/m, '');
    pull.commit();
    pull.git('switch', '-qC', 'proposal');
    pull.write(SCORE, pull.read(`${ROLE}/plum-heron-2k/scores/small-task/mia.yml`));
    pushed();
    expect((await merge()).said).toBe('Left to people: no file of content/people names an account, so nobody can tell whose scores they are.');
  });

  it('waits for no draft', async () => {
    expect((await merge(NOA, ['--wait', '0'], 'person-token', true)).said).toBe('Left to people: it is a draft.');
  });

  it('asks for an update where the base moved on in what the scores rest on, and only there', async () => {
    pull.git('switch', '-q', 'main');
    pull.write(`${ROLE}/sage-moose-4w/candidate.yml`, `# A note.\n${pull.read(`${ROLE}/sage-moose-4w/candidate.yml`)}`);
    pull.commit('Another candidate');
    pull.git('switch', '-q', 'proposal');
    expect((await merge(NOA, ['--dry-run'])).said).toBe(`Would merge: Scores of noa: plum-heron-2k small-task (#${PULL})`);
    pull.git('switch', '-q', 'main');
    pull.edit(`${ROLE}/plum-heron-2k/candidate.yml`, 'source: job-board', 'source: direct');
    pull.commit('The same candidate');
    pull.git('switch', '-q', 'proposal');
    expect((await merge()).said).toBe(`Left to people: the base has moved on in ${ROLE}/plum-heron-2k/candidate.yml since; “Update branch” brings it up to date.`);
  });

  it('merges the judged commit and no other', async () => {
    const event = pull.event(NOA);
    const judged = pull.git('rev-parse', 'HEAD');
    repository.refs.set('heads/proposal', '9'.repeat(40));
    expect((await merge()).said).toContain('Left to people: something was pushed meanwhile');
    repository.refs.set('heads/proposal', judged);
    fake.disturb({ method: 'PUT', does: { status: 409, body: { message: 'Head branch was modified. Review and try the merge again.' } }, times: 1 });
    expect((await merge()).said).toContain('Left to people: something was pushed meanwhile');
    expect([merged(), event.endsWith('event.json')]).toEqual([false, true]);
    expect((await merge()).said).toContain('Merged as');
  });

  it('says what GitHub or the token does not allow', async () => {
    repository.guards = smallWorld().repositories[0]?.guards ?? repository.guards;
    expect((await merge()).said).toContain('Left to people: GitHub does not let it be merged: Required status check');
    issue.state = 'closed';
    expect((await merge()).said).toBe('Left to people: it was closed meanwhile.');
    issue.state = 'open';
    expect(await merge(NOA, ['--wait', '0'], 'reader-token')).toMatchObject({ code: 2, said: expect.stringContaining('The token may not do this') as string });
  });
});
