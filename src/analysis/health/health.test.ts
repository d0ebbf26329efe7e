import { describe, expect, test } from 'vitest';
import { miniature, type CandidateInput, type MiniatureInput } from '../../fixtures/workspace.ts';
import { workspaceFacts } from '../candidate.ts';
import { effortHealth } from './effort.ts';
import { SEEN_BY_MANY } from './guards.ts';
import { health } from './health.ts';

const NOW = Date.parse('2026-11-20T12:00Z');
type Marks = Readonly<Record<string, number | 'not-observed'>>;

/** A name that no two share. */
const name = (index: number): string => `teal-otter-${String.fromCharCode(97 + (index % 26))}${Math.floor(index / 26)}`;

/** Somebody who was given the task in October and went on, with what two reviewers marked. */
function person(end: string, marks: readonly Marks[], more: CandidateInput = {}, day = '2026-10-05'): CandidateInput {
  const events = ['2026-10-01T09:00Z application applied', '2026-10-02T09:00Z application advanced', `${day}T08:00Z task started`, ...(end.startsWith('withdrew') || end === 'expired' ? [] : [`${day}T20:00Z task submitted`])];
  const people = ['alice', 'bob', 'chen'];
  return {
    events: [...events, ...(end === '' ? [] : [`2026-10-20T10:00Z task ${end}`])],
    scores: { task: Object.fromEntries(marks.map((each, index) => [people[index] ?? '', { at: '2026-10-10T10:00Z', marks: each }])) },
    ...more,
  };
}

function of(people: readonly CandidateInput[], more: MiniatureInput = {}) {
  const workspace = miniature({ ...more, candidates: { engineer: Object.fromEntries(people.map((each, index) => [name(index), each])) } });
  const found = health(workspace, workspaceFacts(workspace, NOW));
  return { task: found.challenges.get('task-api') ?? expect.fail(), craft: found.rubrics.get('craft@1') };
}

const even = (index: number): Marks => ({ code: 1 + (index % 4), tests: 1 + (index % 4), prose: 1 + ((index * 7) % 4) });
const both = (marks: Marks): Marks[] => [marks, marks];

describe('how a challenge does', () => {
  const { task } = of([
    ...Array.from({ length: 6 }, (_, index) => person('advanced', both(even(index)), { submissions: { task: { received: '2026-10-05T20:00Z', minutes_reported: 200 + 30 * index } } })),
    person('declined reason=below-bar', both(even(1))), person('withdrew reason=personal', []), person('expired', []), person('', []),
  ]);
  test('counts who went on of those decided, with an interval, and who still waits', () => {
    expect(task.stages).toMatchObject([{ pipeline: 'short', stage: 'task', reached: 10, waiting: 1, wentOn: { x: 6, n: 9 }, says: '6 of 9 decided visits went on, 67\u00a0% (35–88\u00a0%): between 35 and 88 of 100.' }]);
  });
  test('counts who left by themselves, with reasons, and never takes it for a no', () => {
    expect(task.leaving).toMatchObject({ withdrew: 1, expired: 1, before: 0, reasons: [{ reason: 'personal', count: 1 }], share: { x: 2, n: 9 } });
  });
  test('sets the time people report against the effort', () => {
    expect(task.reported).toMatchObject({ n: 6, quartiles: [237.5, 275, 312.5], stated: [120, 240], above: { x: 4, n: 6 } });
    expect(task.reported?.says).toBe('Half of 6 needed between 3\u00a0h 58\u00a0min and 5\u00a0h 13\u00a0min, the one in the middle 4\u00a0h 35\u00a0min. More than the 4\u00a0h we state: 4 of 6, 67\u00a0% (30–90\u00a0%).');
  });
  test('says how many have seen it, and where versions cannot be told apart', () => {
    expect(task).toMatchObject({ version: 1, exposure: { seen: 10, first: '2026-10-05', versions: [], current: 10 } });
    expect(task.exposure.says).toBe('10 candidates have seen it since 5 October 2026; there was never another version.');
    const challenges = { 'task-api': { title: 'Task API', kind: 'take-home' as const, version: 2, rubric: 'craft', effort: '2-4 h' } };
    const second = of([person('advanced', both(even(0)))], { challenges }).task;
    expect(second).toMatchObject({ version: undefined, exposure: { seen: 1, current: undefined }, stages: [{ reached: 1 }] });
    expect(second.exposure.says).toBe('One candidate has seen it since 5 October 2026; the challenge does not say since when version 2 is in use, so versions cannot be told apart.');
  });
});

test('of who was erased the end counts, and nobody knows whether they saw it', () => {
  const erased: CandidateInput = { erased: { on: '2026-11-01', basis: 'request', visits: [{ stage: 'task', entered: '2026-W40', left: '2026-W42', how: 'declined' }, { stage: 'task', entered: '2026-W43' }] } };
  expect(of([erased, person('advanced', [])]).task).toMatchObject({ exposure: { seen: 1 }, stages: [{ reached: 3, waiting: 0, wentOn: { x: 1, n: 2 }, says: '1 of 2 decided visits went on: too few for a percentage.' }] });
});

test('what surveys say of time stands apart, from five answers on', () => {
  const answers = (count: number) => ({ engineer: Object.fromEntries(Array.from({ length: count }, (_, index) => [`token-${index}`, { questions: 'after', month: '2026-10', outcome: 'declined' as const, minutes: { 'task-api': 300 } }])) });
  expect(of([], { surveys: answers(4) }).task).toMatchObject({ reported: { n: 0 }, surveyed: undefined });
  const { task } = of([], { surveys: answers(5) });
  expect(task).toMatchObject({ reported: { n: 0 }, surveyed: { n: 5, quartiles: [300, 300, 300], above: { x: 5, n: 5 } } });
  expect(task.retire.reasons).toMatchObject([{ why: 'takes-longer', says: 'Between 57 and 100 of 100 need more than the 4\u00a0h we state.' }]);
});

test('where versions have their days, the figures are of the current one', () => {
  const challenges = { 'task-api': { title: 'Task API', kind: 'take-home' as const, version: 2, versions: [{ version: 1, since: '2026-01-01' }, { version: 2, since: '2026-10-10' }], rubric: 'craft', effort: '2-4 h', window: '72h' } };
  const { task } = of([person('advanced', both(even(0))), person('advanced', both(even(1)), {}, '2026-10-10'), person('advanced', both(even(2)), {}, '2026-10-11')], { challenges });
  expect(task).toMatchObject({ version: 2, exposure: { seen: 3, current: 2, versions: [{ version: 2, seen: 2 }, { version: 1, seen: 1 }] }, stages: [{ reached: 2 }] });
  expect(task.exposure.says).toBe('3 candidates have seen it since 5 October 2026, 2 of them in version 2, in use since 10 October 2026.');
});

describe('reasons to retire', () => {
  test('none: it says so, and how little is known', () => {
    expect(of([]).task.retire).toEqual({ reasons: [], says: 'Nothing in the record asks for it; no visit was decided, so little can be known yet.' });
    expect(of([]).task.exposure.says).toBe('Nobody has seen it yet.');
  });
  test('its day, how many know it, how long it takes, who leaves, what tells nobody apart', () => {
    const challenges = { 'task-api': { title: 'Task API', kind: 'take-home' as const, version: 1, rubric: 'craft', effort: '2-4 h', window: '72h', retire_after: '2026-11-01' } };
    const long = { submissions: { task: { received: '2026-10-05T20:00Z', minutes_reported: 500 } } };
    const many = Array.from({ length: SEEN_BY_MANY }, (_, index) => (index < 25 ? person('withdrew reason=personal', []) : person('advanced', both({ ...even(index), prose: 4 }), long)));
    const { retire } = of(many, { challenges }).task;
    expect(retire.reasons.map(({ why }) => why)).toEqual(['past-its-day', 'seen-by-many', 'takes-longer', 'many-leave', 'top']);
    expect(retire.reasons.map(({ says }) => says)).toContain('It was to be replaced after 1 November 2026.');
    expect(retire.says).toBe('5 reasons to ask. Whether it should go is for people who know it to say.');
  });
  test('on its last day it may still be used', () => {
    const challenges = { 'task-api': { title: 'Task API', kind: 'take-home' as const, version: 1, rubric: 'craft', effort: '2-4 h', retire_after: '2026-11-20' } };
    expect(of([], { challenges }).task.retire.reasons).toEqual([]);
  });
});

describe('criteria', () => {
  test('floor and ceiling are shares of marks, their intervals as wide as the visits are few', () => {
    const { craft } = of(Array.from({ length: 12 }, (_, index) => person('advanced', [{ ...even(index), prose: 4 }, { ...even(index), prose: index < 3 ? 'not-observed' : 4 }])));
    const prose = craft?.criteria.find(({ criterion }) => criterion === 'prose');
    expect(prose).toMatchObject({ top: { x: 21, n: 21, share: 1 }, bottom: { x: 0 }, unseen: { x: 3, n: 24 }, findings: ['top'] });
    expect(prose?.top.interval?.[0]).toBeCloseTo(0.7575, 4);
    expect(prose?.item).toMatchObject({ withRest: undefined, says: 'Every visit got the same mark, so it tells nobody apart.' });
  });
  test('what goes with the rest, and what goes its own way', () => {
    const { craft } = of(Array.from({ length: 60 }, (_, index) => person('advanced', both(even(index)))));
    expect(craft).toMatchObject({ visits: 60, scores: 120, together: { visits: 60 } });
    const [code, , prose] = craft?.criteria ?? [];
    expect(code?.item?.withRest?.interval?.[0]).toBeGreaterThan(0);
    expect(code?.says).toMatch(/^Goes with the rest: 0\.\d\d \(0\.\d\d to 0\.\d\d\)\.$/);
    expect(prose?.item?.alphaIfDropped).toBeCloseTo(1, 9);
  });
  test('below ten visits with every mark there is no figure, and what is missing is said', () => {
    const { craft } = of(Array.from({ length: 12 }, (_, index) => person('advanced', both(index < 3 ? { ...even(index), prose: 'not-observed' } : even(index)))));
    expect(craft?.together).toEqual({ visits: 9, alpha: undefined, says: 'Whether the criteria hang together needs 10 visits with every criterion marked; there are 9.' });
    expect(craft?.criteria.every(({ item }) => item === undefined)).toBe(true);
  });
  test('reviewers apart are counted among visits that two marked', () => {
    const { craft } = of(Array.from({ length: 12 }, (_, index) => person('advanced', [{ ...even(index), code: 1 }, { ...even(index), code: index < 9 ? 4 : 1 }])));
    expect(craft?.criteria[0]).toMatchObject({ apart: { x: 9, n: 12 } });
    expect(craft?.criteria[0]?.findings).toContain('apart');
    expect(craft?.criteria[0]?.says).toContain('its anchors are read in different ways');
  });
  test('criteria that always go together are too even for an interval, and not called too wide or too few', () => {
    const { craft } = of(Array.from({ length: 12 }, (_, index) => person('advanced', both({ code: 1 + (index % 4), tests: 1 + (index % 4), prose: 1 + (index % 4) }))));
    expect(craft?.together.says).toBe('Preliminary: alpha is 1.00 over 12 visits: too even to have an interval.');
    expect(craft?.criteria[0]?.item?.says).toBe('1.00 with the rest: too even to have an interval.');
  });
  test('everybody alike, one criterion, nobody: words and no figure', () => {
    expect(of(Array.from({ length: 12 }, () => person('advanced', both({ code: 3, tests: 3, prose: 3 })))).craft).toMatchObject({ together: { alpha: undefined, says: 'Every visit got the same total: nothing can be said of how the criteria hang together.' } });
    const one = of(Array.from({ length: 12 }, (_, index) => person('advanced', both({ code: 1 + (index % 4) }))), { rubrics: { craft: [{ criteria: { code: 100 } }] } });
    expect(one.craft?.together.says).toBe('One criterion has no others to go with.');
    expect(of([]).craft).toBeUndefined();
  });
  test('marks of a panel that is not complete, of trainees and of people in conflict count for nothing', () => {
    const open = person('', [even(0)]);
    const shadow = person('advanced', both(even(1)), { panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-05' }, { person: 'bob', asked: '2026-10-05', shadow: true }] } } });
    const conflict = person('advanced', both(even(1)), { conflicts: { bob: { declared: '2026-10-06', kind: 'worked-together' } } });
    expect(of([open]).craft).toBeUndefined();
    expect(of([shadow]).craft).toMatchObject({ visits: 1, scores: 1 });
    expect(of([conflict]).craft).toMatchObject({ visits: 1, scores: 1 });
    // Both are in: the same visit counts.
    expect(of([person('', both(even(0)))]).craft).toMatchObject({ visits: 1, scores: 2 });
  });
});

test('time: nothing, a few, and people who say it alike', () => {
  const effort = { from: 30, to: 45, unit: 'min' as const, text: '30-45 min' };
  expect(effortHealth([], effort)).toMatchObject({ n: 0, quartiles: undefined, says: 'Nobody said how long it took; we state 30–45 min.' });
  expect(effortHealth([50], effort)).toMatchObject({ quartiles: undefined, above: { x: 1, n: 1, interval: undefined }, says: 'One person said how long it took: too few for a median. We state 30–45 min.' });
  expect(effortHealth([45, 45, 45, 45, 45], effort)).toMatchObject({ quartiles: [45, 45, 45], above: { x: 0, n: 5 } });
});
