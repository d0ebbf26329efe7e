import type { PublishedRoleLedger } from '../../../view/published/ledger.ts';

/** Rows of each list on one page: three lists of so many stay below half a megabyte. */
const PER_PAGE = 120;

/** How many pages the ledger of a role takes. */
export function pagesOf({ owed, silences, theirs }: Pick<PublishedRoleLedger, 'owed' | 'silences' | 'theirs'>): number {
  return Math.max(1, Math.ceil(Math.max(owed.length, silences.length, theirs.length) / PER_PAGE));
}

/** The rows of one page, from 1. */
export function pageOf<Row>(rows: readonly Row[], page: number): readonly Row[] {
  return rows.slice((page - 1) * PER_PAGE, page * PER_PAGE);
}

/** How many rows are due on which day. */
export function byDay(rows: readonly { readonly due: string }[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(rows, ({ due }) => due)].map(([day, list]) => [day, list.length]));
}
