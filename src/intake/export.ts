import { stringify } from 'csv-stringify/sync';

/** One candidate in an exported sheet. Days are `2026-11-22`; null where there is nothing to say. */
export interface ExportRow {
  readonly candidate: string;
  readonly role: string;
  readonly source: string;
  readonly stage: string | null;
  readonly state: 'open' | 'closed';
  readonly applied: string | null;
  /** Business days in the stage, or in the last one until it ended. */
  readonly days_in_stage: number;
  readonly whose_move: 'manager' | 'reviewers' | 'candidate' | 'nobody';
  readonly owes: string;
  /** The people who move, where it is us. */
  readonly people: readonly string[];
  readonly due: string | null;
  /** Business days past the due day. */
  readonly late_by: number;
  /** Over complete stages alone. */
  readonly percent: number | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  /** Only where names were asked for. */
  readonly name?: string | null;
  readonly email?: string | null;
}

const COLUMNS = ['candidate', 'role', 'source', 'stage', 'state', 'applied', 'days_in_stage', 'whose_move', 'owes', 'people', 'due', 'late_by', 'percent', 'outcome', 'reason'] as const;
const NAMES = ['name', 'email'] as const;

/** What makes a spreadsheet compute a cell, also behind blanks and in full width. */
const COMPUTED = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/u;

/**
 * Rows as CSV (RFC 4180, commas, CRLF). A cell that a spreadsheet would compute begins with an apostrophe, which spreadsheets hide; numbers
 * stay numbers.
 * @param options `names`: with the columns for name and address; `mark`: begin with the mark by which Excel knows UTF-8
 */
export function exportCsv(rows: readonly ExportRow[], { names, mark }: { readonly names: boolean; readonly mark: boolean }): string {
  const columns = [...COLUMNS, ...(names ? NAMES : [])];
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  return stringify([columns.map(String), ...cells], { bom: mark, record_delimiter: '\r\n' });
}

function cellOf(value: string | number | null | undefined | readonly string[]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : value.join(' ');
  return COMPUTED.test(text) ? `'${text}` : text;
}
