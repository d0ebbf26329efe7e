import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { miniature, type CandidateInput, type MiniatureInput } from '../fixtures/workspace.ts';
import { assign, dueDay, type Assignment, type AssignOptions } from './assign.ts';
import { divided, lacking, wantOf } from './assign-wants.ts';
import { workspaceFacts } from './candidate.ts';
import { officeOf } from './time/office.ts';
import { sharedHours } from './time/shared-hours.ts';

type PersonInput = NonNullable<MiniatureInput['people']>[string];

const NOW = Date.parse('2026-11-19T12:00Z');
const APPLIED = ['2026-11-02T09:00Z application applied', '2026-11-03T10:00Z application advanced'];
const IN = [...APPLIED, '2026-11-18T10:00Z task submitted'];
const TALK = [...IN.slice(0, 2), '2026-11-10T10:00Z task submitted', '2026-11-13T10:00Z task advanced', '2026-11-18T10:00Z talk held'];
const MARKS = { code: 3, tests: 3, prose: 3 };
const score = (at: string, code = 3) => ({ at, marks: { ...MARKS, code } });
const trained = { trained: [{ rubric: 'craft@1', on: '2026-01-05' }] };
const person = (more: Partial<PersonInput> = {}): PersonInput => ({ name: 'Somebody Sample', roles: ['reviewer'], active: { from: '2026-01-01' }, ...more });
const asked = (...people: string[]) => ({ task: { rubric: 'craft@1', reviewers: people.map((each) => ({ person: each, asked: '2026-11-18' })) } });
/** One open review for each of these people, beside the candidate in question. */
const busy = (...people: string[]): Record<string, CandidateInput> => Object.fromEntries(people.map((each, index) => [`busy-owl-${index}`, { events: IN, panels: asked(each, 'helper') }]));

interface Case {
  readonly candidate?: CandidateInput;
  readonly others?: Record<string, CandidateInput>;
  readonly input?: MiniatureInput;
  readonly options?: AssignOptions;
}

function proposal({ candidate = { events: IN }, others = {}, input = {}, options = {} }: Case): Assignment {
  const workspace = miniature({ ...input, people: { helper: person(), ...input.people }, candidates: { engineer: { ...others, 'teal-otter-7f': candidate } } });
  const facts = workspaceFacts(workspace, NOW);
  const found = facts.all.find(({ id }) => id === 'teal-otter-7f');
  const want = found && wantOf(workspace, found, facts.today);
  const [only] = want ? assign(workspace, facts, [want], options) : [];
  if (!only) throw new Error('nobody is wanted');
  return only;
}

const who = (given: Case): string[] => proposal(given).proposed.map((each) => each.person);

describe('who is proposed', () => {
  it.each<[string, Case, string[]]>([
    ['by name where all are equal', {}, ['alice', 'bob']],
    ['not who declared a conflict', { candidate: { events: IN, conflicts: { alice: { kind: 'referred', declared: '2026-11-18' } } } }, ['bob', 'chen']],
    ['still who declares one later', { candidate: { events: IN, conflicts: { alice: { kind: 'referred', declared: '2026-12-01' } } } }, ['alice', 'bob']],
    ['not who left', { input: { people: { alice: person({ active: { from: '2026-01-01', until: '2026-11-18' } }) } } }, ['bob', 'chen']],
    ['not who leaves before it is due', { input: { people: { alice: person({ active: { from: '2026-01-01', until: '2026-11-20' } }) } } }, ['bob', 'chen']],
    ['not who comes later', { input: { people: { bob: person({ active: { from: '2026-12-01' } }) } } }, ['alice', 'chen']],
    ['not who was released from this visit', { candidate: { events: IN, panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'bob', asked: '2026-11-18', released: '2026-11-19', reason: 'unavailable' }] } } } }, ['alice', 'chen']],
    ['as many as lack, not who is asked', { candidate: { events: IN, panels: asked('alice') } }, ['bob']],
    ['not who has scored without being asked', { candidate: { events: IN, scores: { task: { bob: score('2026-11-18T15:00Z') } } } }, ['alice']],
    ['beside a trainee as if nobody were there', { candidate: { events: IN, panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-11-18', shadow: true }] } } } }, ['bob', 'chen']],
    ['who is trained first', { input: { people: { chen: person(trained) } } }, ['chen', 'alice']],
    ['nobody who is not, where the settings refuse', { input: { settings: { scores: { uncalibrated: 'refuse' } }, people: { chen: person(trained) } } }, ['chen']],
    ['whoever, where training is ignored', { input: { settings: { scores: { uncalibrated: 'ignore' } }, people: { chen: person(trained) } } }, ['alice', 'bob']],
    ['who has fewer reviews open', { others: busy('alice', 'alice', 'bob') }, ['chen', 'bob']],
    ['who has more room for as many', { others: busy('alice', 'bob'), input: { people: { alice: person({ capacity: 2 }), bob: person({ capacity: 4 }), chen: person({ capacity: 1 }) } } }, ['chen', 'bob']],
    ['trained people even when others have less to do', { others: busy('chen'), input: { people: { chen: person({ ...trained, capacity: 3 }) } } }, ['chen', 'alice']],
    ['who knows the candidate last', { candidate: { events: IN, scores: { application: { alice: score('2026-11-02T15:00Z') } } } }, ['bob', 'chen']],
    ['who speaks the language', { options: { speech: new Map([['teal-otter-7f', { language: 'pt-BR' }]]) }, input: { people: { alice: person({ languages: ['en'] }), bob: person({ languages: ['en', 'pt'] }), chen: person({ languages: ['pt-PT'] }) } } }, ['bob', 'chen']],
    ['who is awake, for a talk', { candidate: { events: TALK }, options: { speech: new Map([['teal-otter-7f', { timezone: 'Asia/Tokyo' }]]) }, input: { people: { alice: person({ timezone: 'America/Toronto' }), bob: person({ timezone: 'Asia/Singapore' }), chen: person({ timezone: 'Australia/Sydney' }) } } }, ['bob', 'chen']],
    ['whoever, for work that is read', { options: { speech: new Map([['teal-otter-7f', { timezone: 'Asia/Tokyo' }]]) }, input: { people: { alice: person({ timezone: 'America/Toronto' }), bob: person({ timezone: 'Asia/Singapore' }) } } }, ['alice', 'bob']],
    ['others once the panel is exhausted', { input: { roles: { engineer: { title: 'Engineer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' }], headcount: 1, pipeline: 'short', manager: 'dana', panel: ['chen'] } } } }, ['chen', 'alice']],
    ['the manager when nobody else is there', { input: { people: { helper: person({ roles: ['process-owner'] }), alice: person({ roles: ['process-owner'] }), dana: person({ roles: ['hiring-manager', 'reviewer'] }) }, roles: { engineer: { title: 'Engineer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' }], headcount: 1, pipeline: 'short', manager: 'dana', panel: ['dana', 'bob'] } } } }, ['bob', 'chen']],
    ['who is named and nobody else', { options: { person: 'chen' } }, ['chen']],
  ])('%s', (_, given, people) => {
    expect(who(given)).toEqual(people);
  });

  it('knows who scored the work, where it is talked about', () => {
    const stages = [
      { id: 'application', kind: 'screening' as const, why: 'Writing.', rubric: 'craft' }, { id: 'task', kind: 'take-home' as const, why: 'Craft.', challenge: 'task-api', reviewers: 2 },
      { id: 'talk', kind: 'interview' as const, why: 'Depth.', rubric: 'craft', reviewers: 1, discusses: 'task' },
    ];
    const candidate = { events: TALK, scores: { task: { chen: score('2026-11-11T15:00Z') } } };
    expect(who({ candidate })).toEqual(['alice', 'bob']);
    expect(who({ candidate, input: { pipelines: { short: { title: 'Short', bar: 'Better?', stages } } } })).toEqual(['chen']);
  });

  it('says why, and why not', () => {
    const { proposed, passedOver, due } = proposal({
      others: busy('bob'),
      candidate: { events: IN, conflicts: { chen: { kind: 'referred', declared: '2026-11-18' } }, panels: asked('alice') },
      input: { people: { bob: person({ ...trained, capacity: 4, languages: ['en'] }) } }, options: { speech: new Map([['teal-otter-7f', { language: 'en' }]]) },
    });
    expect(proposed).toEqual([{ person: 'bob', reasons: ['trained on craft@1', '1 of 4 reviews open', 'same language'] }]);
    expect(passedOver).toEqual([{ person: 'chen', because: 'declared a conflict of interest' }]);
    expect(due).toBe('2026-11-23');
    expect(proposal({ others: busy('bob', 'bob', 'bob') , input: { people: { bob: person({ capacity: 3 }), alice: person({ capacity: 3 }) } } }).passedOver).toEqual([{ person: 'bob', because: '3 of 3 reviews open' }]);
    expect(proposal({ input: { people: { bob: person(trained), chen: person(trained) } } }).passedOver).toEqual([{ person: 'alice', because: 'not trained on craft@1' }]);
    expect(proposal({ options: { person: 'alice' }, candidate: { events: IN, conflicts: { alice: { kind: 'referred', declared: '2026-11-18' } } } })).toMatchObject({ proposed: [], passedOver: [{ because: 'declared a conflict of interest' }], missing: 1 });
  });

  it('says how many nobody can be found for', () => {
    const conflicts = Object.fromEntries(['alice', 'bob', 'helper'].map((id) => [id, { kind: 'other' as const, declared: '2026-11-01' }]));
    expect(proposal({ candidate: { events: IN, conflicts } })).toMatchObject({ proposed: [{ person: 'chen' }], missing: 1 });
  });

  it('counts what it has just proposed: many visits are shared out', () => {
    const workspace = miniature({ candidates: { engineer: Object.fromEntries(['amber-fox-22', 'blue-owl-33', 'coral-elk-44'].map((id) => [id, { events: IN }])) } });
    const facts = workspaceFacts(workspace, NOW);
    const people = assign(workspace, facts, lacking(workspace, facts)).flatMap(({ proposed }) => proposed.map((each) => each.person));
    expect(people).toEqual(['alice', 'bob', 'chen', 'alice', 'bob', 'chen']);
  });
});

describe('where people lack', () => {
  const wants = (candidate: CandidateInput, input: MiniatureInput = {}) => {
    const workspace = miniature({ ...input, candidates: { engineer: { 'teal-otter-7f': candidate } } });
    const facts = workspaceFacts(workspace, NOW);
    return { lacking: lacking(workspace, facts).map(({ count }) => count), divided: divided(workspace, facts).map(({ count, apart }) => [count, apart?.criterion]) };
  };

  it.each<[string, CandidateInput, number[], unknown[]]>([
    ['work came in', { events: IN }, [2], []],
    ['one is asked', { events: IN, panels: asked('alice') }, [1], []],
    ['both are asked', { events: IN, panels: asked('alice', 'bob') }, [], []],
    ['one of both has a conflict', { events: IN, panels: asked('alice', 'bob'), conflicts: { bob: { kind: 'other', declared: '2026-11-19' } } }, [1], []],
    ['the work is not in', { events: APPLIED }, [], []],
    ['an application waits to be screened', { events: APPLIED.slice(0, 1) }, [], []],
    ['it is over', { events: [...IN, '2026-11-19T09:00Z task declined reason=below-bar'] }, [], []],
    ['both agree', { events: IN, panels: asked('alice', 'bob'), scores: { task: { alice: score('2026-11-18T14:00Z', 3), bob: score('2026-11-18T15:00Z', 2) } } }, [], []],
    ['both stand apart', { events: IN, panels: asked('alice', 'bob'), scores: { task: { alice: score('2026-11-18T14:00Z', 4), bob: score('2026-11-18T15:00Z', 2) } } }, [], [[1, 'code']]],
    ['a third is asked already', { events: IN, panels: { task: { rubric: 'craft@1', reviewers: [...asked('alice', 'bob').task.reviewers, { person: 'chen', asked: '2026-11-19' }] } }, scores: { task: { alice: score('2026-11-18T14:00Z', 4), bob: score('2026-11-18T15:00Z', 2) } } }, [], []],
  ])('%s', (_, candidate, missing, apart) => {
    expect(wants(candidate)).toEqual({ lacking: missing, divided: apart });
  });
});

describe('the day it is due', () => {
  const day = (events: string[], today: string): string | undefined => {
    const workspace = miniature({ candidates: { engineer: { 'teal-otter-7f': { events } } } });
    const visit = workspaceFacts(workspace, Date.parse(`${today}T12:00Z`)).all[0]?.current;
    return visit && dueDay(officeOf(workspace.calendar), visit, today);
  };
  it('is two business days before the answer, and never before the next business day', () => {
    // Submitted on Wednesday the 18th: the answer is promised for Wednesday the 25th.
    expect(day(IN, '2026-11-18')).toBe('2026-11-23');
    expect(day(IN, '2026-11-20')).toBe('2026-11-23');
    expect(day(IN, '2026-11-21')).toBe('2026-11-23');
    expect(day(IN, '2026-11-23')).toBe('2026-11-24');
    expect(day(IN, '2026-12-04')).toBe('2026-12-07');
    expect(day(APPLIED, '2026-11-18')).toBeUndefined();
  });
});

it('counts working hours in common across the day line', () => {
  expect(sharedHours('Europe/London', 'Europe/Lisbon', NOW)).toBe(8);
  expect(sharedHours('Europe/London', 'Europe/Berlin', NOW)).toBe(7);
  expect(sharedHours('America/Toronto', 'Europe/Berlin', NOW)).toBe(2);
  expect(sharedHours('Asia/Tokyo', 'America/Toronto', NOW)).toBe(0);
  expect(sharedHours('Pacific/Kiritimati', 'Pacific/Honolulu', NOW)).toBe(8);
  expect(sharedHours('Nowhere/Place', 'Europe/Berlin', NOW)).toBeUndefined();
});

it('does not depend on the order of people, of the panel or of the candidates', () => {
  const people = ['alice', 'bob', 'chen', 'dora', 'egon', 'fay'];
  const one = fc.record({ capacity: fc.integer({ min: 0, max: 3 }), isTrained: fc.boolean(), isActive: fc.boolean(), open: fc.integer({ min: 0, max: 3 }) });
  fc.assert(fc.property(fc.array(one, { minLength: 6, maxLength: 6 }), fc.shuffledSubarray(people, { minLength: 6 }), fc.shuffledSubarray(people, { minLength: 2, maxLength: 4 }), (made, order, panel) => {
    const all = Object.fromEntries(made.map(({ capacity, isTrained, isActive }, index) => [people[index] ?? '', person({ capacity, ...(isTrained ? trained : {}), active: { from: isActive ? '2026-01-01' : '2027-01-01' } })]));
    const others = busy(...made.flatMap(({ open }, index) => Array.from({ length: open }, () => people[index] ?? '')));
    const role = (members: string[]): NonNullable<MiniatureInput['roles']> => ({ engineer: { title: 'Engineer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' }], headcount: 1, pipeline: 'short', manager: 'dana', panel: members } });
    const straight = proposal({ input: { people: all, roles: role(panel.toSorted()) }, others });
    const shuffled = proposal({ input: { people: Object.fromEntries(order.map((id) => [id, all[id] ?? person()])), roles: role(panel) }, others: Object.fromEntries(Object.entries(others).reverse()) });
    expect([shuffled.proposed, shuffled.passedOver]).toEqual([straight.proposed, straight.passedOver]);
    expect(straight.proposed.length + straight.missing).toBe(2);
  }), { numRuns: 30 });
});
