import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readProposal } from './event.ts';
import { judgeChange } from './gate.ts';
import { stageOf, type Stage } from '../fixtures/git-stage.ts';

const HEALTHY = join(import.meta.dirname, '../fixtures/healthy');
const KIM = 2001;
const MIA = 2002;
const NOA = 2003;
const NOW = Date.parse('2026-03-20T12:00Z');

const ROLE = 'content/candidates/builder-2026';
const OTTER = `${ROLE}/teal-otter-7f`;
const HERON = `${ROLE}/plum-heron-2k`;
const CRANE = `${ROLE}/navy-crane-9p`;
const SCORE = `${HERON}/scores/small-task/noa.yml`;
const MIAS = `${HERON}/scores/small-task/mia.yml`;

let stage: Stage | undefined;
afterEach(() => {
  stage?.dispose();
  stage = undefined;
});

interface Circumstances {
  readonly as: number;
  readonly base?: string;
  readonly pushedBy?: number;
}

/** Plays a scenario in a real repository and returns the codes of the verdict, errors with a “!”. */
async function verdict(act: (stage: Stage) => void, { as, base = 'main', pushedBy }: Circumstances): Promise<readonly string[]> {
  stage = stageOf(HEALTHY);
  act(stage);
  const payload = { action: 'synchronize', pull_request: { number: 7, user: { id: as, login: 'somebody' } }, sender: { id: pushedBy ?? as, login: 'pusher' } };
  const proposal = readProposal(payload);
  if (!proposal) throw new Error('The event names nobody.');
  const { ok, problems } = await judgeChange({ root: stage.root, base, head: 'HEAD', proposal, now: NOW });
  expect(ok).toBe(!problems.some(({ severity }) => severity === 'error'));
  return [...new Set(problems.map(({ code, severity }) => (severity === 'error' ? `${code}!` : code)))];
}

const JANUARY = 'content/calibrations/2026-01-small-task';
const SPRING = 'content/calibrations/2026-03-small-task';
const SAMPLE_SCORE = `${SPRING}/scores/a/noa.yml`;

/** Another session, open on main. */
const open = (s: Stage, { scored = false } = {}): void => {
  s.git('switch', '-q', 'main');
  s.write(`${SPRING}/session.yml`, s.read(`${JANUARY}/session.yml`).replace('closed', 'open'));
  s.write(`${SPRING}/samples/a.md`, 'The work.\n');
  if (scored) s.write(SAMPLE_SCORE, s.read(`${JANUARY}/scores/a/noa.yml`));
  s.commit('A session');
  s.git('switch', '-qc', 'marks');
};

/** A score that is in order, by Noa. */
const score = (s: Stage): string => s.read(MIAS).replace('minutes: 40', 'minutes: 35');
const scored = (s: Stage): void => {
  s.write(SCORE, score(s));
  s.commit('A score');
};

/** Every scenario: what happens, whose pull request it is, and what the gate says; `[]` lets it through. */
const SCENARIOS: readonly (readonly [what: string, as: number, act: (s: Stage) => void, verdict: readonly string[]])[] = [
  // A reviewer's own work.
  ['a reviewer adds their own score', NOA, scored, []],
  ['and mends it before the panel is complete', NOA, (s) => { scored(s); s.edit(SCORE, 'minutes: 35', 'minutes: 30'); s.commit(); }, []],
  ['somebody else proposes it', MIA, scored, ['gate/not-yours!']],
  ['a manager proposes it for them', KIM, scored, ['gate/not-yours!']],
  ['a stranger proposes it', 4711, scored, ['gate/unknown-account!']],
  ['two scores of one reviewer, and a conflict they declare, travel together', MIA, (s) => { s.edit(MIAS, 'minutes: 40', 'minutes: 41'); s.commit(); s.write(`${ROLE}/sage-moose-4w/conflicts/mia.yml`, s.read(`${CRANE}/conflicts/mia.yml`)); s.commit(); }, []],
  // Another's score.
  ['another’s score is changed', NOA, (s) => { s.edit(MIAS, 'mark: 3', 'mark: 1'); s.commit(); }, ['gate/not-yours!']],
  ['another’s score is changed and put back', NOA, (s) => { s.edit(MIAS, 'mark: 3', 'mark: 1'); s.commit(); s.edit(MIAS, 'mark: 1', 'mark: 3'); s.commit(); }, ['gate/not-yours!']],
  ['another’s score is changed and put back beside an own one', NOA, (s) => { s.edit(MIAS, 'mark: 3', 'mark: 1'); s.commit(); s.edit(MIAS, 'mark: 1', 'mark: 3'); scored(s); }, ['gate/not-yours!']],
  ['another’s score is changed within a merge commit', NOA, (s) => {
    scored(s);
    s.git('switch', '-qc', 'side', 'main'); s.commit('Beside');
    s.git('switch', '-q', 'proposal'); s.git('merge', '-q', '--no-ff', '--no-commit', 'side');
    s.edit(MIAS, 'mark: 3', 'mark: 1'); s.commit('A merge');
  }, ['gate/not-yours!']],
  ['another’s score comes with a branch that was merged in', NOA, (s) => {
    scored(s);
    s.git('switch', '-qc', 'side', 'main'); s.edit(MIAS, 'mark: 3', 'mark: 1'); s.commit('Beside');
    s.git('switch', '-q', 'proposal'); s.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side');
  }, ['gate/not-yours!']],
  ['main moved on and was merged in', NOA, (s) => {
    scored(s);
    s.git('switch', '-q', 'main'); s.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'); s.commit('Main moves');
    s.git('switch', '-q', 'proposal'); s.git('merge', '-q', '--no-ff', '-m', 'Merge main', 'main');
  }, []],
  ['main moved on and was not merged in', NOA, (s) => {
    scored(s);
    s.git('switch', '-q', 'main'); s.edit(MIAS, 'minutes: 40', 'minutes: 44'); s.commit('Main moves');
    s.git('switch', '-q', 'proposal');
  }, []],
  ['another’s score is renamed to an own one', NOA, (s) => { s.move(MIAS, SCORE); s.commit(); }, ['gate/not-yours!', 'gate/score-removed!']],
  ['another’s score is removed', NOA, (s) => { s.remove(MIAS); s.commit(); }, ['gate/not-yours!', 'gate/score-removed!']],
  ['one’s own score is removed', MIA, (s) => { s.remove(MIAS); s.commit(); }, ['gate/score-removed!']],
  ['an amendment in another’s name', NOA, (s) => { s.write(`${HERON}/scores/small-task/mia.2.yml`, `${score(s)}because: |\n  Somebody else thought so.\n`); s.commit(); }, ['gate/not-yours!']],
  // Opened scores.
  ['an opened score is changed', MIA, (s) => { s.edit(`${OTTER}/scores/small-task/mia.yml`, /minutes: \d+/, 'minutes: 99'); s.commit(); }, ['gate/frozen-score!']],
  ['an opened score is amended', MIA, (s) => { s.write(`${OTTER}/scores/small-task/mia.2.yml`, `${s.read(`${OTTER}/scores/small-task/mia.yml`).trimEnd()}\nbecause: |\n  Looked at the tests again.\n`); s.commit(); }, []],
  ['a score after the stage ended', NOA, (s) => { s.write(`${OTTER}/scores/application/noa.yml`, s.read(`${OTTER}/scores/application/mia.yml`).replace(/submitted: \S+/, 'submitted: 2026-03-19T14:05Z')); s.commit(); }, ['gate/late-score', 'score/uncalibrated']],
  ['a score in spite of a declared conflict', MIA, (s) => { s.write(`${CRANE}/scores/small-task.2/mia.yml`, s.read(MIAS)); s.commit(); }, ['gate/conflicted!']],
  ['a conflict is declared', NOA, (s) => { s.write(`${HERON}/conflicts/noa.yml`, s.read(`${CRANE}/conflicts/mia.yml`)); s.commit(); }, []],
  ['a conflict is declared for somebody else', NOA, (s) => { s.write(`${HERON}/conflicts/mia.yml`, s.read(`${CRANE}/conflicts/mia.yml`)); s.commit(); }, ['gate/not-yours!']],
  ['a declared conflict is taken back', MIA, (s) => { s.remove(`${CRANE}/conflicts/mia.yml`); s.commit(); }, ['gate/rewritten-record!']],
  // Calibration samples.
  ['marks of a sample while the session is open', NOA, (s) => { open(s); s.write(SAMPLE_SCORE, s.read(`${JANUARY}/scores/a/noa.yml`)); s.commit(); }, []],
  ['and another look at them', NOA, (s) => { open(s, { scored: true }); s.edit(SAMPLE_SCORE, /minutes: \d+/, 'minutes: 99'); s.commit(); }, []],
  ['marks of a sample in another’s name', MIA, (s) => { open(s); s.write(SAMPLE_SCORE, s.read(`${JANUARY}/scores/a/noa.yml`)); s.commit(); }, ['gate/not-yours!']],
  ['another’s marks of a sample are changed and put back', MIA, (s) => { open(s, { scored: true }); s.edit(SAMPLE_SCORE, /minutes: \d+/, 'minutes: 99'); s.commit(); s.edit(SAMPLE_SCORE, 'minutes: 99', 'minutes: 98'); s.commit(); }, ['gate/not-yours!']],
  ['marks of a sample after the session was closed', KIM, (s) => { s.write(`${JANUARY}/scores/a/kim.yml`, s.read(`${JANUARY}/scores/a/noa.yml`)); s.commit(); }, ['calibration/outsider!', 'gate/frozen-score!']],
  ['opened marks of a sample are changed', NOA, (s) => { s.edit(`${JANUARY}/scores/a/noa.yml`, /minutes: \d+/, 'minutes: 99'); s.commit(); }, ['gate/frozen-score!']],
  ['opened marks of a sample are removed', NOA, (s) => { s.remove(`${JANUARY}/scores/a/noa.yml`); s.commit(); }, ['gate/score-removed!']],
  ['a reviewer closes a session', NOA, (s) => { open(s); s.edit(`${SPRING}/session.yml`, 'state: open', 'state: closed'); s.commit(); }, ['gate/not-allowed!']],
  ['a reviewer notes that they are calibrated', NOA, (s) => { s.edit('content/people/noa.yml', 'trained:\n', 'trained:\n  - { rubric: application@1, on: 2026-03-01 }\n'); s.commit(); }, ['gate/not-allowed!']],
  // Mixed changes.
  ['a score and a rubric', KIM, (s) => { s.write(`${HERON}/scores/small-task/kim.yml`, score(s)); s.edit('rubrics/talk.md', 'title:', 'title: A'); s.commit(); }, ['gate/mixed!', 'gate/not-asked', 'score/uncalibrated']],
  ['a score and a workflow, in two commits, the second taken back', NOA, (s) => { scored(s); s.write('.github/workflows/x.yml', 'on: push\n'); s.commit(); s.remove('.github'); s.commit(); }, ['gate/mixed!']],
  // Roles.
  ['a reviewer changes an event file', NOA, (s) => { s.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct'); s.commit(); }, ['gate/not-allowed!']],
  ['a manager appends an event', KIM, (s) => { s.write(`${HERON}/candidate.yml`, `${s.read(`${HERON}/candidate.yml`).trimEnd()}\n  - { at: 2026-03-20T10:00+00:00, stage: small-task, event: advanced, by: kim }\n`); s.commit(); }, []],
  ['a manager rewrites an event', KIM, (s) => { s.edit(`${HERON}/candidate.yml`, '2026-03-18T08:00', '2026-03-17T08:00'); s.commit(); }, ['gate/rewritten-record!']],
  ['a manager removes a record', KIM, (s) => { s.remove(`${ROLE}/sage-moose-4w`); s.commit(); }, ['gate/rewritten-record!']],
  ['a reviewer changes a rubric', NOA, (s) => { s.edit('rubrics/talk.md', 'title:', 'title: A'); s.commit(); }, ['gate/not-allowed!']],
  ['a process owner changes a rubric’s words', KIM, (s) => { s.edit('rubrics/talk.md', 'title:', 'title: A'); s.commit(); }, []],
  ['a kept version is changed', KIM, (s) => { s.edit('rubrics/versions/talk/1.md', 'title:', 'title: A'); s.commit(); }, ['gate/frozen-version!']],
  ['a kept version is changed and put back', KIM, (s) => { s.edit('rubrics/versions/talk/1.md', 'title:', 'title: A'); s.commit(); s.edit('rubrics/versions/talk/1.md', 'title: A', 'title:'); s.commit(); }, ['gate/frozen-version!']],
  ['a person gives themselves a role in the same change', NOA, (s) => { s.edit('content/people/noa.yml', 'roles: [reviewer]', 'roles: [reviewer, hiring-manager, process-owner]'); s.commit(); }, ['gate/not-allowed!']],
  ['a person gives themselves an account', 4711, (s) => { s.edit('content/people/noa.yml', 'id: 2003', 'id: 4711'); scored(s); }, ['gate/mixed!', 'gate/unknown-account!']],
  ['a decision is changed', KIM, (s) => { s.edit(`${OTTER}/decision.yml`, /because: \|\n/, 'because: |\n  Otherwise. '); s.commit(); }, ['gate/rewritten-record!']],
  ['the engine alone, by a stranger', 4711, (s) => { s.write('src/x.ts', 'export {};\n'); s.commit(); }, []],
  // Names and modes, as git holds them.
  ['a score that is a symbolic link', NOA, (s) => s.plumb([['120000', 'mia.yml', SCORE]]), ['path/symlink!']],
  ['a link that is taken back', NOA, (s) => { s.plumb([['120000', 'mia.yml', SCORE]]); s.git('reset', '-q', '--hard'); s.remove(SCORE); s.commit(); }, ['path/symlink!']],
  ['a submodule', NOA, (s) => s.plumb([['160000', 'a'.repeat(40), SCORE]]), ['path/submodule!']],
  ['a score that is a program', NOA, (s) => s.plumb([['100755', score(s), SCORE]]), ['path/executable!']],
  ['a twin in capitals of another’s score', NOA, (s) => s.plumb([['100644', score(s), SCORE], ['100644', score(s), MIAS.replace('mia.yml', 'Mia.yml')]]), ['gate/not-yours!', 'path/id!', 'path/case-twin!']],
  ['a folder of content in capitals', NOA, (s) => s.plumb([['100644', score(s), MIAS.replace('content', 'Content')]]), ['gate/not-allowed!', 'path/unknown-file!', 'path/case-twin!']],
  ['a twin in Unicode', NOA, (s) => s.plumb([['100644', 'a', 'content/guide/é.mdx'], ['100644', 'b', 'content/guide/é.mdx'.normalize('NFD')]]), ['gate/not-allowed!', 'path/id!', 'path/unicode-twin!']],
  // What is in it.
  ['a score with a mark off the scale', NOA, (s) => { s.write(SCORE, score(s).replace('mark: 3', 'mark: 5')); s.commit(); }, ['score/mark-outside-scale!']],
  ['a score that is no score', NOA, (s) => { s.write(SCORE, 'marks: [\n'); s.commit(); }, ['yaml/syntax!']],
];

describe('who may change what', () => {
  it.each(SCENARIOS)('%s (account %i)', async (_, as, act, expected) => {
    expect([...(await verdict(act, { as }))].sort()).toEqual([...expected].sort());
  });

  it('a score to which somebody else pushed', async () => {
    expect(await verdict(scored, { as: NOA, pushedBy: MIA })).toEqual(['gate/pushed-by-another!']);
    stage?.dispose();
    expect(await verdict(scored, { as: NOA, pushedBy: NOA })).toEqual([]);
  });

  it('a base that is not there, and a history that shares nothing', async () => {
    expect(await verdict(scored, { as: NOA, base: 'f'.repeat(40) })).toEqual(['gate/range!']);
    stage?.dispose();
    expect(await verdict((s) => { s.git('switch', '-q', '--orphan', 'apart'); s.write(SCORE, 'x'); s.commit(); }, { as: NOA })).toEqual(['gate/range!']);
  });
});
