import type { PublishedGoing } from '../../../view/published/funnel.ts';
import { NBSP, list, percent } from '../../published/words.ts';
import type { TableCell } from '../cells.ts';
import type { IntervalsData } from '../charts.ts';

/** A share that goes on as a row of the drawing; counts where there are too few. */
export function goingRow(name: string, { share, interval, went, decided }: PublishedGoing): IntervalsData['rows'][number] {
  if (share === null || interval === null) return { name, few: decided === 0 ? 'nobody decided' : `${went} of ${decided} decided` };
  return { name, value: share * 100, from: interval[0] * 100, to: interval[1] * 100 };
}

/** The same as a cell: "40 % (25–58 %)"; where the head cannot name one day for all, "40 % (25–58 %) by day 22". */
export function goingCell({ share, interval, day }: PublishedGoing, all: readonly PublishedGoing[]): TableCell {
  if (share === null || interval === null) return null;
  return { value: percent(share * 100), aside: `(${hundred(interval)})${oneDay(all) === undefined ? ` by day ${day}` : ''}` };
}

/** "12 of 30 (25–58 %)": those decided, with the interval of the share. */
export function decidedCell({ went, decided, ofDecided }: PublishedGoing): TableCell {
  if (decided === 0) return null;
  return ofDecided === null ? `${went} of ${decided}` : { value: `${went} of ${decided}`, aside: `(${hundred(ofDecided)})` };
}

/** Which of the figures answers how likely it is to go on, and why the other does not. */
export const WHICH_FIGURE = 'How likely is it to go on? “Go on” answers that, waiting included. “Of decided” is a count of the past: it is too high while slow decisions still wait that are more often a no.';

/** Shares that are not of the day that was asked for: "Told sooner, since nobody has been there for longer: Application by day 9." */
export function shorterWords(rows: readonly { readonly title: string; readonly going: PublishedGoing }[]): string {
  const shorter = rows.filter(({ going: { share, day, asked } }) => share !== null && day < asked);
  if (shorter.length === 0) return '';
  const days = shorter.map(({ title, going: { day } }) => `${title} by day ${day}`);
  return `Told sooner, since nobody has been there for longer: ${list(days)}.`;
}

/** "Go on within 30 days", the head of a column; "Go on" where the cells name their days. */
export function goingHead(all: readonly PublishedGoing[]): string {
  const day = oneDay(all);
  return day === undefined ? 'Go on' : `Go on within ${day} days`;
}

/** "within 30 days of entering"; where stages differ, that they do. */
export function horizonWords(all: readonly PublishedGoing[]): string {
  const day = oneDay(all);
  return day === undefined ? 'by the day that the table names' : `within ${day}${NBSP}days of entering`;
}

/** The day that every share is told of; undefined where they differ, or none is told. */
function oneDay(all: readonly PublishedGoing[]): number | undefined {
  const days = new Set(all.flatMap(({ share, day }) => (share === null ? [] : [day])));
  return days.size === 1 ? [...days][0] : undefined;
}

function hundred([lower, upper]: readonly [number, number]): string {
  return `${Math.round(lower * 100)}–${Math.round(upper * 100)}${NBSP}%`;
}
