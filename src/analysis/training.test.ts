import { describe, expect, test } from 'vitest';
import type { Workspace } from '../model/workspace.ts';
import { miniature, type MiniatureInput, type ScoreInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { trainingPath } from './training.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
const score = (at = '2026-11-10T10:00Z'): ScoreInput => ({ at, marks: { code: 3, tests: 3, prose: 2 } });
const events = ['2026-11-02T09:00Z application applied', '2026-11-03T09:00Z application advanced', '2026-11-04T09:00Z task started', '2026-11-06T09:00Z task submitted'];
const of = (input: MiniatureInput, person = 'chen') => {
  const workspace = miniature(input);
  return trainingPath(workspace, workspaceFacts(workspace, NOW), person);
};
const visit = (reviewers: NonNullable<NonNullable<MiniatureInput['candidates']>[string][string]['panels']>[string]['reviewers'], scores: Record<string, ScoreInput> = {}): MiniatureInput => ({
  candidates: { engineer: { 'teal-otter-7f': { events, panels: { task: { rubric: 'craft@1', reviewers } }, scores: { task: scores } } } },
});
const session = (more: { state?: 'open' | 'closed'; scores?: Record<string, Record<string, ScoreInput>> } = {}): MiniatureInput => ({
  calibrations: { autumn: { session: { rubric: 'craft@1', state: more.state ?? 'open', reviewers: ['bob', 'chen'] }, scores: more.scores ?? { one: {} } } },
});

describe('the way of a reviewer', () => {
  test('begins with reading, and leads to a calibration with somebody who knows the version', () => {
    const people = { bob: { name: 'Bob Placeholder', roles: ['reviewer' as const], active: { from: '2026-01-01' }, trained: [{ rubric: 'craft@1', on: '2026-02-01' }] } };
    expect(of({ people })).toEqual([{
      rubric: 'craft@1', step: 'read', says: 'Nothing scored with craft@1 yet: read rubrics/versions/craft/1.md, and be calibrated.', next: 'hire calibrate new 2026-11-craft --rubric craft@1 --reviewers bob,chen',
    }]);
    expect(of({ people }, 'bob')).toEqual([{ rubric: 'craft@1', step: 'calibrated', says: 'Calibrated for craft@1 since 2026-02-01.', next: '' }]);
  });
  test('goes on as a shadow where a panel waits, and with what was asked for', () => {
    expect(of(visit([{ person: 'bob', asked: '2026-11-06' }]))).toMatchObject([{ step: 'read', next: 'hire assign teal-otter-7f --shadow chen' }]);
    expect(of(visit([{ person: 'chen', asked: '2026-11-06', shadow: true }]))).toMatchObject([{ step: 'read', next: 'hire score teal-otter-7f' }]);
    const practised = of(visit([{ person: 'chen', asked: '2026-11-06', shadow: true }], { chen: score() }));
    expect(practised).toMatchObject([{ step: 'shadow', says: '1 score as a shadow with craft@1; a calibration is what is missing.' }]);
    expect(practised[0]?.next).toMatch(/^hire calibrate new /);
  });
  test('leads into the open calibration, and tells what it waits for', () => {
    expect(of(session())).toMatchObject([{ step: 'read', says: 'Nothing scored with craft@1 yet: read rubrics/versions/craft/1.md; 1 sample of the calibration autumn waits.', next: 'hire calibrate score autumn' }]);
    expect(of(session({ scores: { one: { chen: score() } } }))).toMatchObject([{ step: 'shadow', says: '1 calibration sample with craft@1; the calibration autumn waits for the others.', next: 'hire calibrate status autumn' }]);
  });
  test('ends with a note of the process owner', () => {
    const input = session({ state: 'closed', scores: { one: { chen: score(), bob: score() } } });
    const certified = (workspace: Workspace): Workspace => ({
      ...workspace,
      calibrations: new Map([...workspace.calibrations].map(([id, folder]) => [id, { ...folder, references: new Map([['one', { path: 'x', value: { marks: { code: { mark: 3 } } } }]]) }])),
    });
    const workspace = certified(miniature(input));
    expect(trainingPath(workspace, workspaceFacts(workspace, NOW), 'chen')).toMatchObject([{ step: 'shadow', next: 'hire calibrate certify autumn' }]);
    expect(of(input)[0]?.next).toMatch(/^hire calibrate new /);
  });
  test('is nobody’s who does not review or has left, and of no opening that is closed', () => {
    expect(of({}, 'dana')).toEqual([]);
    expect(of({}, 'nobody')).toEqual([]);
    expect(of({ people: { chen: { name: 'Chen', roles: ['reviewer'], active: { from: '2026-01-01', until: '2026-11-01' } } } })).toEqual([]);
    const closed = { engineer: { title: 'Engineer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' as const }, { on: '2026-11-01', is: 'closed' as const, because: 'Filled' }], headcount: 1, pipeline: 'short', manager: 'dana', panel: [] } };
    expect(of({ roles: closed })).toEqual([]);
  });
});
