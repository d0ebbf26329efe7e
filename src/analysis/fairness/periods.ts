/**
 * The wider period whose counts contain those of this one, among the given; undefined when there is none. Shown side by side one
 * could be subtracted from the other, and what is left may be a few people of the rest of the year.
 * Known are years (`2025`), halves (`2025-h1`), quarters (`2025-q3`), months (`2025-07`) and years together (`2024-2025`); any other
 * name lies within the one it lengthens (`spring` contains `spring-berlin`).
 */
export function widerPeriod(period: string, all: Iterable<string>): string | undefined {
  return [...all].filter((other) => other !== period && within(period, other)).toSorted((a, b) => width(b) - width(a) || (a < b ? -1 : 1))[0];
}

function within(inner: string, outer: string): boolean {
  const [a, b] = [months(inner), months(outer)];
  if (a && b) return a[0] >= b[0] && a[1] <= b[1] && (a[1] - a[0] < b[1] - b[0] || inner > outer);
  return inner.startsWith(`${outer}-`);
}

function width(period: string): number {
  const span = months(period);
  return span ? span[1] - span[0] : Infinity;
}

/** First month and the one after the last, counted from the year 0. */
function months(period: string): readonly [number, number] | undefined {
  const [, year = '', half, quarter, month, until] = /^(\d{4})(?:-h([12])|-q([1-4])|-(0[1-9]|1[0-2])|-(\d{4}))?$/.exec(period) ?? [];
  if (year === '') return undefined;
  const start = Number(year) * 12;
  if (half !== undefined) return [start + (Number(half) - 1) * 6, start + Number(half) * 6];
  if (quarter !== undefined) return [start + (Number(quarter) - 1) * 3, start + Number(quarter) * 3];
  if (month !== undefined) return [start + Number(month) - 1, start + Number(month)];
  return [start, (until === undefined ? Number(year) : Math.max(Number(year), Number(until))) * 12 + 12];
}
