import { describe, expect, it } from 'vitest';
import type { CandidateRow } from '../../../view/published/common.ts';
import { days, dueOf, standing, whoActs } from './moves.ts';

const today = '2026-11-22';
const move: CandidateRow['move'] = { on: 'manager', people: ['dana'], owes: 'decide', since: null, due: '2026-11-24', dueAt: null, lateBy: 0 };
const row: CandidateRow = {
  role: 'r', roleTitle: 'R', id: 'teal-otter-7f', spoken: 'Teal Otter', source: '', applied: null, stage: 'decision', stageTitle: 'Decision', closed: false,
  how: null, reason: null, ended: null, last: '2026-11-20', daysInStage: 1, move, percent: null, disagreements: 0, debrief: false,
};

describe('a move', () => {
  it.each([
    [{}, 'open', 'due Tue 24 Nov'],
    [{ due: today }, 'due', 'due today'],
    [{ due: '2026-11-18', lateBy: 2 }, 'late', '2 days late'],
    [{ due: null }, 'open', 'no date'],
    [{ on: 'candidate', owes: 'hand-in' }, 'open', 'window ends Tue 24 Nov'],
    [{ on: 'candidate', owes: 'hand-in', due: '2026-11-21', lateBy: 1 }, 'due', 'window ended Sat 21 Nov'],
    [{ on: 'candidate', owes: 'start' }, 'open', 'to start by Tue 24 Nov'],
    [{ on: 'candidate', owes: 'meet', due: today }, 'due', 'meets us today'],
  ] as const)('%j', (change, is, words) => {
    expect(dueOf({ ...move, ...change }, today)).toMatchObject({ is, words });
  });

  it('names who acts', () => {
    const name = (id: string): string => id.toUpperCase();
    expect(whoActs({ on: 'reviewers', people: ['a', 'b'] }, name)).toBe('A, B');
    expect(whoActs({ on: 'reviewers', people: ['a', 'b', 'c', 'd'] }, name)).toBe('one of 4');
    expect(whoActs({ on: 'candidate', people: [] }, name)).toBe('candidate');
    expect(whoActs({ on: 'manager', people: [] }, name)).toBe('nobody yet');
  });
});

describe('the first fact of a page', () => {
  it.each([
    [{}, 'open', 'Decision due Tue 24 Nov'],
    [{ move: { ...move, owes: 'score', due: '2026-11-17', lateBy: 4 } }, 'late', 'Scores 4 days late'],
    [{ move: { ...move, on: 'candidate', owes: 'hand-in' } }, 'open', 'Window ends Tue 24 Nov'],
    [{ move: { ...move, on: 'candidate', owes: 'book', due: null } }, 'open', 'Is to choose a time'],
    [{ closed: true, how: 'declined', ended: '2026-11-18' }, 'ended', 'Declined 18 Nov 2026'],
    [{ closed: true, how: 'hired', ended: '2026-11-18' }, 'done', 'Hired 18 Nov 2026'],
  ] as const)('%j', (change, is, words) => {
    expect(standing({ ...row, ...change } as CandidateRow, today)).toEqual({ is, words });
  });
});

it('counts days in the singular too', () => {
  expect([days(1), days(9)]).toEqual([{ figure: '1', unit: '\u00a0day' }, { figure: '9', unit: '\u00a0days' }]);
});
