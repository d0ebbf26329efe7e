import type { Counts, Table } from './table.ts';

/** A count of people from one up to below this may not be shown, and nothing may be shown from which it follows. */
export const GROUP_MIN = 5;

/** How many values each hidden small count must be able to take for somebody who knows everything that is shown, and the totals. */
const OPEN_VALUES = 5;

/**
 * Which counts of a record stay hidden. The columns are the moments between stages: who went on from one stage is, but for those who
 * withdrew in between, who reached the next, so both are hidden or shown together. Column 0 is who reached the first stage.
 */
export interface Hidden {
  readonly any: boolean;
  readonly reached: (stage: number, group: number) => boolean;
  readonly advanced: (stage: number, group: number) => boolean;
}

/**
 * Hides every count from 1 to 4 (of people who reached a stage, went on, or did not go on), and as many others as it takes that
 * none of them can be worked out: not from the totals of a stage, which are taken to be known, not from the stage before or after,
 * and not from the fact that nobody goes on who was not there. Each hidden small count can then be at least five different
 * numbers; proof is a pair of groups whose hidden counts can be exchanged without any other number changing. Where no such pair
 * exists more is hidden, in the end the whole record.
 * Source: complementary cell suppression, as in Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), chapter 8;
 * the choice of cells is ours.
 */
export function hiddenCounts(table: Table): Hidden {
  const hiding = new Hiding(table);
  const small = primary(table);
  for (const [group, column] of small.flatMap(({ cells }) => cells)) hiding.hide(group, column);
  for (let item = hiding.closed(small); item !== undefined; item = hiding.closed(small)) {
    if (!hiding.cover(item)) break;
  }
  return {
    any: hiding.any(),
    reached: (stage, group) => hiding.is(group, stage),
    advanced: (stage, group) => hiding.is(group, stage + 1),
  };
}

type Cell = readonly [group: number, column: number];

/** Something that may not be known: the people in a cell, or those of a group who did not go on from a stage. */
interface Small {
  readonly group: number;
  /** The cell that must be able to move, while `still` stays where it is. */
  readonly column: number;
  readonly still?: number;
  readonly cells: readonly Cell[];
}

const few = (count: number): boolean => count > 0 && count < GROUP_MIN;

/** Everything of the record that may not be known. */
function primary({ stages, groups, at }: Table): Small[] {
  return groups.flatMap((_name, group) => stages.flatMap((_stage, stage): Small[] => {
    const counts = at(stage, group);
    const cell = (column: number): Small => ({ group, column, cells: [[group, column]] });
    // Left out here and named elsewhere: it may be none, and it may be one to four.
    if (!counts) return [cell(stage), cell(stage + 1)];
    return [
      ...(few(counts.reached) ? [cell(stage)] : []),
      ...(few(counts.advanced) ? [cell(stage + 1)] : []),
      ...(few(counts.reached - counts.advanced) ? [{ group, column: stage + 1, still: stage, cells: [[group, stage + 1]] } as const] : []),
    ];
  }));
}

/** The hidden cells while they are chosen. */
class Hiding {
  readonly #table: Table;
  readonly #hidden: boolean[][];
  readonly #columns: number;

  constructor(table: Table) {
    this.#table = table;
    this.#columns = table.stages.length + 1;
    this.#hidden = table.groups.map(() => Array.from({ length: this.#columns }, () => false));
  }

  is(group: number, column: number): boolean {
    return this.#hidden[group]?.[column] ?? false;
  }

  hide(group: number, column: number): void {
    const row = this.#hidden[group];
    if (row) row[column] = true;
  }

  any(): boolean {
    return this.#hidden.some((row) => row.includes(true));
  }

  /** What could still be worked out: a small count with too few values to be, or any hidden cell with only one. */
  closed(small: readonly Small[]): Small | undefined {
    const cells = this.#hidden.flatMap((row, group) => row.flatMap((hidden, column): Small[] => (hidden ? [{ group, column, cells: [] }] : [])));
    return small.find((each) => !this.open(each)) ?? cells.find((each) => !this.open(each, 2));
  }

  /** Whether the count can take enough values: a segment of hidden columns is moved up in its group and down in another, and the other way. */
  open({ group, column, still }: Small, values = OPEN_VALUES): boolean {
    const moves = new Set<number>([0]);
    for (const [partner] of this.#table.groups.entries()) {
      if (partner === group) continue;
      for (let from = column; from >= 0 && this.#both(group, partner, from); from -= 1) {
        for (let to = column; to < this.#columns && this.#both(group, partner, to); to += 1) {
          if (still !== undefined && from <= still && still <= to) continue;
          const [low, high] = this.#range(group, partner, from, to);
          for (let by = Math.max(low, -OPEN_VALUES); by <= Math.min(high, OPEN_VALUES); by += 1) moves.add(by);
          if (moves.size >= values) return true;
        }
      }
    }
    return false;
  }

  /** Hides one more cell or column for the sake of a count that can still be worked out; false when nothing is left to hide. */
  cover(item: Small): boolean {
    const { group, column } = item;
    const others = this.#table.groups.flatMap((_name, each) => (each === group || this.is(each, column) ? [] : [each]))
      // One that is hidden elsewhere already costs the reader least, then the smallest.
      .toSorted((a, b) => Number(this.#hidden[b]?.includes(true)) - Number(this.#hidden[a]?.includes(true)) || this.#size(a, column) - this.#size(b, column));
    for (const other of others) {
      this.hide(other, column);
      if (this.open(item)) return true;
      this.#show(other, column);
    }
    const [smallest] = others;
    if (smallest !== undefined) {
      this.hide(smallest, column);
      return true;
    }
    // The column is hidden for all, and still too little can move: the nearest columns go too.
    const next = Array.from({ length: this.#columns }, (_, each) => each)
      .filter((each) => this.#table.groups.some((_name, one) => !this.is(one, each)))
      .toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column))[0];
    if (next === undefined) return false;
    for (const [each] of this.#table.groups.entries()) this.hide(each, next);
    return true;
  }

  #show(group: number, column: number): void {
    const row = this.#hidden[group];
    if (row) row[column] = false;
  }

  #both(group: number, partner: number, column: number): boolean {
    return this.is(group, column) && this.is(partner, column);
  }

  #size(group: number, column: number): number {
    return this.#table.at(column, group)?.reached ?? this.#table.at(column - 1, group)?.advanced ?? 0;
  }

  /** By how much the columns can be moved up in the group and down in its partner, so that all counts stay possible. */
  #range(group: number, partner: number, from: number, to: number): readonly [number, number] {
    const [low, high] = this.#room(group, from, to);
    const [down, up] = this.#room(partner, from, to);
    return [Math.max(low, -up), Math.min(high, -down)];
  }

  /** By how much the columns of one group can move: never below nobody, and nobody goes on who was not there. */
  #room(group: number, from: number, to: number): readonly [number, number] {
    let low = -Infinity;
    let high = Infinity;
    for (let stage = Math.max(0, from - 1); stage <= Math.min(to, this.#columns - 2); stage += 1) {
      const counts: Counts = this.#table.at(stage, group) ?? { reached: 0, advanced: 0 };
      const known = this.#table.at(stage, group) !== undefined;
      if (stage >= from) low = Math.max(low, -(stage + 1 <= to ? counts.advanced : counts.reached));
      if (stage >= from && stage + 1 > to) low = Math.max(low, counts.advanced - counts.reached);
      if (stage < from) {
        low = Math.max(low, -counts.advanced);
        if (known) high = Math.min(high, counts.reached - counts.advanced);
      }
    }
    return [low, high];
  }
}
