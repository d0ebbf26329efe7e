import { expect, test } from 'vitest';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { dropOff } from './drop-off.ts';
import { spellsOf, type StageSpell } from './funnel-spells.ts';
import { timeInStage } from './time-in-stage.ts';
import { waits } from './waits.ts';
import { dropOffSays, waitsSays } from './words/funnel.ts';

/** A Friday. */
const NOW = Date.parse('2026-11-20T12:00Z');
const PAST = (day: string): boolean => day < '2026-11-20';
const INVITE = { at: '2026-10-02T16:05Z', message: 'invite', by: 'dana' };

function workspaceOf(candidates: Readonly<Record<string, CandidateInput>>) {
  const workspace = miniature({ candidates: { engineer: candidates } });
  return { workspace, facts: workspaceFacts(workspace, NOW) };
}

function of(candidates: Readonly<Record<string, CandidateInput>>): readonly StageSpell[] {
  const { workspace, facts } = workspaceOf(candidates);
  return spellsOf(workspace, facts).get('engineer') ?? [];
}

test('an entry lasts from entering to leaving, or to now, in days of both kinds', () => {
  expect(of({ 'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied', '2026-10-05T16:00Z application advanced', '2026-11-18T10:00Z task submitted'] } })).toMatchObject([
    { stage: 'application', visit: 'application', entered: '2026-10-01', how: 'advanced', calendar: 4, business: 2, followed: 50, level: 'senior', pipeline: 'short', source: 'direct', erased: false },
    { stage: 'task', entered: '2026-10-05', how: undefined, calendar: 46, business: 34, followed: 46 },
  ]);
});

test('time between a close and a reopening is nobody’s', () => {
  const [application] = of({ 'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T09:00Z application declined reason=below-bar', '2026-10-12T09:00Z application reopened', '2026-10-13T09:00Z application advanced'] } });
  expect(application).toMatchObject({ calendar: 2, business: 2, how: 'advanced' });
});

test('a return is its own entry, also into the same stage', () => {
  expect(of({ 'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-05T10:00Z task submitted', '2026-10-06T10:00Z task returned to=task'], messages: [INVITE] } })
    .map(({ visit, how }) => [visit, how])).toEqual([['application', 'advanced'], ['task', 'returned'], ['task.2', undefined]]);
});

test('of the erased weeks are left: days in sevens, no business days, no source', () => {
  const erased = { on: '2026-11-02', basis: 'retention', visits: [{ stage: 'application', entered: '2026-W40', left: '2026-W41', how: 'advanced' }, { stage: 'task', entered: '2026-W41' }] } as const;
  expect(of({ 'teal-otter-7f': { erased: { ...erased, visits: [...erased.visits] } } })).toMatchObject([
    { visit: 'application', entered: '2026-09-28', calendar: 7, business: undefined, source: undefined, how: 'advanced', followed: 53, erased: true },
    // Its end is not known: followed to the day of the erasure.
    { visit: 'task', entered: '2026-10-05', calendar: 28, business: undefined, how: undefined, followed: 28 },
  ]);
});

test('no candidate, a role without a pipeline, facts of the future: no entry and no error', () => {
  expect(of({})).toEqual([]);
  expect(of({ 'teal-otter-7f': { events: ['2026-12-01T09:00Z application applied'] } })).toEqual([]);
});

test('reasons stand in the words of the settings, expiries apart, erased reasons counted', () => {
  const ended = (how: StageSpell['how'], reason?: string): StageSpell => ({ ...(of({ 'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied'] } })[0] as StageSpell), how, reason });
  const found = dropOff([ended('declined', 'below-bar'), ended('declined', 'below-bar'), ended('declined', 'conduct'), ended('withdrew', 'pay'), ended('expired'), ended('declined'), ended('advanced'), ended(undefined)]);
  expect(found).toEqual({ declined: [{ reason: 'below-bar', count: 2 }, { reason: 'conduct', count: 1 }], withdrew: [{ reason: 'pay', count: 1 }], expired: 1, unknown: 1 });
  expect(dropOffSays(found, (how, reason) => `${how} ${reason}`)).toBe('3 were declined, most often because: “declined below-bar” (2); 1 withdrew, because: “withdrew pay”; 1 let it expire; of 1 the reason is erased.');
  expect(dropOffSays({ ...found, declined: [], withdrew: [], expired: 0 }, (how, reason) => `${how} ${reason}`)).toBe('Of 1 the reason is erased.');
  expect(dropOffSays(dropOff([]), () => '')).toBe('Nobody has left without going on.');
  // Two reasons as frequent as each other: neither is named.
  expect(dropOffSays(dropOff([ended('declined', 'a'), ended('declined', 'b')]), (_, reason) => reason)).toBe('2 were declined.');
});

test('whoever waits, waits for somebody: by stage and by person; decided and not told is counted apart', () => {
  const { facts } = workspaceOf({
    'teal-otter-7f': { events: ['2026-11-19T09:00Z application applied'] },
    'navy-crane-9p': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application declined reason=below-bar'] },
    'gold-finch-3x': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-11-18T10:00Z task started'], messages: [INVITE] },
    'plum-heron-2k': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application withdrew reason=personal'] },
  });
  const found = waits(facts.all, ['application', 'task', 'talk'], PAST);
  expect(found.moves).toEqual({ manager: 0, reviewers: 1, candidate: 1 });
  expect([found.late, found.untold]).toEqual([0, 1]);
  expect(found.stages.map(({ stage, manager, reviewers, candidate, late }) => [stage, manager, reviewers, candidate, late])).toEqual([['application', 0, 1, 0, 0], ['task', 0, 0, 1, 0]]);
  expect(found.people.find(({ person }) => person === 'dana')).toMatchObject({ side: 'manager', count: 1, anybody: 0, late: 1, owes: [{ owes: 'answer', count: 1 }] });
  expect(waitsSays(found)).toBe('1 waits: 1 for reviewers; 1 has the move. Nobody waits longer than promised. 1 answer owed after the end.');
  expect(waitsSays(waits([], [], PAST))).toBe('Nobody waits.');
  expect(waitsSays(waits(facts.all.filter(({ closed }) => closed), ['application'], PAST))).toBe('Nobody waits. 1 answer owed after the end.');
});

test('of a panel everybody is late by their own day, and nobody with what anybody may take', () => {
  const { facts } = workspaceOf({
    'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied'] },
    'gold-finch-3x': {
      events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-05T10:00Z task started', '2026-10-06T10:00Z task submitted'], messages: [INVITE],
      panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-07', due: '2026-10-12' }, { person: 'bob', asked: '2026-10-07', due: '2026-12-01' }] } },
    },
  });
  const found = waits(facts.all, ['application', 'task', 'talk'], PAST);
  const of = (person: string) => found.people.find((each) => each.person === person);
  expect(of('alice')).toMatchObject({ count: 2, anybody: 1, late: 1, owes: [{ owes: 'score', count: 2 }] });
  expect(of('bob')).toMatchObject({ count: 2, anybody: 1, late: 0 });
});

test('time between an end and a reopening is nobody’s, in the longest wait of both tables', () => {
  const { workspace, facts } = workspaceOf({
    'teal-otter-7f': { events: ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application withdrew reason=personal', '2026-11-16T09:00Z application reopened'] },
  });
  const { longest } = waits(facts.all, ['application'], PAST).stages[0] ?? {};
  expect(longest).toBe(timeInStage(spellsOf(workspace, facts).get('engineer') ?? []).longest?.business);
  expect(longest).toBeLessThan(7);
});
