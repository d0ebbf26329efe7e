import { describe, expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { candidateFacts } from './candidate.ts';
import type { CandidateFacts } from './facts.ts';

const at = (text: string): number => Date.parse(text);
const MARKS = { code: 3, tests: 3, prose: 3 };

function facts(input: CandidateInput, now: string, more: Parameters<typeof miniature>[0] = {}): CandidateFacts {
  const workspace = miniature({ ...more, candidates: { engineer: { 'teal-otter-7f': input } } });
  const folder = workspace.candidates.get('engineer')?.get('teal-otter-7f') ?? expect.fail();
  return candidateFacts(workspace, folder, at(now));
}

/** Applied on a Thursday, started on Monday 5 October 2026, handed in on Wednesday evening. */
const APPLIED = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced'];
const TASK = [...APPLIED, '2026-10-05T08:00Z task started', '2026-10-07T20:00Z task submitted'];
const INVITE = { at: '2026-10-02T16:05Z', message: 'invite', by: 'dana', promised: { start_by: '2026-10-16', reply_within: '5 business days' } };
const PANEL = { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-08', due: '2026-10-12' }, { person: 'bob', asked: '2026-10-08', due: '2026-10-13' }] };
const BOTH = { alice: { at: '2026-10-09T10:00Z', marks: MARKS }, bob: { at: '2026-10-12T10:00Z', marks: { code: 1, tests: 3, prose: 'not-observed' as const } } };

describe('whose move it is', () => {
  test('an application without a score waits for anybody of the panel', () => {
    const { move } = facts({ events: APPLIED.slice(0, 1) }, '2026-10-01T12:00Z');
    expect(move).toMatchObject({ on: 'reviewers', owes: 'score', people: ['alice', 'bob', 'chen'], lateBy: 0, due: { day: '2026-10-06' } });
  });
  test('advanced and not told: the manager owes the invitation', () => {
    const { move } = facts({ events: APPLIED }, '2026-10-12T12:00Z');
    expect(move).toMatchObject({ on: 'manager', people: ['dana'], owes: 'invite', due: { day: '2026-10-06' }, lateBy: 4 });
  });
  test('invited, the candidate starts; inside the window, hands in', () => {
    expect(facts({ events: APPLIED, messages: [INVITE] }, '2026-10-03T12:00Z').move).toMatchObject({ on: 'candidate', owes: 'start', due: { day: '2026-10-16' } });
    expect(facts({ events: TASK.slice(0, 3), messages: [INVITE] }, '2026-10-06T12:00Z').move).toMatchObject({ on: 'candidate', owes: 'hand-in', due: { at: at('2026-10-08T08:00Z') } });
  });
  test('handed in, it waits for exactly the reviewers who have not scored', () => {
    const scores = { task: { alice: BOTH.alice } };
    expect(facts({ events: TASK, messages: [INVITE], panels: { task: PANEL }, scores }, '2026-10-14T12:00Z').move)
      .toMatchObject({ on: 'reviewers', people: ['bob'], owes: 'score', due: { day: '2026-10-13' }, lateBy: 1 });
  });
  test('with every score in, the manager decides until the promise', () => {
    expect(facts({ events: TASK, messages: [INVITE], panels: { task: PANEL }, scores: { task: BOTH } }, '2026-10-12T12:00Z').move)
      .toMatchObject({ on: 'manager', owes: 'decide', due: { day: '2026-10-14' }, sinceAt: at('2026-10-12T10:00Z') });
  });
  test('declined and not told, the manager answers; told, nobody moves', () => {
    const events = [...TASK, '2026-10-13T10:00Z task declined reason=below-bar'];
    const rest = { events, panels: { task: PANEL }, scores: { task: BOTH } };
    const silent = facts({ ...rest, messages: [INVITE] }, '2026-10-15T12:00Z');
    expect(silent.move).toMatchObject({ on: 'manager', owes: 'answer', lateBy: 1 });
    expect(silent.current?.reply).toMatchObject({ state: 'overdue', decidedNotTold: true });
    const told = facts({ ...rest, messages: [INVITE, { at: '2026-10-13T10:10Z', message: 'declined', by: 'dana' }] }, '2026-10-15T12:00Z');
    expect(told.move).toMatchObject({ on: 'nobody', owes: 'nothing' });
    expect(told.current?.reply).toMatchObject({ state: 'kept', days: 4 });
    expect(told).toMatchObject({ closed: true, how: 'declined', reason: 'below-bar' });
  });
  test('a meeting is booked, then held by both; an offer is made, then answered', () => {
    const talk = [...TASK, '2026-10-13T10:00Z task advanced'];
    const messages = [INVITE, { at: '2026-10-13T10:05Z', message: 'talk-invite', by: 'dana' }];
    expect(facts({ events: talk, messages }, '2026-10-14T12:00Z').move).toMatchObject({ on: 'candidate', owes: 'book', due: { day: '2026-10-20' } });
    const booked = [...talk, '2026-10-14T10:00Z talk booked for=2026-10-16T09:00Z'];
    expect(facts({ events: booked, messages }, '2026-10-15T12:00Z').move).toMatchObject({ on: 'candidate', owes: 'meet', due: { day: '2026-10-16' } });
    // While it runs nobody is late; once it is over somebody of us writes down how it went.
    expect(facts({ events: booked, messages }, '2026-10-16T09:30Z').move).toMatchObject({ on: 'candidate', owes: 'attend', lateBy: 0 });
    expect(facts({ events: booked, messages }, '2026-10-19T09:30Z').move).toMatchObject({ on: 'manager', owes: 'record' });
    const offer = [...booked, '2026-10-16T10:00Z talk held', '2026-10-19T10:00Z talk advanced', '2026-10-20T10:00Z decision advanced'];
    const told = [...messages, { at: '2026-10-19T10:05Z', message: 'decision-next', by: 'dana' }, { at: '2026-10-20T10:05Z', message: 'offer-next', by: 'dana' }];
    expect(facts({ events: offer, messages: told }, '2026-10-21T12:00Z').move).toMatchObject({ on: 'manager', owes: 'offer', due: { day: '2026-10-26' } });
    const offered = [...offer, '2026-10-21T10:00Z offer offered'];
    const written = [...told, { at: '2026-10-21T10:05Z', message: 'offer', by: 'dana', promised: { submit_by: '2026-10-28' } }];
    const out = facts({ events: offered, messages: written }, '2026-10-22T12:00Z');
    expect(out.move).toMatchObject({ on: 'candidate', owes: 'answer-offer', due: { day: '2026-10-28' } });
    expect(out.visits.map((visit) => visit.reply?.state)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept']);
  });
});

describe('the reply clock', () => {
  const toDecision = [...TASK, '2026-10-13T10:00Z task advanced to=decision'];
  test('a message about going on answers the stage that was left, not the decision that began with it', () => {
    const { visits } = facts({ events: toDecision, messages: [INVITE, { at: '2026-10-13T10:05Z', message: 'decision-next', by: 'dana' }] }, '2026-10-14T12:00Z');
    expect(visits.map((visit) => [visit.stage, visit.reply?.state])).toEqual([['application', 'kept'], ['task', 'kept'], ['decision', 'open']]);
  });
  test('written before its event is recorded, it answers the stage the candidate is still in', () => {
    const { visits } = facts({ events: toDecision, messages: [INVITE, { at: '2026-10-13T09:55Z', message: 'decision-next', by: 'dana' }] }, '2026-10-14T12:00Z');
    expect(visits.map((visit) => visit.reply?.state)).toEqual(['kept', 'kept', 'open']);
  });
  test('one answer ends everything that waits: what was never answered becomes late', () => {
    const { visits } = facts({ events: TASK, messages: [{ at: '2026-10-13T10:05Z', message: 'declined', by: 'dana' }] }, '2026-10-14T12:00Z');
    expect(visits.map((visit) => visit.reply?.state)).toEqual(['late', 'kept']);
  });
  test('promise of a message, else stage, else role, else settings', () => {
    const due = (input: CandidateInput, index: number): unknown => {
      const reply = facts(input, '2026-11-20T12:00Z').visits[index]?.reply;
      return [reply?.promisedBy, reply?.due.day];
    };
    expect(due({ events: TASK }, 0)).toEqual(['stage', '2026-10-06']);
    expect(due({ events: TASK, messages: [INVITE] }, 1)).toEqual(['message', '2026-10-14']);
    expect(due({ events: TASK, messages: [{ ...INVITE, promised: { reply_by: '2026-10-30' } }] }, 1)).toEqual(['message', '2026-10-30']);
    expect(due({ events: [...TASK, '2026-10-13T10:00Z task advanced to=offer'] }, 2)).toEqual(['role', '2026-10-19']);
  });
  test('a promise is frozen: a later one does not mend it', () => {
    const late = { at: '2026-10-20T10:00Z', message: 'received', by: 'dana', promised: { reply_by: '2026-10-30' } };
    expect(facts({ events: TASK, messages: [INVITE, late] }, '2026-10-21T12:00Z').current?.reply).toMatchObject({ state: 'overdue', due: { day: '2026-10-14' } });
  });
  test('who withdraws before the answer is due is owed none', () => {
    const events = (day: string) => [...TASK, `2026-10-${day}T10:00Z task withdrew reason=personal`];
    expect(facts({ events: events('12') }, '2026-11-01T12:00Z').current?.reply).toBeUndefined();
    expect(facts({ events: events('19') }, '2026-11-01T12:00Z').current?.reply?.state).toBe('late');
  });
  test('a decision that was written down and not told is owed', () => {
    const decisions = [{ decision: 'decline' as const, decided: '2026-10-14T09:00Z', by: ['dana'], bar: 'no' as const, because: 'Not yet.' }];
    const messages = [INVITE, { at: '2026-10-13T10:05Z', message: 'decision-next', by: 'dana' }];
    expect(facts({ events: toDecision, messages, decisions }, '2026-10-14T12:00Z').move).toMatchObject({ on: 'manager', owes: 'answer' });
  });
});

test('who held the time: segments, their sums, and nothing while an application was closed', () => {
  const closed = [...TASK, '2026-10-09T20:00Z task declined reason=below-bar', '2026-10-14T08:00Z task reopened'];
  const result = facts({ events: closed }, '2026-10-16T12:00Z');
  expect(result.segments.map((one) => [one.by, one.visit, one.businessDays, one.calendarDays])).toEqual([
    ['ours', 'application', 1, 1], ['theirs', 'task', 3, 5], ['ours', 'task', 2, 2], ['ours', 'task', 2, 2],
  ]);
  expect(result.held).toEqual({ ours: 5, theirs: 3, oursCalendar: 5, theirsCalendar: 5 });
});

test('overall weighs complete stages only, with coverage and spread', () => {
  const one = facts({ events: TASK, panels: { task: PANEL }, scores: { task: BOTH } }, '2026-10-12T12:00Z');
  expect(one.overall).toMatchObject({ percent: expect.closeTo(100 * (50 * 2 + 30 * 3 + 20 * 3 - 100) / 300), coverage: 0.6, incomplete: false });
  expect(one.overall?.spread.map(Math.round)).toEqual([25, 67]);
  expect(one.disagreements).toMatchObject([{ criterion: 'code', min: 1, max: 3, spread: 2 }]);
  expect(one.bar.map(({ person, visit }) => `${visit} ${person}`)).toEqual(['task alice', 'task bob']);
  expect(facts({ events: TASK, panels: { task: PANEL }, scores: { task: { alice: BOTH.alice } } }, '2026-10-12T12:00Z').overall).toBeUndefined();
});

test('facts after now are left out and counted; fifteen minutes are forgiven', () => {
  const input = { events: TASK, messages: [INVITE], panels: { task: PANEL }, scores: { task: BOTH } };
  expect(facts(input, '2026-10-05T12:00Z')).toMatchObject({ ignored: 5, current: { stage: 'task', phase: 'working' } });
  expect(facts(input, '2026-10-12T09:50Z')).toMatchObject({ ignored: 0 });
  expect(facts(input, '2026-10-12T09:40Z')).toMatchObject({ ignored: 1 });
});

test('a stage that was retired later stays open for the record that went through it', () => {
  const base = miniature().pipelines.get('short')?.value ?? expect.fail();
  const stages = base.stages.map(({ id, kind, why, challenge, rubric }) => ({ id, kind, why, ...(challenge ? { challenge } : {}), ...(rubric ? { rubric } : {}), ...(id === 'task' ? { retired: '2026-11-01' } : {}) }));
  const result = facts({ events: TASK }, '2026-11-20T12:00Z', { pipelines: { short: { title: 'Short', bar: 'Better?', stages } } });
  expect(result.faults).toEqual([]);
  expect(result.visits.map((visit) => visit.stage)).toEqual(['application', 'task']);
});

test('an erased candidate, an empty folder and an unknown role have facts as well', () => {
  expect(facts({ erased: { on: '2026-10-01', basis: 'request', visits: [] } }, '2026-10-12T12:00Z')).toMatchObject({ how: 'erased', closed: true, move: { on: 'nobody' } });
  expect(facts({}, '2026-10-12T12:00Z')).toMatchObject({ visits: [], current: undefined, closed: false, move: { on: 'nobody' } });
  const workspace = miniature({ candidates: { nowhere: { 'teal-otter-7f': { events: TASK } } } });
  expect(candidateFacts(workspace, workspace.candidates.get('nowhere')?.get('teal-otter-7f') ?? expect.fail(), at('2026-10-12T12:00Z')).visits).toEqual([]);
});
