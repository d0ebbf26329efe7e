import { expect, it } from 'vitest';
import { dateWords, heardBy, keptShare, standingOf, waitsFor } from './words.ts';

const name = (person: string): string => person.charAt(0).toUpperCase() + person.slice(1);
const silence = { role: 'r', id: 'teal-otter-7f', spoken: 'Teal Otter', stageTitle: 'Technical challenge', since: '2026-11-03', by: 'message', business: 12, calendar: 16, untold: false, on: 'reviewers' } as const;

it('says who an answer waits for', () => {
  const owed = { on: 'reviewers', people: ['alice', 'bob'], unasked: false, scoresIn: 0, scoresWanted: 2 } as const;
  expect([waitsFor(owed, name), waitsFor({ ...owed, people: ['bob'], scoresIn: 1 }, name), waitsFor({ ...owed, unasked: true }, name), waitsFor({ ...owed, on: 'manager', people: ['dana'], scoresIn: 2 }, name), waitsFor({ ...owed, people: [] }, name)])
    .toEqual(['Alice and Bob', 'Bob, 1 of 2 in', 'nobody asked yet', 'Dana', 'nobody yet']);
});

it('says where somebody stands who has heard nothing, and what they last heard', () => {
  expect([standingOf(silence), standingOf({ ...silence, untold: true, on: 'candidate' }), standingOf({ ...silence, on: 'candidate' })]).toEqual(['technical challenge', 'technical challenge, decided, not told', 'technical challenge, their move']);
  expect([heardBy(silence), heardBy({ ...silence, by: 'meeting' }), heardBy({ ...silence, by: 'applied' })]).toEqual(['written to Tue 3 Nov', 'met Tue 3 Nov', 'never, applied Tue 3 Nov']);
});

it('says a candidate’s date before and after it', () => {
  expect([dateWords({ owes: 'hand-in', over: false }), dateWords({ owes: 'hand-in', over: true }), dateWords({ owes: 'meet', over: false })]).toEqual(['window ends', 'window ended', 'meets us']);
});

it('gives a share only with its interval', () => {
  const counts = { kept: 4, late: 0, overdue: 0, open: 3, lower: null, upper: null };
  expect([keptShare(counts), keptShare({ ...counts, kept: 46, late: 1, overdue: 1, lower: 0.857, upper: 0.988 }), keptShare({ ...counts, kept: 0 })]).toEqual(['4 of 4', { value: '46 of 48, 96\u00a0%', aside: '(86–99)' }, null]);
});
