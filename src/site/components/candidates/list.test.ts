import { describe, expect, it } from 'vitest';
import type { CandidateRow } from '../../../view/published/common.ts';
import { pack, unpacked } from '../../scripts/packed.ts';
import { rowOf } from '../../scripts/candidate-rows.ts';
import { listRow, ordered, packedRow, pagerNumbers } from './list.ts';

const today = '2026-11-22';
const move: CandidateRow['move'] = { on: 'manager', people: ['dana'], owes: 'decide', since: null, due: '2026-11-24', dueAt: null, lateBy: 0 };
const nobody: CandidateRow['move'] = { ...move, on: 'nobody', owes: 'nothing', due: null, people: [] };
const row: CandidateRow = {
  role: 'r', roleTitle: 'R', id: 'teal-otter-7f', spoken: 'Teal Otter', source: '', applied: null, stage: 'decision', stageTitle: 'Decision', closed: false,
  how: null, reason: null, ended: null, last: '2026-11-20', daysInStage: 1, move, percent: 77.6, disagreements: 0, debrief: false,
};
const ended: CandidateRow = { ...row, closed: true, how: 'declined', ended: '2026-11-18', reason: 'below-bar', move: nobody };

describe('a row of the list', () => {
  it('says who owes what and by when', () => {
    expect(listRow(row, today, (id) => id)).toMatchObject({ is: 'open', words: 'due Tue 24 Nov', day: '2026-11-24', next: 'dana: decide', quiet: false, days: 1, percent: 78, state: 'open', stage: 'decision' });
  });

  it('says how and why it ended, and by whom an answer is still owed', () => {
    expect(listRow(ended, today, (id) => id)).toMatchObject({ is: 'ended', words: 'declined 18 Nov 2026', next: 'below bar', quiet: true, days: null, state: 'declined', move: 'nobody', stage: '' });
    expect(listRow({ ...ended, move: { ...move, owes: 'answer', lateBy: 2 } }, today, (id) => id)).toMatchObject({ is: 'late', words: '2 days late', next: 'dana: answer', quiet: false, state: 'declined' });
  });

  it.each(['teal-otter-7f', 'x', 'a-b', 'a-b-c-d'])('comes back from the index as it went: %s', (id) => {
    const given = listRow({ ...row, id }, today, (who) => who, 'Tia Invented');
    expect(unpacked(pack([packedRow(given)])).map(rowOf)).toEqual([given]);
  });
});

it('begins with who waits longest past a promise of ours, and ends with who ended first', () => {
  const rows = [
    { ...ended, id: 'old', ended: '2026-01-01' }, { ...ended, id: 'new' }, { ...row, id: 'soon' }, { ...row, id: 'theirs', move: { ...move, on: 'candidate', due: '2026-11-10', lateBy: 9 } },
    { ...row, id: 'late', move: { ...move, lateBy: 3 } }, { ...ended, id: 'untold', move: { ...move, owes: 'answer', lateBy: 1 } },
  ] as CandidateRow[];
  expect(ordered(rows).map(({ id }) => id)).toEqual(['late', 'untold', 'theirs', 'soon', 'new', 'old']);
});

it('names the first page, the last and the neighbours', () => {
  expect(pagerNumbers(1, 1)).toEqual([1]);
  expect(pagerNumbers(2, 4)).toEqual([1, 2, 3, 4]);
  expect(pagerNumbers(50, 100)).toEqual([1, 0, 48, 49, 50, 51, 52, 0, 100]);
});
