/** An instant in UTC to the minute, `2026-11-22T09:30Z`: the same text on every machine. */
export function utc(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(0, 16)}Z`;
}

/** The same for what may be missing. */
export function utcOrNull(epoch: number | undefined): string | null {
  return epoch === undefined ? null : utc(epoch);
}

/** undefined as null: JSON knows only one kind of nothing. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

/** A number cut to so many decimals, so that the last bits of a sum never reach a file. */
export function rounded(value: number, decimals = 6): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
