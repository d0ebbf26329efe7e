import { describe, expect, test } from 'vitest';
import { miniature, type CandidateInput, type ScoreInput } from '../../fixtures/workspace.ts';
import { workspaceFacts } from '../candidate.ts';
import { load } from '../load.ts';
import { levelsSays } from '../words/reviewers.ts';
import { clusteredRatio } from './ratio.ts';
import { reviewers, type ReviewerFigures } from './reviewers.ts';

type Marks = ScoreInput['marks'];
const NOW = '2026-11-20T12:00Z';
const TASK = ['2026-11-02T09:00Z application applied', '2026-11-02T16:00Z application advanced', '2026-11-03T08:00Z task started', '2026-11-04T20:00Z task submitted'];
const m = (code: number, tests: Marks[string] = 3, prose: Marks[string] = 2): Marks => ({ code, tests, prose });
const asked = (...people: string[]) => ({ reviewers: people.map((person) => ({ person, asked: '2026-11-04' })), rubric: 'craft@1' });

/** One candidate on the task, scored as given; `days` after Thu 5 November. */
function on(scores: Readonly<Record<string, readonly [day: number, marks: Marks]>>, panel: readonly string[] = Object.keys(scores)): CandidateInput {
  return {
    events: TASK, panels: { task: asked(...panel) },
    scores: { task: Object.fromEntries(Object.entries(scores).map(([person, [day, marks]]) => [person, { at: `2026-11-${String(day).padStart(2, '0')}T10:00Z`, marks }])) },
  };
}

function of(candidates: readonly CandidateInput[], person = 'alice'): ReviewerFigures {
  const workspace = miniature({ candidates: { engineer: Object.fromEntries(candidates.map((each, index) => [`teal-otter-${index}f`, each])) } });
  const facts = workspaceFacts(workspace, Date.parse(NOW));
  return reviewers(workspace, facts, load(workspace, facts)).get(person) ?? expect.fail('nobody');
}

const five = (each: () => CandidateInput): CandidateInput[] => Array.from({ length: 5 }, each);

describe('what is told of a reviewer', () => {
  test('of nobody asked and nothing given: a plain reason for each figure', () => {
    const { load: held, turnaround, covered, evidence, marks, agreement } = of([]);
    expect([held, turnaround, covered, evidence, marks, agreement].map(({ says }) => says)).toEqual([
      'Nothing was asked by name yet.', 'No score was asked for by name yet.', 'No score of a complete panel counts yet.',
      'No evidence of a complete panel counts yet.', 'No mark of a complete panel counts yet.', 'Nobody else has marked the same work yet.',
    ]);
  });

  test('below the guard counts alone', () => {
    const figures = of([on({ alice: [6, m(3)], bob: [6, m(4)] })]);
    expect(figures.turnaround).toMatchObject({ days: [2], median: undefined, says: '1 score given: too few for a median, which needs 5.' });
    expect(figures.covered).toMatchObject({ all: { part: 3, whole: 3, interval: undefined }, says: '3 of 3 criteria were marked, in 1 score: too few for a percentage.' });
    expect(figures.evidence.quartiles).toBeUndefined();
    expect(figures.marks.says).toBe('3 marks in 1 score: too few to sum up, which needs 5 scores.');
    expect(figures.agreement.says).toBe('The same mark as another reviewer in 2 of 3 comparisons; at most one apart in 3, on 1 visit: too few for a percentage.');
  });

  test('nothing of a panel that is incomplete, and nothing of a score that does not count', () => {
    const half = of(five(() => on({ alice: [6, m(4)] }, ['alice', 'bob'])));
    expect([half.covered.scores, half.evidence.pieces, half.marks.scales, half.agreement.visits]).toEqual([0, 0, [], 0]);
    expect(half.turnaround.days).toHaveLength(5);
    expect(of(five(() => on({ alice: [6, m(4)], bob: [7, m(4)] }, ['bob']))).covered.scores).toBe(0);
    expect(of(five(() => on({ alice: [6, m(4)], bob: [7, m(4)] }))).covered.scores).toBe(5);
  });
});

describe('turnaround', () => {
  const given = (day: number) => on({ alice: [day, m(3)], bob: [day, m(3)] });
  test('those still asked count as not yet: the median is later than that of what was given', () => {
    const done = [6, 6, 9, 10, 11].map(given);
    expect(of(done).turnaround).toMatchObject({ days: [2, 2, 3, 4, 5], median: 3, waiting: 0 });
    const waiting = Array.from({ length: 4 }, () => on({}, ['alice', 'bob']));
    expect(of([...done, ...waiting]).turnaround).toMatchObject({ median: 5, waiting: 4, longest: 12 });
    expect(of([...done, ...waiting]).turnaround.says).toMatch(/^5 scores given, half of what was asked within 5\u00a0days \(.*\); 4 still waiting, longest 12\u00a0days\.$/);
  });
  test('and while most are, there is none', () => {
    const told = of([...[6, 6, 9, 10, 11].map(given), ...Array.from({ length: 9 }, () => on({}, ['alice', 'bob']))]).turnaround;
    expect(told.median).toBeUndefined();
    expect(told.says).toBe('5 scores given, less than half of what was asked, so no median yet; 9 still waiting, longest 12\u00a0days.');
  });
  test('work that is not in keeps nobody waiting', () => {
    const before = { ...on({}, ['alice', 'bob']), events: TASK.slice(0, 3) };
    expect(of([before]).turnaround).toMatchObject({ waiting: 0, says: 'No score was asked for by name yet.' });
  });
});

describe('criteria covered', () => {
  test('which are skipped, and how it was with the others there', () => {
    const { covered } = of([...five(() => on({ alice: [6, m(3, 'not-observed')], bob: [6, m(3)] })), on({ alice: [6, m(3)], bob: [6, m(3, 'not-observed')] })]);
    expect(covered.skipped).toEqual([{ rubric: 'craft', criterion: 'tests', name: 'tests', skipped: 5, of: 6, others: { marked: 5, of: 5 } }]);
    expect(covered.says).toMatch(/^13 of 18 criteria were marked, 72\u00a0% \(.*\); most often nothing was observed on tests, in 5 of 6 scores, where the others marked it in 5 of 5\.$/);
  });
  test('one of many is not none: no rounding to all', () => {
    const many = Array.from({ length: 80 }, (_, index) => on({ alice: [6, m(3, index === 0 ? 'not-observed' : 3)], bob: [6, m(3)] }));
    expect(of(many).covered.says).toContain('239 of 240 criteria were marked, over 99\u00a0%');
  });
});

describe('marks and agreement', () => {
  const mixed = [...five(() => on({ alice: [6, m(4)], bob: [6, m(2)] })), on({ alice: [6, m(3)], bob: [6, m(3)], chen: [6, m(4)] })];
  test('levels given, and by the others on the same work', () => {
    const { marks } = of(mixed);
    expect(marks.scales[0]).toMatchObject({ min: 1, max: 4, scores: 6, marks: 18 });
    expect(marks.scales[0]?.levels).toEqual([
      { level: 1, given: 0, shared: 0, others: 0 }, { level: 2, given: 6, shared: 7, others: 12 }, { level: 3, given: 7, shared: 9, others: 8 }, { level: 4, given: 5, shared: 5, others: 1 },
    ]);
    expect(marks.says).toBe('3 was given most often: 7 of 18 marks, 39\u00a0%; where others marked the same work, 9 of 21 against their 8.');
  });
  test('levels given as often as each other are all named', () => {
    const scale = { min: 1, max: 4, scores: 6, marks: 12, levels: [1, 2, 3, 4].map((level) => ({ level, given: level === 1 || level === 4 ? 5 : 1, shared: 3, others: 3 })) };
    expect(levelsSays([scale])).toBe('1 and 4 were given most often: each 5 of 12 marks, 42\u00a0%.');
  });
  test('compared criterion by criterion with each other', () => {
    const { agreement } = of(mixed);
    expect(agreement).toMatchObject({ visits: 6, exact: { part: 15, whole: 21 }, within: { part: 16, whole: 21 } });
    expect(agreement.says).toMatch(/^The same mark as another reviewer in 15 of 21 comparisons, 71\u00a0% \(\d+–\d+\u00a0%\); at most one apart in 16, 76\u00a0% \(/);
  });
  test('the interval takes visits for trials, not criteria; where all are alike it says none', () => {
    const one = { part: 1, whole: 3 };
    expect(clusteredRatio([], 5)).toEqual({ part: 0, whole: 0, share: undefined, interval: undefined });
    expect(clusteredRatio([one, one, one, one, one], 5).interval).toBeUndefined();
    expect(clusteredRatio(Array.from({ length: 10 }, () => one), 5).interval).toBeUndefined();
    const varied = [0, 3, 1, 2, 3, 0].map((part) => ({ part, whole: 3 }));
    const once = clusteredRatio(varied, 5).interval ?? expect.fail();
    const finer = clusteredRatio(varied.map(({ part, whole }) => ({ part: part * 10, whole: whole * 10 })), 5).interval ?? expect.fail();
    expect(finer[0]).toBeCloseTo(once[0], 12);
    expect(clusteredRatio(varied.slice(0, 4), 5).interval).toBeUndefined();
  });
});

test('load by month, from the first with anything in it', () => {
  const { load: held } = of(five(() => on({ alice: [6, m(3)] }, ['alice', 'bob'])));
  expect(held).toMatchObject({ asked: 5, given: 5, months: [{ month: '2026-11', asked: 5, given: 5 }], says: 'Nothing is open; 5 asked by name and 5 given in the last 12 months.' });
  expect(of(five(() => on({}, ['alice', 'bob']))).load.says).toBe('5 scores are open; 5 asked by name and 0 given in the last 12 months.');
});
