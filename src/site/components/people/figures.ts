import type { PublishedPerson, PublishedSeverity } from '../../../view/published/people.ts';
import type { SeverityData } from '../charts.ts';
import type { RichCell, TableCell } from '../cells.ts';
import { number, percent } from '../../published/words.ts';
import { signed } from '../signed.ts';

type Ratio = PublishedPerson['agreement']['exact'];

/** "57 % (50–64)" where there is an interval, otherwise the counts: "2 of 5". */
export function ratioCell({ part, whole, share, interval }: Ratio, enough = interval !== null): TableCell {
  if (share === null) return null;
  if (!enough) return `${part} of ${whole}`;
  // One of three hundred is not all of them, whatever it rounds to.
  const value = part < whole && share >= 0.995 ? `over ${percent(99)}` : part > 0 && share < 0.005 ? `under ${percent(1)}` : percent(share * 100);
  return { value, ...(interval === null ? {} : { aside: `(${Math.round(interval[0] * 100)}–${Math.round(interval[1] * 100)})` }) };
}

/** A median of days with its interval: "1 (1–2)", "1 (0 or more)". */
export function medianCell({ median, interval: [from, to] }: PublishedPerson['turnaround']): TableCell {
  if (median === null) return null;
  return { value: number(median), ...(from === null || from === to ? {} : { aside: to === null ? `(${number(from)} or more)` : `(${number(from)}–${number(to)})` }) };
}

/** A shift in marks with its sign and its interval, as its sentence has them; alarm only where it is more than chance would bring. */
export function shiftCell(value: number, [from, to]: readonly [number, number], told: boolean): RichCell {
  return { value: signed(value, 2), aside: `(${signed(from, 2)} to ${signed(to, 2)})`, alarm: told };
}

/** The reviewers of one group who have a figure, the strictest first: the rows of its chart and of the table under it. */
export function severityRows({ reviewers }: PublishedSeverity, group: readonly string[]): ({ person: string; visits: number } & NonNullable<PublishedSeverity['reviewers'][number]['figure']>)[] {
  return reviewers.flatMap(({ person, visits, figure }) => (figure === null || !group.includes(person) ? [] : [{ person, visits, ...figure }])).toSorted((a, b) => a.marks - b.marks);
}

/** A dot and its interval around the panel, in marks. */
export function severityData(rows: ReturnType<typeof severityRows>, nameOf: (person: string) => string): SeverityData {
  return { kind: 'severity', rows: rows.map(({ person, marks, marksInterval: [from, to], told }) => ({ name: nameOf(person), effect: marks, from, to, told })) };
}
