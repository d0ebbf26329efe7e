/** A column of a Table. Numbers stand right, text left. */
export interface Column {
  readonly head: string;
  readonly number?: boolean | undefined;
  /** Text may break; everything else stays on one line. */
  readonly wrap?: boolean | undefined;
}

/** A cell with more than a value. */
export interface RichCell {
  readonly value: string | number;
  /** Beside the value in the third ink: an interval, a count. */
  readonly aside?: string | undefined;
  readonly strong?: boolean | undefined;
  /** Late, wrong, or over the promise. */
  readonly alarm?: boolean | undefined;
  readonly href?: string | undefined;
}

/** Nothing (drawn as "–"), a plain value, or a value with more to say. */
export type TableCell = string | number | null | RichCell;

/** Minus signs and ranges as print has them; nothing else is touched. */
export function printed(value: string | number): string {
  return typeof value === 'number' ? String(value).replace('-', '−') : value;
}

/** The short form filled up. */
export function rich(cell: TableCell): RichCell | null {
  return cell === null || typeof cell === 'object' ? cell : { value: cell };
}
