import { expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { queueOf } from './queue.ts';

const MARKS = { code: 3, tests: 3, prose: 'not-observed' as const };
const submitted = (day: string) => ['2026-11-02T09:00Z application applied', '2026-11-03T10:00Z application advanced', `2026-11-${day}T10:00Z task submitted`];
const panel = (...places: object[]) => ({ task: { rubric: 'craft@1', reviewers: places as { person: string; asked: string }[] } });
const ASKED = { person: 'alice', asked: '2026-11-11' };

const workspace = miniature({ candidates: { engineer: {
  'amber-fox-22': { events: submitted('11'), panels: panel({ ...ASKED, due: '2026-11-20' }) },
  'blue-owl-33': { events: submitted('12'), panels: panel({ ...ASKED, due: '2026-11-17' }, { person: 'bob', asked: '2026-11-11' }) },
  'coral-elk-44': { events: submitted('12'), panels: panel({ ...ASKED, released: '2026-11-13', reason: 'unavailable' }, { person: 'bob', asked: '2026-11-11' }) },
  'green-bat-55': { events: submitted('10') },
  'jade-bee-66': { events: submitted('12'), panels: panel(ASKED, { person: 'bob', asked: '2026-11-11' }), conflicts: { alice: { kind: 'referred', declared: '2026-11-12' } } },
  'plum-cat-66': { events: submitted('12'), panels: panel({ ...ASKED, shadow: true }, { person: 'bob', asked: '2026-11-11' }) },
  'teal-hen-77': { events: submitted('13'), panels: panel(ASKED, { person: 'bob', asked: '2026-11-11' }), scores: { task: { alice: { at: '2026-11-16T10:00Z', marks: MARKS } } } },
  'white-ant-88': { events: ['2026-11-02T09:00Z application applied', '2026-11-03T10:00Z application advanced', '2026-11-18T10:00Z task started'], panels: panel(ASKED) },
} } });
const facts = workspaceFacts(workspace, Date.parse('2026-11-19T12:00Z'));
const short = (person: string) => {
  const { scores, mayTake } = queueOf(workspace, facts, person);
  return [scores, mayTake].map((items) => items.map(({ candidate, due, lateBy, since, shadow }) => `${candidate.id} ${due?.day ?? '–'} late ${lateBy} since ${since ?? '–'}${shadow ? ' shadow' : ''}`));
};

test('asked by name, soonest due first; released, conflicted, scored and unfinished work ask for nothing', () => {
  expect(short('alice')).toEqual([
    ['blue-owl-33 2026-11-17 late 2 since 2026-11-12', 'plum-cat-66 2026-11-19 late 0 since 2026-11-12 shadow', 'amber-fox-22 2026-11-20 late 0 since 2026-11-11'],
    ['green-bat-55 2026-11-17 late 2 since 2026-11-10'],
  ]);
  // The control: who was neither released nor has a conflict is asked for all of it.
  expect(short('bob')[0]?.map((line) => line.slice(0, 12).trim())).toEqual(['blue-owl-33', 'coral-elk-44', 'jade-bee-66', 'plum-cat-66', 'teal-hen-77']);
});

test('nobody else’s business is in it', () => {
  expect(short('nobody')).toEqual([[], []]);
  expect(queueOf(workspace, facts, 'alice').samples).toEqual([]);
});
