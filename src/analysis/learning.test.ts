import { describe, expect, test } from 'vitest';
import { miniature, type ScoreInput } from '../fixtures/workspace.ts';
import { calibration } from './calibration.ts';
import { workspaceFacts } from './candidate.ts';
import { outcomes } from './outcomes.ts';
import { surveys } from './surveys.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
const score = (code: number, tests: number | 'not-observed' = 3): ScoreInput => ({ at: '2026-11-01T10:00Z', marks: { code, tests, prose: 2 } });

describe('calibration', () => {
  const session = { rubric: 'craft@1', state: 'closed' as const, reviewers: ['bob', 'alice', 'chen'] };
  const scores = {
    'sample-1': { alice: score(4), bob: score(2), chen: score(3) },
    'sample-2': { alice: score(3, 'not-observed'), bob: score(3), dana: score(1) },
  };
  const of = (samples: typeof scores | Record<string, Record<string, ScoreInput>>) => {
    const workspace = miniature({ calibrations: { autumn: { session, scores: samples } } });
    return calibration(workspace, workspace.calibrations.get('autumn') ?? expect.fail(), NOW);
  };
  const result = of(scores);

  test('agreement in counts of pairs', () => {
    expect(result.criteria.find((one) => one.criterion === 'code')).toMatchObject({ pairs: 4, exact: 1, within: 3, meanSpread: 1 });
    expect(result.criteria.find((one) => one.criterion === 'tests')).toMatchObject({ pairs: 3, exact: 3 });
  });
  test('gaps widest first, shifts against the others, and nobody from outside', () => {
    expect(result.gaps[0]).toEqual({ sample: 'sample-1', criterion: 'code', min: 2, max: 4, spread: 2 });
    const shift = (person: string, criterion?: string) => result.shifts.find((one) => one.person === person && one.criterion === criterion)?.shift;
    expect([shift('alice', 'code'), shift('bob', 'code'), shift('chen', 'code')]).toEqual([0.75, -0.75, 0]);
    expect(result).toMatchObject({ scoresIn: 5, scoresWanted: 6 });
    expect(result.marks.some((mark) => mark.person === 'dana')).toBe(false);
  });
  test('the order of samples and reviewers in the folder never matters', () => {
    const reversed = Object.fromEntries(Object.entries(scores).reverse().map(([sample, people]) => [sample, Object.fromEntries(Object.entries(people).reverse())]));
    expect(of(reversed)).toEqual(result);
  });
  test('one sample and two reviewers are enough; scores after now are not there', () => {
    expect(of({ only: { alice: score(4), bob: score(1) } }).gaps[0]?.spread).toBe(3);
    expect(of({ only: { alice: { ...score(4), at: '2026-12-01T10:00Z' } } }).scoresIn).toBe(0);
  });
});

describe('surveys', () => {
  const answer = (recommend: number, clear: number, month = '2026-10') => ({ questions: 'after', month, outcome: 'declined' as const, recommend, answers: { clear }, minutes: { 'task-api': 200 + recommend } });
  const questions = { after: { title: 'After', for: 'survey' as const, questions: [{ id: 'clear', ask: 'Clear?', kind: 'scale' as const, options: ['no', 'partly', 'yes'] }, { id: 'words', ask: 'Anything?', kind: 'text' as const }] } };
  const of = (list: readonly ReturnType<typeof answer>[]) => surveys(miniature({ questions, surveys: { engineer: Object.fromEntries(list.map((one, index) => [`token-${index}`, one])) } }), '2026-11-20', 'engineer');

  test('distributions from five answers on, and no answer alone', () => {
    const five = of([answer(10, 3), answer(9, 3), answer(8, 2), answer(6, 1), answer(0, 3)]);
    expect(five.recommendCounts).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1]);
    expect(five.recommend).toMatchObject({ promoters: 2, passives: 1, detractors: 2, nps: 0 });
    expect(five.items).toEqual([{ set: 'after', question: 'clear', kind: 'scale', options: ['no', 'partly', 'yes'], n: 5, counts: [1, 1, 3] }]);
    expect(five.minutes).toEqual([{ challenge: 'task-api', values: [200, 206, 208, 209, 210] }]);
  });
  test('all roles together never tell what a role below five said: no difference of two figures is of fewer than five', () => {
    const told = (byRole: Readonly<Record<string, number>>) => surveys(miniature({ questions, surveys: Object.fromEntries(Object.entries(byRole).map(([role, count]) => [role, Object.fromEntries(Array.from({ length: count }, (_, index) => [`token-${index}`, answer(role === 'engineer' ? 10 : 0, 2)]))])) }), '2026-11-20');
    // Two of another role would be five of seven less the five that are told.
    expect(told({ engineer: 5, lead: 2 })).toMatchObject({ answers: 7, recommend: { promoters: 5, detractors: 0 }, items: [{ n: 5 }], minutes: [{ values: [210, 210, 210, 210, 210] }] });
    expect(told({ engineer: 5, lead: 2, intern: 3 })).toMatchObject({ answers: 10, recommend: { promoters: 5, detractors: 5 }, items: [{ n: 10 }] });
    expect(told({ engineer: 3, lead: 2 })).toMatchObject({ answers: 5, recommend: { promoters: 3, detractors: 2 } });
    expect(told({ engineer: 2, lead: 2 })).toMatchObject({ answers: 4, recommend: undefined, items: [{ counts: undefined }] });
  });
  test('below five there is the count and nothing else, and a month to come is not counted', () => {
    const four = of([answer(10, 3), answer(9, 3), answer(8, 2), answer(6, 1), answer(0, 3, '2026-12')]);
    expect(four).toMatchObject({ answers: 4, recommendCounts: undefined, recommend: undefined, items: [{ n: 4, counts: undefined }], minutes: [] });
  });
});

test('outcomes stand beside what the process had said, up to today', () => {
  const events = ['2026-09-01T09:00Z application applied', '2026-09-02T09:00Z application advanced to=offer', '2026-09-03T09:00Z offer hired'];
  const review = (day: 30 | 90, on: string) => ({ day, on, by: 'dana', performance: 4, again: 'yes' as const });
  const workspace = miniature({
    candidates: { engineer: { 'teal-otter-7f': { events, scores: { application: { alice: { at: '2026-09-01T12:00Z', marks: { code: 4, tests: 4, prose: 1 } } } } } } },
    outcomes: { engineer: { 'teal-otter-7f': { started: '2026-10-01', reviews: [review(90, '2026-12-30'), review(30, '2026-10-31')] }, 'plum-cat-66': { started: '2027-01-01' } } },
  });
  const rows = outcomes(workspace, workspaceFacts(workspace, NOW));
  expect(rows).toMatchObject([{ candidate: 'teal-otter-7f', stages: [{ stage: 'application', percent: expect.closeTo(80) as number }], reviews: [{ day: 30 }] }]);
});
