import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { candidateFacts } from './candidate.ts';
import type { VisitFacts } from './facts.ts';

const MARKS = { code: 3, tests: 3, prose: 3 };
const EVENTS = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-07T20:00Z task submitted'];
const asked = (person: string, day: string, more = {}) => ({ person, asked: day, ...more });

function visit(input: CandidateInput, now = '2026-10-20T12:00Z'): VisitFacts {
  const workspace = miniature({ candidates: { engineer: { 'teal-otter-7f': { events: EVENTS, ...input } } }, rubrics: { craft: [{ criteria: { code: 100 } }, { version: 2, criteria: { code: 50, tests: 30, prose: 20 } }] } });
  const folder = workspace.candidates.get('engineer')?.get('teal-otter-7f') ?? expect.fail();
  return candidateFacts(workspace, folder, Date.parse(now)).visits.find((one) => one.stage === 'task') ?? expect.fail();
}
const panel = (...reviewers: ReturnType<typeof asked>[]) => ({ task: { rubric: 'craft@2', reviewers } });
const score = (day: string, more = {}) => ({ at: `2026-10-${day}T10:00Z`, marks: MARKS, rubric: 'craft@2', ...more });
const leftOut = (result: VisitFacts) => Object.fromEntries(result.scores.map((one) => [one.person, one.leftOut]));

describe('which scores count', () => {
  test('shadows, strangers, conflicts and other versions are shown and left out', () => {
    const result = visit({
      panels: panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08', { shadow: true }), asked('chen', '2026-10-08'), asked('dana', '2026-10-08')),
      conflicts: { chen: { kind: 'referred', declared: '2026-10-10' } },
      scores: { task: { alice: score('09'), bob: score('09'), chen: score('09'), dana: score('09', { rubric: 'craft@1' }), elif: score('09') } },
    });
    expect(leftOut(result)).toEqual({ alice: undefined, bob: 'shadow', chen: 'conflict', dana: 'version', elif: 'unasked' });
    expect(result.score?.reviewers).toBe(1);
  });
  test('a released reviewer’s score counts up to the day of release, unless it was for a conflict', () => {
    const released = (day: string, reason: string) => panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08', { released: day, reason }));
    const of = (day: string, reason: string) => leftOut(visit({ panels: released(day, reason), scores: { task: { alice: score('09'), bob: score('10') } } }))['bob'];
    expect([of('2026-10-10', 'left'), of('2026-10-09', 'left'), of('2026-10-10', 'conflict')]).toEqual([undefined, 'released', 'conflict']);
  });
  test('after the end of a visit nothing counts: a first score is late, an amendment leaves the one before in force', () => {
    const result = visit({
      events: [...EVENTS, '2026-10-12T10:00Z task declined reason=below-bar'],
      panels: panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08')),
      scores: { task: { alice: score('09'), 'alice.2': score('10', { marks: { ...MARKS, code: 2 } }), 'alice.3': score('13', { marks: { ...MARKS, code: 1 } }), bob: score('13') } },
    });
    expect(leftOut(result)).toEqual({ alice: undefined, bob: 'late' });
    expect(result.scores[0]?.effective.amendment).toBe(2);
    expect(result.scores[0]?.versions.map((version) => version.amendment)).toEqual([1, 2, 3]);
    expect(result.panel).toMatchObject({ complete: true, completeAt: Date.parse('2026-10-12T10:00Z'), missing: [] });
  });
  test('without a panel file the earliest score’s version holds, otherwise the current one', () => {
    expect(visit({}).panel?.reference).toBe('craft@2');
    const result = visit({ scores: { task: { alice: score('10'), bob: score('09', { rubric: 'craft@1' }) } } });
    expect(result.panel?.reference).toBe('craft@1');
    expect(leftOut(result)).toEqual({ alice: 'version', bob: undefined });
  });
});

describe('when a panel is complete', () => {
  const two = panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08', { due: '2026-10-12' }));
  test('when everyone asked and not released has scored', () => {
    expect(visit({ panels: two, scores: { task: { alice: score('09') } } }).panel).toMatchObject({
      complete: false, scoresIn: 1, scoresWanted: 2, missing: [{ person: 'bob', asked: '2026-10-08', due: '2026-10-12' }],
    });
    expect(visit({ panels: two, scores: { task: { alice: score('09'), bob: score('12') } } }).panel).toMatchObject({ complete: true, completeAt: Date.parse('2026-10-12T10:00Z') });
  });
  test('a later ask does not undo it, an earlier one holds it up', () => {
    const later = panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-12'));
    const scores = { task: { alice: score('09') } };
    expect(visit({ panels: later, scores }).panel).toMatchObject({ complete: true, completeAt: Date.parse('2026-10-09T10:00Z') });
    expect(visit({ panels: two, scores }).panel?.complete).toBe(false);
  });
  test('a release completes it from the beginning of its day, and so does a declared conflict', () => {
    const released = panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08', { released: '2026-10-12', reason: 'unavailable' }));
    const scores = { task: { alice: score('09') } };
    const expected = { complete: true, completeAt: Date.parse('2026-10-12T00:00+01:00') };
    expect(visit({ panels: released, scores }).panel).toMatchObject(expected);
    expect(visit({ panels: two, scores, conflicts: { bob: { kind: 'referred', declared: '2026-10-12' } } }).panel).toMatchObject(expected);
    expect(visit({ panels: released, scores }, '2026-10-11T12:00Z').panel?.complete).toBe(false);
  });
  test('a shadow never holds it up, and nobody at all is not everybody', () => {
    expect(visit({ panels: panel(asked('alice', '2026-10-08'), asked('bob', '2026-10-08', { shadow: true })), scores: { task: { alice: score('09') } } }).panel?.complete).toBe(true);
    expect(visit({ panels: panel(asked('alice', '2026-10-08', { released: '2026-10-09', reason: 'left' })) }).panel?.complete).toBe(false);
  });
  test('a score given before the ask counts from the ask on', () => {
    const early = panel(asked('alice', '2026-10-10'), asked('bob', '2026-10-12'));
    expect(visit({ panels: early, scores: { task: { alice: score('09') } } }).panel?.completeAt).toBe(Date.parse('2026-10-10T00:00+01:00'));
  });
  test('without a panel file as many as the stage says, of the role’s panel', () => {
    expect(visit({ scores: { task: { alice: score('09'), dana: score('10') } } }).panel).toMatchObject({ named: false, complete: false, scoresIn: 1, scoresWanted: 2, pool: ['bob', 'chen'] });
    expect(visit({ scores: { task: { alice: score('09'), chen: score('10') } } }).panel).toMatchObject({ complete: true, completeAt: Date.parse('2026-10-10T10:00Z'), pool: [] });
  });
});

test('disagreements stand widest first, and what nobody assessed is named', () => {
  const result = visit({ scores: { task: {
    alice: score('09', { marks: { code: 1, tests: 4, prose: 'not-observed' } }),
    bob: score('09', { marks: { code: 3, tests: 1, prose: 'not-observed' } }),
  } } });
  expect(result.disagreements.map((one) => [one.criterion, one.spread])).toEqual([['tests', 3], ['code', 2]]);
  expect(result.notAssessed).toEqual(['prose']);
});

test('neither the order of a panel nor that of score files matters', () => {
  const people = ['alice', 'bob', 'chen', 'dana'];
  const given: Readonly<Record<string, ReturnType<typeof score>>> = {
    alice: score('09', { marks: { code: 1, tests: 2, prose: 3 } }), bob: score('10', { marks: { code: 4, tests: 2, prose: 'not-observed' } }),
    chen: score('11', { marks: { code: 2, tests: 3, prose: 1 } }), dana: score('12'),
  };
  const of = (reviewers: readonly string[], scorers: readonly string[]) => {
    const result = visit({
      panels: panel(...reviewers.map((person) => asked(person, '2026-10-08', person === 'dana' ? { shadow: true } : {}))),
      scores: { task: Object.fromEntries(scorers.map((person) => [person, given[person] ?? score('09')])) },
    });
    return { score: result.score, complete: result.panel?.completeAt, people: result.scores.map((one) => one.person), spread: result.disagreements };
  };
  const expected = of(people, people);
  const order = fc.shuffledSubarray(people, { minLength: people.length });
  fc.assert(fc.property(order, order, (reviewers, scorers) => {
    expect(of(reviewers, scorers)).toEqual(expected);
  }), { numRuns: 25 });
});
