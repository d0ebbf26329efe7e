import { describe, expect, it } from 'vitest';
import type { PublishedVisit } from '../../../view/published/candidate.ts';
import { datesRow, openStages, opposed, promised, railMarks } from './stages.ts';

const mark = (value: number | null) => ({ mark: value, words: '', plain: '' });
const score = (person: string, value: number | null, counted = true): PublishedVisit['scores'][number] => ({
  person, initial: person.charAt(0).toUpperCase(), submitted: '2026-11-02T10:00Z', minutes: null, rubric: 'r@1', counted, leftOut: counted ? null : 'late',
  recommendation: 'yes', bar: 'yes', summary: null, marks: { tests: mark(value) }, amended: [],
});
const visit: PublishedVisit = {
  name: 'task', stage: 'task', title: 'Task', number: 1, kind: 'take-home', why: null, entered: '2026-11-01T09:00Z', started: '2026-11-02T09:00Z', submitted: '2026-11-03T23:30Z',
  bookedFor: null, held: null, offered: null, left: null, how: null, reason: null, by: null, startBy: null, deadline: null,
  reply: { state: 'open', due: '2026-11-22', answered: null, days: 2, promised: '5 business days', decidedNotTold: false }, ours: 2, theirs: 3, weight: 30, advanceAt: null,
  rubric: { id: 'r', version: 1, title: 'R', min: 1, max: 4 }, panel: null, hidden: false, scores: [], result: null, submission: null, log: null,
};

describe('marks', () => {
  const scores = [score('alice', 4), score('bob', 2), score('chen', null), score('dana', 1, false)];

  it('stand on a rail only when they count', () => {
    expect(railMarks(scores, 'tests', (id) => id)).toEqual([{ name: 'alice', initial: 'A', mark: 4 }, { name: 'bob', initial: 'B', mark: 2 }]);
  });

  it('are opposed from the highest to the lowest', () => {
    expect(opposed(scores, 'tests')?.map(({ person }) => person)).toEqual(['alice', 'bob']);
    expect(opposed([score('alice', 4)], 'tests')).toBeUndefined();
  });
});

describe('the table of dates', () => {
  it('says what is due and leaves out what never was', () => {
    expect(datesRow(visit, '2026-11-22', 'Europe/London')).toEqual([
      { value: 'Task', href: '#stage-task' }, '2 Nov', '3 Nov', { value: 'due today', strong: true }, { value: 2, alarm: false }, '5', null,
    ]);
  });

  it('marks what is late and shows no score before it is complete', () => {
    const late = { ...visit, hidden: true, panel: { asked: [], scoresIn: 1, scoresWanted: 2, complete: false, completeSince: null }, ours: 7, reply: { state: 'overdue' as const, due: '2026-11-18', answered: null, days: 7, promised: '5 business days', decidedNotTold: false } };
    expect(datesRow(late, '2026-11-22', 'Europe/London').slice(3)).toEqual([{ value: 'due 18 Nov, late', alarm: true }, { value: 7, alarm: true }, '5', '1 of 2 in']);
  });

  it('prints a promise as its figure', () => {
    expect(['3 business days', '1 business day', '2-3 business days', '48 h', '2026-01-16'].map(promised)).toEqual(['3', '1', '3', '48 h', '16 Jan']);
  });
});

it('opens the stage that decides', () => {
  const row = { closed: true } as Parameters<typeof openStages>[0]['row'];
  const result = { score: 3 } as PublishedVisit['result'];
  const visits = [{ ...visit, result }, { ...visit, name: 'talk' }];
  expect([...openStages({ row, talkAbout: [], visits })]).toEqual(['task']);
  expect([...openStages({ row: { ...row, closed: false }, talkAbout: [], visits })]).toEqual(['talk']);
  const talkAbout = [{ visit: 'task', visitTitle: 'Task', criterion: 'tests', name: 'Tests', weight: 30, spread: 2 }];
  expect([...openStages({ row: { ...row, closed: false }, talkAbout, visits })]).toEqual(['task', 'talk']);
});
