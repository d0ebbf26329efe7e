/** How bad a problem is: an error makes `hire check` fail, a warning does not. */
export type Severity = 'error' | 'warning';

/** The way from the top of a file's data to the value at fault: keys and list positions. */
export type KeyPath = readonly (string | number)[];

/**
 * One thing that is wrong with the content. Problems are collected and sorted, never thrown.
 * A rule states `path` and `key`; the loader finds `line` and `column` (both count from 1) in the file's text.
 */
export interface Problem {
  /** Stable name, `family/what`, for `hire explain` and the page on the site. */
  readonly code: string;
  readonly severity: Severity;
  /** Path in the repository, with forward slashes. */
  readonly path: string;
  readonly key?: KeyPath;
  /** Whether the key itself is meant (an unknown key) and not its value. */
  readonly atKey?: boolean;
  readonly line?: number;
  readonly column?: number;
  /** Line and column just past the end of what is wrong, where that is known. */
  readonly endLine?: number;
  readonly endColumn?: number;
  /** One sentence that names both sides: what stands there and what it contradicts. */
  readonly message: string;
  /** The exact edit that mends it; for a mark the allowed values, never a proposal. */
  readonly hint?: string;
}

/** Orders problems by path, then line, then column, then code: the order in which people read them. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code unit, so that the order is the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
