import { expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { load } from './load.ts';
import { rubricUse } from './rubric-use.ts';
import { today, todayByManager } from './today.ts';

const MARKS = { code: 3, tests: 3, prose: 'not-observed' as const };
const APPLIED = '2026-11-02T09:00Z application applied';
const ADVANCED = '2026-11-03T10:00Z application advanced';
const STARTED = '2026-11-18T10:00Z task started';
const INVITE = { at: '2026-11-03T10:05Z', message: 'invite', by: 'dana' };
const NOW = Date.parse('2026-11-19T12:00Z');
const submitted = (day: string) => [APPLIED, ADVANCED, `2026-11-${day}T10:00Z task submitted`];
const panel = (...due: (string | undefined)[]) => ({ task: { rubric: 'craft@1', reviewers: due.map((day, index) => ({ person: ['alice', 'bob'][index] ?? '', asked: '2026-11-11', ...(day ? { due: day } : {}) })) } });

const workspace = miniature({ candidates: { engineer: {
  'amber-fox-22': { events: submitted('11'), messages: [INVITE], panels: panel('2026-11-17', '2026-11-20'), scores: { task: { alice: { at: '2026-11-16T10:00Z', marks: MARKS } } } },
  'blue-owl-33': { events: submitted('12'), messages: [INVITE], panels: panel('2026-11-20'), scores: { task: { alice: { at: '2026-11-19T09:00Z', marks: MARKS, recommendation: 'no' } } } },
  'coral-elk-44': { events: [APPLIED, ADVANCED, STARTED], messages: [INVITE], adjustments: [{ stages: ['task'], extra: '24h', by: 'dana', on: '2026-11-18' }] },
  'green-bat-55': { events: submitted('10'), messages: [INVITE] },
  'plum-cat-66': { events: [APPLIED, ADVANCED] },
  'teal-hen-77': { events: [APPLIED, '2026-11-04T10:00Z application declined reason=below-bar'] },
  'white-ant-88': { events: [APPLIED, '2026-11-03T10:00Z application declined reason=below-bar'], messages: [{ at: '2026-11-03T11:00Z', message: 'declined', by: 'dana' }] },
} } });
const facts = workspaceFacts(workspace, NOW);
const board = today(workspace, facts);
const ids = (list: readonly { readonly candidate: { readonly id: string } }[]): string[] => list.map((entry) => entry.candidate.id);

test('decisions wait where every score is in; their answer is not repeated under promises', () => {
  expect(ids(board.decide)).toEqual(['blue-owl-33']);
  expect(board.promises.map((entry) => [entry.candidate.id, entry.owe, entry.lateBy])).toEqual([
    ['plum-cat-66', 'invite', 10], ['teal-hen-77', 'decision-told', 10], ['green-bat-55', 'answer', 2], ['amber-fox-22', 'answer', 1],
  ]);
});

test('scores missing by name, soonest due first; visits that nobody was asked for apart', () => {
  expect(board.missing.map(({ candidate, person, due, lateBy }) => [candidate.id, person, due?.day, lateBy])).toEqual([['amber-fox-22', 'bob', '2026-11-20', 0]]);
  expect(ids(board.unassigned)).toEqual(['green-bat-55']);
});

test('inside the window, with the extra time', () => {
  expect(board.working).toMatchObject([{ candidate: { id: 'coral-elk-44' }, hoursLeft: 70 }]);
});

test('what happened since the business day before, newest first and without a mark', () => {
  expect(board.sinceDay).toBe('2026-11-18');
  expect(board.since.map(({ what, where, by }) => [what, where, by])).toEqual([['scored', 'task', 'alice'], ['started', 'task', undefined]]);
  expect(today(workspace, workspaceFacts(workspace, Date.parse('2026-11-23T08:00Z'))).sinceDay).toBe('2026-11-20');
});

test('moves and promises add up, in total and by manager', () => {
  expect(board.moves).toEqual({ manager: 3, reviewers: 2, candidate: 1 });
  expect(board.kept).toMatchObject({ kept: 5, broken: 4, open: 1 });
  expect(todayByManager(workspace, facts).get('dana')).toEqual({ ...board, manager: 'dana' });
  expect(today(workspace, facts, 'nobody').promises).toEqual([]);
});

test('load: what is open, what was given', () => {
  const people = load(workspace, facts);
  expect(people.get('alice')).toMatchObject({ scores: 2, recommendations: { no: 1, yes: 0 }, open: [] });
  expect(people.get('bob')).toMatchObject({ scores: 0, open: [{ candidate: { id: 'amber-fox-22' } }] });
  expect(people.get('dana')?.manages).toEqual(['engineer']);
});

test('use of a rubric counts complete visits alone', () => {
  const use = rubricUse(facts).get('craft@1');
  expect(use).toMatchObject({ scores: 1, first: '2026-11-19T09:00Z' });
  expect(use?.given.get('prose')).toEqual({ levels: new Map(), notObserved: 1 });
  expect(use?.given.get('code')?.levels).toEqual(new Map([[3, 1]]));
});
