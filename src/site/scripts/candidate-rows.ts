import type { ListRow } from '../components/candidates/list.ts';
import { idOf } from './packed.ts';

type Unpacked = readonly unknown[];

/** A row of the list from the values it was packed as. */
export function rowOf(values: Unpacked): ListRow {
  const [colour, animal, tail, role, doing, state, days, percent, name] = values as [string, string, string, [string, string], [string, boolean, string, string, string, string], [ListRow['is'], string, string], number | null, number | null, string];
  return {
    id: idOf([colour, animal, tail]),
    role: role[0], roleTitle: role[1], name, is: state[0], words: state[1], day: state[2],
    next: doing[0], quiet: doing[1], stageTitle: doing[2], days, percent, state: doing[3], move: doing[4], stage: doing[5],
  };
}

/** What the words asked for are looked up in. */
export function textOf({ id, name, roleTitle, role, words, next, stageTitle, state }: ListRow): string {
  return `${id.replaceAll('-', ' ')} ${id} ${name} ${roleTitle} ${role} ${words} ${next} ${stageTitle} ${state}`;
}

/** The value a column is sorted by, in the order of the columns. A dash counts as the lowest figure. */
export function sortKey(row: ListRow, column: number): string | number {
  return [row.id, row.day, row.next, row.stageTitle, row.roleTitle, row.days ?? 0, row.percent ?? 0][column] ?? '';
}

/** Rows by one column; equal ones keep their order. */
export function sorted(rows: readonly ListRow[], column: number, down: boolean): ListRow[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  keyed.sort((a, b) => (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : String(a.key) < String(b.key) ? -1 : a.key === b.key ? 0 : 1) * (down ? -1 : 1));
  return keyed.map(({ row }) => row);
}
