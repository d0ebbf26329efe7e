import type { PublishedGoing } from '../../../view/published/funnel.ts';
import { NBSP, list, percent } from '../../published/words.ts';
import type { TableCell } from '../cells.ts';
import type { IntervalsData } from '../charts.ts';

/** A share that goes on as a row of the drawing; counts where there are too few. */
export function goingRow(name: string, { share, interval, went, decided }: PublishedGoing): IntervalsData['rows'][number] {
  if (share === null || interval === null) return { name, few: decided === 0 ? 'nobody decided' : `${went} of ${decided} decided` };
  return { name, value: share * 100, from: interval[0] * 100, to: interval[1] * 100 };
}

/** The same as a cell: "40 % (25–58)". */
export function goingCell({ share, interval }: PublishedGoing): TableCell {
  return share === null || interval === null ? null : { value: percent(share * 100), aside: `(${hundred(interval)})` };
}

/** "12 of 30 (25–58)": those decided, with the interval of the share. */
export function decidedCell({ went, decided, ofDecided }: PublishedGoing): TableCell {
  if (decided === 0) return null;
  return ofDecided === null ? `${went} of ${decided}` : { value: `${went} of ${decided}`, aside: `(${hundred(ofDecided)})` };
}

/** Shares that are not of the day that was asked for: "Told sooner, since nobody has been there for longer: Application by day 9." */
export function shorterWords(rows: readonly { readonly title: string; readonly going: PublishedGoing }[]): string {
  const shorter = rows.filter(({ going: { share, day, asked } }) => share !== null && day < asked);
  if (shorter.length === 0) return '';
  const days = shorter.map(({ title, going: { day } }) => `${title} by day ${day}`);
  return `Told sooner, since nobody has been there for longer: ${list(days)}.`;
}

/** "Go on within 30 days", the head of a column. */
export function goingHead(all: readonly PublishedGoing[]): string {
  const asked = new Set(all.map((going) => going.asked));
  const [only] = asked;
  return asked.size === 1 && only !== undefined ? `Go on within ${only} days` : 'Go on';
}

/** "within 30 days"; where stages differ, that they do. */
export function horizonWords(all: readonly PublishedGoing[]): string {
  const asked = new Set(all.map((going) => going.asked));
  const [only] = asked;
  return asked.size === 1 && only !== undefined ? `within ${only}${NBSP}days of entering` : 'within 30 days of entering, or the stage’s own time';
}

function hundred([lower, upper]: readonly [number, number]): string {
  return `${Math.round(lower * 100)}–${Math.round(upper * 100)}`;
}
