/** A column of a Table. Numbers stand right, text left. */
export interface Column {
  readonly head: string;
  readonly number?: boolean;
  /** Text may break; everything else stays on one line. */
  readonly wrap?: boolean;
}

/** A cell with more than a value. */
export interface RichCell {
  readonly value: string | number;
  /** Beside the value in the third ink: an interval, a count. */
  readonly aside?: string;
  readonly strong?: boolean;
  /** Late, wrong, or over the promise. */
  readonly alarm?: boolean;
  readonly href?: string;
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
