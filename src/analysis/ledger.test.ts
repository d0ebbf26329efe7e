import { describe, expect, test } from 'vitest';
import cases from '../fixtures/oracles/sla.json' with { type: 'json' };
import { miniature } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { ledger } from './ledger.ts';
import { tally } from './ledger-kept.ts';
import { wilson } from './statistics/wilson.ts';

/** A Thursday. */
const NOW = Date.parse('2026-11-19T12:00Z');
const APPLIED = '2026-11-02T09:00Z application applied';
const sent = (at: string, message: string, by = 'dana') => ({ at, message, by });
const INVITE = sent('2026-11-03T10:05Z', 'invite');
const gone = [APPLIED, '2026-11-03T10:00Z application advanced'];

const workspace = miniature({ candidates: { engineer: {
  // Handed in on a Tuesday with five business days: due the Tuesday after, two days ago.
  'amber-fox-22': { events: [...gone, '2026-11-10T10:00Z task submitted'], messages: [INVITE] },
  // The same a day later, and the tool wrote: not heard from a person since the invitation.
  'blue-owl-33': { events: [...gone, '2026-11-16T10:00Z task submitted'], messages: [INVITE, sent('2026-11-16T10:01Z', 'received', 'hire')] },
  // Declined on the day before yesterday and not told.
  'coral-elk-44': { events: [...gone, '2026-11-12T10:00Z task submitted', '2026-11-17T10:00Z task declined reason=below-bar'], messages: [INVITE] },
  // Answered a day late by a colleague.
  'green-bat-55': { events: [APPLIED, '2026-11-06T10:00Z application declined reason=below-bar'], messages: [sent('2026-11-06T11:00Z', 'declined', 'alice')] },
  // Nobody ever wrote.
  'plum-cat-66': { events: ['2026-11-17T09:00Z application applied'] },
  // Met yesterday; the answer is due on Monday.
  'teal-hen-77': { events: [...gone, '2026-11-05T10:00Z task submitted', '2026-11-09T10:00Z task advanced', '2026-11-10T10:00Z talk booked for=2026-11-18T10:00Z', '2026-11-18T11:00Z talk held'], messages: [INVITE, sent('2026-11-09T10:05Z', 'talk-invite')] },
  // Started with 72 hours, which have passed.
  'white-ant-88': { events: [...gone, '2026-11-11T10:00Z task started'], messages: [INVITE] },
} } });
const facts = workspaceFacts(workspace, NOW);
const kept = ledger(workspace, facts);
const entry = (id: string) => kept.silences.find(({ candidate }) => candidate.id === id);

describe('the ledger', () => {
  test('names what each candidate waits for, overdue first', () => {
    expect(kept.owed.map(({ candidate, owe, reply, lateBy }) => [candidate.id, owe, reply.due.day, lateBy])).toEqual([
      ['amber-fox-22', 'answer', '2026-11-17', 2], ['coral-elk-44', 'decision-told', '2026-11-19', 0],
      ['plum-cat-66', 'answer', '2026-11-20', 0], ['blue-owl-33', 'answer', '2026-11-23', 0], ['teal-hen-77', 'answer', '2026-11-23', 0],
    ]);
  });

  test('counts the silence since a person was heard: a message of the tool does not end it, a meeting does', () => {
    expect(entry('blue-owl-33')).toMatchObject({ by: 'message', sinceDay: '2026-11-03', business: 12, calendar: 16 });
    expect(entry('teal-hen-77')).toMatchObject({ by: 'meeting', sinceDay: '2026-11-18', business: 1, calendar: 1 });
    expect(entry('plum-cat-66')).toMatchObject({ by: 'applied', business: 2, untold: false });
    expect(entry('coral-elk-44')).toMatchObject({ untold: true });
    // The positive control: the same message by a person ends it.
    const person = miniature({ candidates: { engineer: { 'blue-owl-33': { events: gone, messages: [INVITE, sent('2026-11-16T10:01Z', 'received', 'alice')] } } } });
    expect(ledger(person, workspaceFacts(person, NOW)).silences[0]).toMatchObject({ business: 3, sinceDay: '2026-11-16' });
  });

  test('the longest silence stands first, and who was answered for good stands nowhere', () => {
    const days = kept.silences.map(({ business }) => business);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(entry('green-bat-55')).toBeUndefined();
  });

  test('nobody is silent towards a candidate who works with us at this moment', () => {
    const trial = (now: string) => {
      const talk = miniature({ candidates: { engineer: { 'teal-hen-77': { events: [...gone, '2026-11-05T10:00Z task submitted', '2026-11-09T10:00Z task advanced', '2026-11-10T10:00Z talk booked for=2026-11-18T10:00Z'] } } } });
      return ledger(talk, workspaceFacts(talk, Date.parse(now))).silences.length;
    };
    expect([trial('2026-11-18T09:30Z'), trial('2026-11-18T10:30Z')]).toEqual([1, 0]);
  });

  test('knows the dates of the candidates, those that have passed on top', () => {
    expect(kept.theirs.map(({ candidate, owes, due, over }) => [candidate.id, owes, due.day, over])).toEqual([['white-ant-88', 'hand-in', '2026-11-14', true]]);
  });

  test('counts kept, late, overdue and open; whoever was to answer and has not is the manager', () => {
    // Five applications were answered within a day, one a day late, one is open.
    expect(kept.byStage.map(({ key, kept: well, late, overdue, open }) => [key, well, late, overdue, open])).toEqual([
      ['application', 5, 1, 0, 1], ['task', 1, 0, 1, 2], ['talk', 0, 0, 0, 1],
    ]);
    expect(kept.byPerson.map(({ key, kept: well, late, overdue, open }) => [key, well, late, overdue, open])).toEqual([['alice', 0, 1, 0, 0], ['dana', 6, 0, 1, 4]]);
    expect(kept.byRole).toEqual([{ key: 'engineer', kept: 6, late: 1, overdue: 1, open: 4, interval: wilson(6, 8) }]);
  });

  test('puts stages of several pipelines in the order of their kinds', () => {
    const stage = (id: string, kind: 'screening' | 'interview' | 'take-home') => ({ id, kind, why: 'It shows something.', rubric: 'craft', reviewers: 1 });
    const two = miniature({
      pipelines: { other: { title: 'Other', bar: 'Better?', stages: [stage('letter', 'screening'), stage('chat', 'interview'), { ...stage('homework', 'take-home'), challenge: 'task-api' }] } },
      roles: { designer: { title: 'Designer', level: 'senior', states: [{ on: '2026-09-01', is: 'open' }], headcount: 1, pipeline: 'other', manager: 'dana' } },
      candidates: {
        engineer: { 'amber-fox-22': { events: [...gone, '2026-11-10T10:00Z task submitted'], messages: [INVITE] } },
        designer: { 'blue-owl-33': { events: ['2026-11-02T09:00Z letter applied', '2026-11-03T09:00Z letter advanced', '2026-11-04T09:00Z chat booked for=2026-11-05T09:00Z', '2026-11-05T10:00Z chat held'] } },
      },
    });
    const all = workspaceFacts(two, NOW);
    expect(ledger(two, all).byStage.map(({ key }) => key)).toEqual(['letter', 'application', 'task', 'chat']);
    expect(ledger(two, all, all.roles.get('designer')).byStage.map(({ key }) => key)).toEqual(['letter', 'chat']);
  });

  test('gives no percentage below five settled promises', () => {
    expect(kept.byStage[0]?.interval).toEqual(wilson(5, 6));
    expect(kept.byStage[1]?.interval).toBeUndefined();
    const four = Array.from({ length: 4 }, () => ({ role: 'r', stage: 's', manager: 'dana', by: 'dana', state: 'kept' as const }));
    expect([tally(four).interval, tally([...four, ...four.slice(1)]).interval]).toEqual([undefined, wilson(7, 7)]);
  });

  test('is that of one manager when only their candidates are given', () => {
    expect(ledger(workspace, facts, [])).toMatchObject({ owed: [], silences: [], theirs: [], byRole: [], kept: { kept: 0 } });
  });
});

describe('business days of a silence', () => {
  const between = cases.filter(({ method, input }) => method === 'business_days_between' && 'end' in input && String(input.end) >= input.start);
  test.each(between)('$id', ({ input, expected }) => {
    const { start, end = start, holidays } = input as { start: string; end?: string; holidays: string[] };
    const closed = miniature({ closed: holidays, candidates: { engineer: { 'plum-cat-66': { events: [`${start}T12:00Z application applied`] } } } });
    expect(ledger(closed, workspaceFacts(closed, Date.parse(`${end}T12:00Z`))).silences[0]?.business).toBe(expected.days);
  });
});
