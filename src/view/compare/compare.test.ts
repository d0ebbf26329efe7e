import { describe, expect, it } from 'vitest';
import { workspaceFacts } from '../../analysis/candidate.ts';
import { miniature, type CandidateInput, type MiniatureInput } from '../../fixtures/workspace.ts';
import { candidateRow } from '../candidate/row.ts';
import { publishedCandidate } from '../candidate/candidate.ts';
import type { Lookup } from '../lookup.ts';
import { MOST_COMPARED, publishedCompare } from './compare.ts';

const NOW = Date.parse('2026-10-20T12:00Z');
const TASK = ['2026-10-01T09:00Z application applied', '2026-10-02T16:00Z application advanced', '2026-10-05T08:00Z task started', '2026-10-07T20:00Z task submitted'];
const PANEL = { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-08' }, { person: 'bob', asked: '2026-10-08' }] };
const alice = { at: '2026-10-09T10:00Z', marks: { code: 4, tests: 3, prose: 2 } };
const bob = { at: '2026-10-12T10:00Z', marks: { code: 2, tests: 3, prose: 'not-observed' as const }, bar: 'no' as const, recommendation: 'no' as const };
const half: CandidateInput = { events: TASK, panels: { task: PANEL }, scores: { task: { alice } } };
const whole: CandidateInput = { ...half, scores: { task: { alice, bob } } };

function lookupOf(candidates: Record<string, CandidateInput>, more: MiniatureInput = {}): Lookup {
  const workspace = miniature({ ...more, candidates: { engineer: candidates } });
  const facts = workspaceFacts(workspace, NOW);
  return { workspace, now: NOW, today: facts.today, dayOf: (epoch) => new Date(epoch).toISOString().slice(0, 10), facts };
}

const compared = (candidates: Record<string, CandidateInput>, more?: MiniatureInput) => publishedCompare('engineer', lookupOf(candidates, more));

describe('who can be compared', () => {
  it('holds the counted marks of complete panels', () => {
    const result = compared({ 'teal-otter-7f': whole });
    expect(result).toMatchObject({ total: 1, rubrics: { 'craft@1': { min: 1, max: 4 } } });
    expect(result?.candidates[0]).toMatchObject({
      state: 'open', overall: { coverage: 0.6 }, waiting: [],
      visits: [{ stage: 'task', rubric: 'craft@1', reviewers: 2, coverage: 1, incomplete: false, apart: ['code'], marks: { code: { alice: 4, bob: 2 }, tests: { alice: 3, bob: 3 }, prose: { alice: 2 } } }],
      answers: [{ person: 'alice', bar: 'yes' }, { person: 'bob', bar: 'no', recommendation: 'no', counted: true }],
    });
  });

  it('says of an incomplete panel who is in and nothing else', () => {
    const before = compared({ 'teal-otter-7f': whole, 'navy-crane-9p': { ...half, scores: { application: { chen: { ...alice, at: '2026-10-01T12:00Z' } }, task: { alice } } } });
    const waiting = before?.candidates.find(({ id }) => id === 'navy-crane-9p');
    expect(waiting?.waiting).toEqual([{ stage: 'task', title: 'Task', scoresIn: 1, scoresWanted: 2 }]);
    expect(waiting?.visits.map(({ stage }) => stage)).toEqual(['application']);
  });

  it('leaves out who was judged nowhere, and a role where nobody was', () => {
    expect(compared({ 'teal-otter-7f': half })).toBeUndefined();
    expect(compared({ 'teal-otter-7f': whole, 'navy-crane-9p': half })?.total).toBe(1);
  });

  it('keeps the versions that each was held to', () => {
    const rubrics = { craft: [{ version: 1, criteria: { code: 50, tests: 30, prose: 20 } }, { version: 2, criteria: { code: 60, tests: 40 } }] };
    const second = { ...whole, panels: { task: { ...PANEL, rubric: 'craft@2' } }, scores: { task: { alice: { ...alice, rubric: 'craft@2', marks: { code: 4, tests: 3 } }, bob: { ...bob, rubric: 'craft@2', marks: { code: 4, tests: 2 } } } } };
    const result = compared({ 'teal-otter-7f': whole, 'navy-crane-9p': second }, { rubrics });
    expect(Object.keys(result?.rubrics ?? {})).toEqual(['craft@1', 'craft@2']);
    expect(result?.candidates.map(({ id, visits }) => [id, visits[0]?.rubric])).toEqual([['navy-crane-9p', 'craft@2'], ['teal-otter-7f', 'craft@1']]);
  });

  it('puts who is in process first and stays light', () => {
    const ended = { ...whole, events: [...TASK, '2026-10-14T10:00Z task declined reason=below-bar'] };
    const many = Object.fromEntries(Array.from({ length: MOST_COMPARED + 3 }, (_, index) => [`teal-otter-${index + 10}`, ended]));
    const result = compared({ ...many, 'white-raven-2b': whole });
    expect([result?.total, result?.candidates.length, result?.candidates[0]?.id]).toEqual([MOST_COMPARED + 4, MOST_COMPARED, 'white-raven-2b']);
  });
});

describe('a sheet for the debrief', () => {
  const has = (input: CandidateInput): boolean[] => { const lookup = lookupOf({ 'teal-otter-7f': input }); return lookup.facts.all.map((facts) => candidateRow(facts, lookup).debrief); };
  const declined = [...TASK, '2026-10-14T10:00Z task declined reason=below-bar'];
  const decision = { decision: 'decline' as const, decided: '2026-10-14T09:00Z', by: ['dana'], bar: 'no' as const, because: 'The work did not run.' };

  it('is there for who is in process past a judged stage, and for who was decided about', () => {
    expect(has(whole)).toEqual([true]);
    expect(has({ ...whole, events: declined, decisions: [decision] })).toEqual([true]);
  });

  it('is there for nobody else', () => {
    expect(has(half)).toEqual([false]);
    expect(has({ events: TASK.slice(0, 1), scores: { application: { chen: { ...alice, at: '2026-10-01T12:00Z' } } } })).toEqual([false]);
    expect(has({ ...whole, events: declined })).toEqual([false]);
  });
});

it('a candidate carries the events that are legal now, and the name that commands understand', () => {
  const lookup = { ...lookupOf({ 'teal-otter-7f': whole, 'navy-crane-9p': { events: [...TASK, '2026-10-14T10:00Z task withdrew reason=personal'] } }), twice: new Set(['teal-otter-7f']) };
  const published = new Map(lookup.facts.all.map((facts) => [facts.id, publishedCandidate(facts, lookup)]));
  expect(published.get('teal-otter-7f')).toMatchObject({ legal: ['advanced', 'returned', 'declined', 'withdrew'], named: 'teal-otter-7f --role engineer' });
  expect(published.get('navy-crane-9p')).toMatchObject({ legal: ['reopened'], named: 'navy-crane-9p' });
});
