import { expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { duties } from './ledger-due.ts';

/** A Thursday. */
const NOW = Date.parse('2026-11-19T12:00Z');
const APPLIED = '2026-11-02T09:00Z application applied';
const INVITE = { at: '2026-11-03T10:05Z', message: 'invite', by: 'dana' };
const gone = [APPLIED, '2026-11-03T10:00Z application advanced'];
const MARKS = { code: 3, tests: 3, prose: 3 };
const LATE = { late: { when: { on: 'late' as const }, subject: 'We are late', from: 'manager', answers: false } };

function due(candidate: CandidateInput, messages = {}): unknown[] {
  const workspace = miniature({ messages, candidates: { engineer: { 'teal-otter-22': candidate } } });
  return duties(workspace, workspaceFacts(workspace, NOW)).map(({ kind, person, due: by, lateBy }) => [kind, person, by?.day, lateBy]);
}

const asked = (alice: string, bob?: string) => ({ task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-11-11', due: alice }, { person: 'bob', asked: '2026-11-11', ...(bob && { due: bob }) }] } });
const handedIn = { events: [...gone, '2026-11-10T10:00Z task submitted'], messages: [INVITE] };

test('a missing score is its reviewer’s; once the answer is late, the manager says so', () => {
  expect(due({ ...handedIn, panels: asked('2026-11-18', '2026-11-20') })).toEqual([['late', 'dana', '2026-11-17', 2], ['score', 'alice', '2026-11-18', 1], ['score', 'bob', '2026-11-20', 0]]);
  expect(due({ ...handedIn, messages: [INVITE, { at: '2026-11-18T09:00Z', message: 'late', by: 'dana' }], panels: asked('2026-11-18', '2026-11-20') }, LATE)).toEqual([['score', 'alice', '2026-11-18', 1], ['score', 'bob', '2026-11-20', 0]]);
});

test('where nobody was asked by name, asking is the manager’s', () => {
  expect(due({ events: ['2026-11-18T09:00Z application applied'] })).toEqual([['ask', 'dana', '2026-11-23', 0]]);
});

test('trainees and whoever was asked once the others had scored are told, and waited for by nobody', () => {
  const person = (id: string, more: object = {}) => ({ person: id, asked: '2026-11-11', ...more });
  const panels = (...reviewers: ReturnType<typeof person>[]) => ({ task: { rubric: 'craft@1', reviewers } });
  const scores = { task: { alice: { at: '2026-11-12T09:00Z', marks: MARKS } } };
  expect(due({ ...handedIn, panels: panels(person('bob', { due: '2026-11-20' }), person('chen', { shadow: true, due: '2026-11-17' })) })).toContainEqual(['score', 'chen', '2026-11-17', 0]);
  expect(due({ ...handedIn, scores, panels: panels(person('alice'), person('chen', { asked: '2026-11-16', due: '2026-11-18' })) })).toEqual([['decide', 'dana', '2026-11-17', 2], ['score', 'chen', '2026-11-18', 1]]);
  expect(due({ ...handedIn, scores, conflicts: { chen: { kind: 'other', declared: '2026-11-17' } }, panels: panels(person('alice'), person('chen', { asked: '2026-11-16', due: '2026-11-18' })) })).toEqual([['decide', 'dana', '2026-11-17', 2]]);
});

test('with every score in, the decision is due; once it is made, telling it is', () => {
  const scores = { task: { alice: { at: '2026-11-12T09:00Z', marks: MARKS }, bob: { at: '2026-11-12T09:00Z', marks: MARKS } } };
  expect(due({ ...handedIn, scores })).toEqual([['decide', 'dana', '2026-11-17', 2]]);
  expect(due({ ...handedIn, scores, events: [...handedIn.events, '2026-11-16T10:00Z task declined reason=below-bar'] })).toEqual([['tell', 'dana', '2026-11-17', 2]]);
  expect(due({ ...handedIn, scores, events: [...handedIn.events, '2026-11-16T10:00Z task advanced'] })).toEqual([['invite', 'dana', '2026-11-17', 2]]);
});

test('what has run out is to be closed, and is no lateness of ours', () => {
  expect(due({ events: [...gone, '2026-11-11T10:00Z task started'], messages: [INVITE] })).toEqual([['expire', 'dana', '2026-11-14', 0]]);
  expect(due({ events: [...gone, '2026-11-17T10:00Z task started'], messages: [INVITE] })).toEqual([]);
});

test('a meeting that is over is to be written down', () => {
  const talk = [...gone, '2026-11-05T10:00Z task submitted', '2026-11-09T10:00Z task advanced', '2026-11-10T10:00Z talk booked for=2026-11-18T10:00Z'];
  expect(due({ events: talk, messages: [INVITE, { at: '2026-11-09T11:00Z', message: 'talk-invite', by: 'dana' }] })).toEqual([['record', 'dana', '2026-11-18', 1]]);
});
