import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';
import { HEALTHY, runHire } from './test-context.ts';
import { accountOf } from './audit/commits.ts';

const HERON = 'content/candidates/builder-2026/plum-heron-2k';
const OTTER = 'content/candidates/builder-2026/teal-otter-7f';
const MIAS = `${HERON}/scores/small-task/mia.yml`;
const NOAS = `${HERON}/scores/small-task/noa.yml`;

let stage: Stage;
beforeEach(() => void (stage = stageOf(HEALTHY)));
afterEach(() => stage.dispose());

const as = (id: number, login: string): string => `${login} <${id}+${login}@users.noreply.github.com>`;
const KIM = as(2001, 'kim_example');
const MIA = as(2002, 'mia_example');
const NOA = as(2003, 'noa_example');

/** Commits what was done in somebody's name, and merges it as a pull request would be. */
function merge(author: string, act: () => void, date = '2026-03-20T10:00:00Z'): void {
  act();
  stage.git('add', '-A');
  stage.git('-c', `user.name=${author.split(' <')[0] ?? ''}`, 'commit', '-qm', 'A change', `--author=${author}`, `--date=${date}`);
  stage.git('switch', '-q', 'main');
  stage.git('merge', '-q', '--no-ff', '-m', 'Merge pull request', 'proposal');
  stage.git('switch', '-q', 'proposal');
  stage.git('merge', '-q', '--ff-only', 'main');
}

const audit = (...words: string[]) => runHire(stage.root, ['audit', ...words]);
const codes = async (...words: string[]): Promise<string[]> => {
  const { findings } = JSON.parse((await audit('--json', ...words)).out) as { findings: { problem: { code: string } }[] };
  return findings.map(({ problem }) => problem.code);
};
const score = (submitted = '2026-03-20T09:40Z'): void => stage.write(NOAS, stage.read(MIAS).replace(/submitted: .*/, `submitted: ${submitted}`));

it('finds nothing in a history that the gate would have let through', async () => {
  merge(NOA, () => score());
  merge(KIM, () => stage.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'));
  expect(await audit()).toMatchObject({ code: 0, out: '', err: 'Nothing was found; 3 commits of the record were looked at.\n' });
});

it.each<[what: string, author: string, act: () => void, codes: string[]]>([
  ['a score dated long before its commit', NOA, () => score('2026-03-01T09:40Z'), ['gate/back-dated']],
  ['a score dated after its commit', NOA, () => score('2026-03-21T09:40Z'), ['gate/back-dated']],
  ['a score of somebody else', MIA, () => score(), ['gate/not-yours']],
  ['a manager’s file by a reviewer', MIA, () => stage.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'), ['gate/not-allowed']],
  ['a stranger’s change', as(4711, 'stranger'), () => stage.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'), ['gate/unknown-account']],
  ['an opened score that was changed', MIA, () => stage.edit(`${OTTER}/scores/small-task/mia.yml`, /minutes: \d+/, 'minutes: 99'), ['gate/frozen-score']],
  ['a score that was removed', MIA, () => stage.remove(MIAS), ['gate/score-removed']],
  ['an event that was rewritten', KIM, () => stage.edit(`${OTTER}/candidate.yml`, 'at: 2026-01-13T09:12', 'at: 2026-01-14T09:12'), ['gate/rewritten-record']],
  ['a record that nobody can read since', KIM, () => stage.write(`${OTTER}/candidate.yml`, 'events: nothing\n'), ['gate/rewritten-record']],
  ['a kept version that was changed', KIM, () => stage.edit('rubrics/versions/small-task/1.md', /\n$/, '\nMore.\n'), ['gate/frozen-version']],
])('finds %s', async (_, author, act, expected) => {
  merge(author, act);
  expect(await codes()).toEqual(expected);
  expect((await audit()).code).toBe(1);
  // It stands in the merge and is not told again for the commits before it.
  expect(await codes('--since', 'HEAD')).toEqual([]);
});

it('finds a score that says it came before the panel was opened', async () => {
  // Everybody who was asked has scored; Kim was not, reads along, and is dated back.
  merge(KIM, () => stage.write(`${OTTER}/scores/small-task/kim.yml`, stage.read(`${OTTER}/scores/small-task/mia.yml`).replace(/submitted: .*/, 'submitted: 2026-01-25T10:00Z')));
  const { findings } = JSON.parse((await audit('--json')).out) as { findings: { problem: { code: string; message: string } }[] };
  expect(findings.map(({ problem }) => problem.code)).toEqual(['gate/back-dated']);
  expect(findings[0]?.problem.message).toContain('before the panel was opened');
});

it('lets a person be forgotten, and nobody vanish', async () => {
  merge(KIM, () => {
    stage.remove(OTTER);
    stage.write(`${OTTER}/erased.yml`, 'on: 2026-03-20\nbasis: request\nvisits: [{ stage: application, entered: 2026-W03, left: 2026-W04, how: withdrew }]\n');
  });
  expect(await codes()).toEqual([]);
  merge(KIM, () => stage.remove(HERON));
  expect(new Set(await codes())).toEqual(new Set(['gate/not-yours', 'gate/rewritten-record', 'gate/score-removed']));
});

it('says of whom history does not tell', async () => {
  merge('Somebody <somebody@mail.example>', () => score());
  merge('github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>', () => stage.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'));
  const { code, err } = await audit();
  expect({ code, err }).toEqual({ code: 0, err: 'Nothing was found; 3 commits of the record were looked at.\nOf 2 commits history does not tell whose account made them; --json names them.\n' });
});

it('shows commit, file and reason, and obeys nothing of a subject', async () => {
  merge(MIA, () => score());
  stage.git('switch', '-q', 'main');
  stage.git('commit', '-q', '--amend', '-m', '\u001b[31mRed');
  const { out } = await audit();
  expect(out).toMatch(/^commit [0-9a-f]{10} {2}2026-03-20 {2}·\[31mRed\n/);
  expect(out).toContain('The file is “noa”’s; “mia” changes it. It stands so in commit');
});

it('needs the whole history, and names what is no commit', async () => {
  expect(await audit('--since', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('--since names “nowhere”') as string });
  expect(await audit('--days', 'x')).toMatchObject({ code: 2 });
  stage.git('clone', '-q', '--depth=1', `file://${stage.root}`, join(stage.root, 'shallow'));
  expect(await runHire(join(stage.root, 'shallow'), ['audit'])).toMatchObject({ code: 2, err: expect.stringContaining('--unshallow') as string });
});

it('reads accounts from addresses that GitHub gives, and from no others', () => {
  expect(accountOf('2003+noa_example@users.noreply.github.com')).toEqual({ account: 2003, login: 'noa_example' });
  for (const email of ['noa@mail.example', 'noa_example@users.noreply.github.com', '41898282+github-actions[bot]@users.noreply.github.com', '2003+noa@users.noreply.github.com@evil.example']) expect(accountOf(email)).toBeUndefined();
});
