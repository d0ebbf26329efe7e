/** What a cell of a packed table may hold: whatever JSON can say. */
type Value = string | number | boolean | null | readonly Value[];

/**
 * A long table in few bytes: each column as the list of its different values, and the rows as one text in which every value is the
 * number of its place in that list. Ten thousand candidates take a tenth of what they take as JSON, so they can stand in a page.
 */
export interface Packed {
  readonly columns: readonly (readonly Value[])[];
  /** Digits of the number in each column. */
  readonly widths: readonly number[];
  readonly rows: string;
}

/** Signs that need no escape in JSON and none in HTML. */
const DIGITS = Array.from({ length: 0x7f - 0x23 }, (_, index) => String.fromCharCode(0x23 + index)).filter((sign) => !'&<\\'.includes(sign));
const PLACES = new Map(DIGITS.map((digit, value) => [digit, value]));

/** Rows of equal length, packed. */
export function pack(rows: readonly (readonly Value[])[]): Packed {
  const places = (rows[0] ?? []).map(() => new Map<string, number>());
  const columns = places.map((): Value[] => []);
  const numbers = rows.map((row) => row.map((value, column) => {
    const key = JSON.stringify(value);
    const known = places[column]?.get(key);
    if (known !== undefined) return known;
    const place = columns[column]?.push(value) ?? 1;
    places[column]?.set(key, place - 1);
    return place - 1;
  }));
  const widths = columns.map((values) => written(values.length - 1, 1).length);
  return { columns, widths, rows: numbers.map((row) => row.map((number, column) => written(number, widths[column] ?? 1)).join('')).join('') };
}

/** The rows again, in their order. */
export function unpacked({ columns, widths, rows }: Packed): Value[][] {
  const length = widths.reduce((sum, width) => sum + width, 0);
  if (length === 0) return [];
  return Array.from({ length: rows.length / length }, (_, index) => {
    let at = index * length;
    return columns.map((values, column) => {
      const width = widths[column] ?? 1;
      at += width;
      return values[read(rows.slice(at - width, at))] ?? null;
    });
  });
}

function written(number: number, width: number): string {
  let text = '';
  for (let rest = number; rest > 0 || text === ''; rest = Math.floor(rest / DIGITS.length)) text = (DIGITS[rest % DIGITS.length] ?? '') + text;
  return text.padStart(width, DIGITS[0]);
}

function read(text: string): number {
  return [...text].reduce((sum, digit) => sum * DIGITS.length + (PLACES.get(digit) ?? 0), 0);
}

/** A pseudonym in three parts that repeat from one to the next: `teal-otter-7f` → teal, otter, 7f. */
export function idParts(id: string): [colour: string, animal: string, tail: string] {
  const [, colour = '', animal = '', tail = ''] = /^([^-]*)-?(.*?)-?([^-]*)$/.exec(id) ?? [];
  return [colour, animal, tail];
}

/** The pseudonym of its parts. */
export function idOf(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-');
}
