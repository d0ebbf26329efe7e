import type { Newcomer, RefusedRow } from '../../intake/newcomer.ts';
import { isRefusedRow, readRow, type RowTerms } from '../../intake/rows.ts';
import type { Sheet } from '../../intake/sheet.ts';
import type { Context } from '../command.ts';
import { progressOn } from '../progress.ts';

/** Rows between two words on how far it has come. */
const SOME = 250;

/** Reads every row of a sheet; tells on a terminal how far it has come. */
export function readRows(context: Context, sheet: Sheet, terms: RowTerms): { readonly newcomers: readonly Newcomer[]; readonly refused: readonly RefusedRow[] } {
  const progress = progressOn(context);
  const newcomers: Newcomer[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const read = readRow(row, terms);
    if (isRefusedRow(read)) refused.push(read);
    else newcomers.push(read);
    if (index % SOME === 0) progress.step(`Reading row ${index + 1} of ${sheet.rows.length}`);
  }
  progress.clear();
  return { newcomers, refused };
}
