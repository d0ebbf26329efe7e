/** A value of a table as spreadsheets take it; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A table as the address of a file that is part of the page, so that saving it asks no network.
 *
 * @param head names of the columns
 * @returns a `data:` address of UTF-8 CSV (RFC 4180, lines end in CRLF, with a byte-order mark for spreadsheets)
 */
export function csvLink(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csv(head, rows)}`)}`;
}

/** The text alone. */
export function csv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe; figures stay figures. */
function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
