import { expect, test } from 'vitest';
import { workspaceFacts } from '../analysis/candidate.ts';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { parseDuration } from '../model/duration.ts';
import { dueMessages, type AnsweredRequest } from './due.ts';
import { withTemplate } from './test-templates.ts';

const INVITED = ['2026-10-01T09:00+01:00 application applied', '2026-10-05T10:00+01:00 application advanced'];
const STARTED = [...INVITED, '2026-10-07T09:00+01:00 task started'];
const TOLD = [{ at: '2026-10-05T10:05+01:00', message: 'invite', by: 'dana' }];

function due(input: CandidateInput, at: string, requests: readonly AnsweredRequest[] = []): string[] {
  let workspace = miniature({ candidates: { engineer: { 'teal-otter-7f': input } } });
  const add = (id: string, on: 'silence' | 'late' | 'closing' | 'survey' | 'accommodation', after?: string, kinds?: 'take-home'[]): void => {
    const wait = after === undefined ? undefined : parseDuration(after);
    workspace = withTemplate(workspace, id, { on, ...(wait && { after: wait }), ...(kinds && { at: kinds }) }, '');
  };
  add('still-there', 'silence', '3 business days', ['take-home']);
  add('last-call', 'silence', '7 business days', ['take-home']);
  add('sorry', 'late', '1 h');
  add('nearly', 'closing', '24 h', ['take-home']);
  add('how-was-it', 'survey', '3 business days');
  add('arranged', 'accommodation');
  const now = Date.parse(at);
  return dueMessages(workspace, workspaceFacts(workspace, now), now, new Map([['teal-otter-7f', requests]])).map(({ visit, message }) => `${message} (${visit})`);
}

const sent = (at: string, message: string) => ({ at, message, by: 'dana' });

test('a candidate who says nothing is asked once, and once more', () => {
  const waiting = { events: INVITED, messages: TOLD };
  expect(due(waiting, '2026-10-08T23:00+01:00')).toEqual([]);
  expect(due(waiting, '2026-10-09T09:00+01:00')).toEqual(['still-there (task)']);
  // Nobody asked in time: the second question waits for the first, and keeps its distance to it.
  expect(due(waiting, '2026-10-16T09:00+01:00')).toEqual(['still-there (task)']);
  const asked = { ...waiting, messages: [...TOLD, sent('2026-10-09T09:30+01:00', 'still-there')] };
  expect(due(asked, '2026-10-15T23:00+01:00')).toEqual([]);
  expect(due(asked, '2026-10-16T09:00+01:00')).toEqual(['last-call (task)']);
  expect(due({ ...asked, messages: [...asked.messages, sent('2026-10-16T09:30+01:00', 'last-call')] }, '2026-10-19T09:00+01:00')).toEqual([]);
  // The last day is over: closing or extending is for a person.
  expect(due(waiting, '2026-10-20T09:00+01:00')).toEqual([]);
});

test('whoever works, was not told, or got more time is not silent', () => {
  expect(due({ events: STARTED }, '2026-10-08T12:00+01:00').filter((each) => each.startsWith('still'))).toEqual([]);
  expect(due({ events: INVITED, messages: [sent('2026-10-01T09:10+01:00', 'received')] }, '2026-10-09T09:00+01:00')).toEqual([]);
  const extended = { events: INVITED, messages: TOLD, adjustments: [{ stages: ['task'], extra: '2 days', by: 'dana', on: '2026-10-08' }] };
  expect(due(extended, '2026-10-09T09:00+01:00')).toEqual([]);
  expect(due(extended, '2026-10-14T09:00+01:00')).toEqual(['still-there (task)']);
});

test('our own lateness is owned up to once, and not where the answer itself is what is missing', () => {
  const submitted = [...STARTED, '2026-10-09T20:00+01:00 task submitted'];
  expect(due({ events: submitted, messages: TOLD }, '2026-10-16T23:00+01:00')).toEqual([]);
  expect(due({ events: submitted, messages: TOLD }, '2026-10-17T02:00+01:00')).toEqual(['sorry (task)']);
  expect(due({ events: submitted, messages: [...TOLD, sent('2026-10-17T10:00+01:00', 'sorry')] }, '2026-10-19T12:00+01:00')).toEqual([]);
  expect(due({ events: [...submitted, '2026-10-15T20:00+01:00 task declined reason=below-bar'], messages: TOLD }, '2026-10-19T12:00+01:00')).toEqual([]);
});

test('a window that is about to close, once for each deadline', () => {
  const working = { events: STARTED, messages: TOLD };
  expect(due(working, '2026-10-09T08:00+01:00')).toEqual([]);
  expect(due(working, '2026-10-09T10:00+01:00')).toEqual(['nearly (task)']);
  expect(due(working, '2026-10-10T09:00+01:00')).toEqual([]);
  const told = { ...working, messages: [...TOLD, sent('2026-10-09T10:30+01:00', 'nearly')] };
  expect(due(told, '2026-10-09T12:00+01:00')).toEqual([]);
  const moved = { ...told, adjustments: [{ stages: ['task'], extra: '48h', by: 'dana', on: '2026-10-09' }] };
  expect(due(moved, '2026-10-10T12:00+01:00')).toEqual([]);
  expect(due(moved, '2026-10-11T12:00+01:00')).toEqual(['nearly (task)']);
  expect(due({ events: [...STARTED, '2026-10-09T09:30+01:00 task submitted'], messages: TOLD }, '2026-10-09T10:00+01:00')).toEqual([]);
});

test('the survey waits for the answer, comes once, and not after weeks', () => {
  const declined = [...STARTED, '2026-10-09T20:00+01:00 task submitted', '2026-10-12T10:00+01:00 task declined reason=below-bar'];
  const answered = [...TOLD, sent('2026-10-12T10:10+01:00', 'declined')];
  expect(due({ events: declined, messages: TOLD }, '2026-10-16T12:00+01:00')).toEqual([]);
  expect(due({ events: declined, messages: answered }, '2026-10-15T12:00+01:00')).toEqual([]);
  expect(due({ events: declined, messages: answered }, '2026-10-16T12:00+01:00')).toEqual(['how-was-it (task)']);
  expect(due({ events: declined, messages: [...answered, sent('2026-10-16T12:10+01:00', 'how-was-it')] }, '2026-10-19T12:00+01:00')).toEqual([]);
  expect(due({ events: declined, messages: answered }, '2026-12-16T12:00+00:00')).toEqual([]);
});

test('who asked for an accommodation hears what was decided', () => {
  const waiting = { events: STARTED, messages: TOLD };
  const at = '2026-10-08T12:00+01:00';
  expect(due(waiting, at, [{ decision: 'open' }])).toEqual([]);
  expect(due(waiting, at, [{ decision: 'granted', decided: '2026-10-07' }, { decision: 'open' }])).toEqual(['arranged (task)']);
  expect(due(waiting, at, [{ decision: 'granted', decided: '2026-10-09' }])).toEqual([]);
  expect(due(waiting, at, [{ decision: 'granted', decided: '2026-10-07', told: '2026-10-07' }])).toEqual([]);
  expect(due(waiting, at, [{ decision: 'granted', decided: '2026-10-01', told: '2026-10-01' }, { decision: 'declined', decided: '2026-10-07' }])).toEqual(['arranged (task)']);
});

test('an erased or broken record is written to by nobody', () => {
  expect(due({ erased: { on: '2026-10-09', basis: 'request', visits: [] } }, '2026-10-16T12:00+01:00')).toEqual([]);
  expect(due({ events: [...INVITED, '2026-10-06T10:00+01:00 application advanced'], messages: TOLD }, '2026-10-09T09:00+01:00')).toEqual([]);
});
