import type { CandidateRow } from '../../../view/published/common.ts';
import { dayYear, spaced } from '../../published/words.ts';
import { idParts } from '../../scripts/packed.ts';
import type { DueState } from '../../today/clock.ts';
import { OWES, dueOf, whoActs } from './moves.ts';

/** Rows on one page of the list: more, and it is heavy on a phone. */
export const PER_PAGE = 100;

/** One candidate as the list shows, sorts and filters them. */
export interface ListRow {
  readonly id: string;
  readonly role: string;
  readonly roleTitle: string;
  /** Name, where this machine knows it; '' elsewhere. */
  readonly name: string;
  /** Shape and words of the state, and the day it is sorted by. */
  readonly is: DueState['is'] | 'done' | 'ended';
  readonly words: string;
  readonly day: string;
  /** Who owes what, or the reason of the end, which is `quiet`; '' for neither. */
  readonly next: string;
  readonly quiet: boolean;
  readonly stageTitle: string;
  readonly days: number | null;
  readonly percent: number | null;
  /** What the controls compare: "open" or how it ended, whose move, the present stage. */
  readonly state: string;
  readonly move: string;
  readonly stage: string;
}

/** A candidate as a row of the list. */
export function listRow(row: CandidateRow, today: string, nameOf: (person: string) => string, name = ''): ListRow {
  const ended = row.closed && row.move.on === 'nobody';
  const how = row.how ?? 'ended';
  const state = ended
    ? { is: row.how === 'hired' ? 'done' as const : 'ended' as const, words: row.ended === null ? how : `${how} ${dayYear(row.ended)}`, day: row.ended ?? '' }
    : { ...dueOf(row.move, today), day: row.move.due ?? '9999-12-31' };
  const owed = row.move.on === 'nobody' ? '' : `${whoActs(row.move, nameOf)}: ${OWES[row.move.owes]}`;
  return {
    id: row.id, role: row.role, roleTitle: row.roleTitle, name, ...state,
    next: owed === '' ? spaced(row.reason ?? '') : owed, quiet: owed === '',
    stageTitle: row.stageTitle ?? '',
    days: row.closed ? null : row.daysInStage,
    percent: row.percent === null ? null : Math.round(row.percent),
    state: row.closed ? how : 'open', move: row.move.on, stage: row.closed ? '' : row.stage ?? '',
  };
}

const OURS: ReadonlySet<CandidateRow['move']['on']> = new Set(['manager', 'reviewers']);

/** Who is in process or still owed an answer first, the furthest past a promise of ours on top; then who has ended, newest first. */
export function ordered(rows: readonly CandidateRow[]): CandidateRow[] {
  const rank = ({ move, closed }: CandidateRow): readonly [number, number, string] => [closed && move.on === 'nobody' ? 1 : 0, OURS.has(move.on) ? -move.lateBy : 0, move.due ?? '9999'];
  return rows.map((row) => ({ row, key: rank(row) })).sort((a, b) => {
    if (a.key[0] === 1 && b.key[0] === 1) return compare(b.row.ended ?? '', a.row.ended ?? '');
    return a.key[0] - b.key[0] || a.key[1] - b.key[1] || compare(a.key[2], b.key[2]);
  }).map(({ row }) => row);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers of the pages a pager names: the first, the last, and those beside the present one; 0 stands for a gap. */
export function pagerNumbers(page: number, pages: number): number[] {
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter((number) => number === 1 || number === pages || Math.abs(number - page) <= 2);
  return near.flatMap((number, index) => (number - (near[index - 1] ?? 0) > 1 ? [0, number] : [number]));
}

/** The values of a row in the order they are packed; a pseudonym as its three parts, which repeat. */
export function packedRow(row: ListRow): (string | number | null | (string | boolean)[])[] {
  return [...idParts(row.id), [row.role, row.roleTitle], [row.next, row.quiet, row.stageTitle, row.state, row.move, row.stage], [row.is, row.words, row.day], row.days, row.percent, row.name];
}

/** What the head of every page of the list says of all of them, gathered once. */
export interface ListFacts {
  readonly total: number;
  /** In process and waiting for us longer than promised. A candidate who is late is told so kindly, and owes us nothing. */
  readonly waiting: number;
  /** Ways in which somebody's application ended, in a fixed order. */
  readonly ends: readonly string[];
  /** Stages in which somebody is now, by id. */
  readonly stages: readonly (readonly [id: string, title: string])[];
}

/** Counts a list once, for all of its pages. */
export function listFacts(rows: readonly CandidateRow[]): ListFacts {
  return {
    total: rows.length,
    waiting: rows.filter(({ move }) => move.lateBy > 0 && OURS.has(move.on)).length,
    ends: ['hired', 'declined', 'withdrew', 'expired', 'erased'].filter((how) => rows.some((row) => row.how === how)),
    stages: [...new Map(rows.filter(({ closed }) => !closed).flatMap(({ stage, stageTitle }) => (stage === null || stageTitle === null ? [] : [[stage, stageTitle] as const])))],
  };
}
