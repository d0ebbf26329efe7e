import { describe, expect, test } from 'vitest';
import { workspaceFacts } from '../analysis/candidate.ts';
import { officeOf } from '../analysis/time/office.ts';
import { miniature, type CandidateInput } from '../fixtures/workspace.ts';
import { publishedBoard } from './board.ts';
import { publishedLedger, publishedRoleLedger } from './ledger.ts';
import type { Lookup } from './lookup.ts';

const NOW = Date.parse('2026-11-19T12:00Z');
const TAIL = '23456789abcdefghjkmnpqrstvwxyz';
const ANIMALS = ['otter', 'lynx', 'crane', 'raven', 'swift', 'stork', 'quail', 'tapir', 'gecko', 'moth', 'stoat', 'beaver'];
const COLOURS = ['teal', 'amber', 'coral', 'plum', 'lime', 'cobalt', 'bronze', 'indigo', 'khaki', 'linen', 'azure', 'cream'];
const MARKS = { code: 3, tests: 3, prose: 3 };

const id = (index: number): string => `${COLOURS[index % 12] ?? ''}-${ANIMALS[Math.floor(index / 12) % 12] ?? ''}-2${TAIL[Math.floor(index / 144)] ?? ''}`;
const day = (index: number): string => `2026-11-${String(4 + (index % 14)).padStart(2, '0')}`;

/** A quarter each: not screened, to be decided, working, declined and not told. */
function waiting(index: number): CandidateInput {
  const applied = `${day(index)}T09:00Z application applied`;
  if (index % 4 === 0) return { events: [applied] };
  if (index % 4 === 3) return { events: [applied, `${day(index)}T10:00Z application declined reason=below-bar`] };
  const gone = [applied, `${day(index)}T10:00Z application advanced`];
  const messages = [{ at: `${day(index)}T10:05Z`, message: 'invite', by: 'dana' }];
  if (index % 4 === 2) return { events: [...gone, `${day(index)}T11:00Z task started`], messages };
  return { events: [...gone, `${day(index)}T12:00Z task submitted`], messages, scores: { task: { alice: { at: `${day(index)}T13:00Z`, marks: MARKS }, bob: { at: `${day(index)}T13:00Z`, marks: MARKS } } } };
}

function lookupOf(count: number): Lookup {
  const workspace = miniature({ candidates: { engineer: Object.fromEntries(Array.from({ length: count }, (_, index) => [id(index), waiting(index)])) } });
  const facts = workspaceFacts(workspace, NOW);
  return { workspace, facts, now: NOW, today: facts.today, dayOf: (epoch) => officeOf(workspace.calendar).zone.dayOf(epoch) };
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);

describe('a morning of 1,000 candidates', () => {
  const lookup = lookupOf(1000);
  const board = publishedBoard(lookup);

  test('is published as one page, whatever their number', () => {
    expect(JSON.stringify(board).length).toBeLessThan(45_000);
    expect(JSON.stringify(publishedBoard(lookupOf(500))).length).toBeGreaterThan(JSON.stringify(board).length * 0.9);
  });

  test('counts what it does not show', () => {
    expect(board.moves).toEqual({ manager: 500, reviewers: 250, candidate: 250 });
    expect([board.decide.total, board.promises.total, board.unassigned.total, board.working.total]).toEqual([250, 500, 250, 250]);
    for (const { rows, total, later } of [board.decide, board.promises]) expect(rows.length + sum(later)).toBe(total);
    expect(board.owed).toMatchObject({ all: 750, overdue: board.decide.late + board.promises.late });
    expect(board.decide.late).toBeGreaterThan(board.decide.rows.length);
  });

  test('and shows the most urgent: nothing that is cut off is due before what stands there', () => {
    for (const { last, later } of [{ last: board.decide.rows.at(-1)?.row.move.due, later: board.decide.later }, { last: board.promises.rows.at(-1)?.due, later: board.promises.later }]) {
      expect(Object.keys(later).filter((due) => due < (last ?? ''))).toEqual([]);
    }
    const days = board.quiet.rows.map(({ business }) => business);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  test('has the whole ledger in the file of the role, and the first pages of it in that of all', () => {
    const [all, role] = [publishedLedger(lookup), publishedRoleLedger('engineer', lookup)];
    expect(role.owed).toHaveLength(750);
    expect(all.owed).toEqual(role.owed.slice(0, all.owed.length));
    expect(all.owed.length + sum(all.owedLater)).toBe(750);
    expect(all.totals).toEqual(role.totals);
    expect(role.silences.filter(({ business }) => business >= 5)).toHaveLength(all.totals.quiet);
    expect(JSON.stringify(all).length).toBeLessThan(150_000);
  });
});

test('a list that is nearly short enough is not cut for three rows', () => {
  const { decide } = publishedBoard(lookupOf(60));
  expect([decide.rows.length, decide.total, decide.later]).toEqual([15, 15, {}]);
});
