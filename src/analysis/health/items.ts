import { cronbachAlpha } from '../statistics/cronbach.ts';
import { tanhInterval } from '../statistics/fisher-z.ts';
import { coefficient, coefficientRange } from '../words/numbers.ts';
import { ALPHA_FAIR, ITEM_TOTAL_LOW, ITEMS_FROM, PRELIMINARY_BELOW } from './guards.ts';
import type { ScoredVisit } from './visits.ts';

/** How one criterion goes with the others of its rubric. */
export interface Item {
  /** Pearson correlation of the criterion with the sum of the others, over visits; undefined where one of them never differs. */
  readonly withRest: { readonly value: number; readonly interval: readonly [number, number] | undefined } | undefined;
  /** Cronbach's alpha of the others alone; undefined with fewer than three criteria. */
  readonly alphaIfDropped: number | undefined;
  readonly says: string;
}

/** How the criteria of a rubric hang together, over visits with every criterion marked. */
export interface Items {
  readonly visits: number;
  readonly alpha: { readonly value: number; readonly interval: readonly [number, number] | undefined } | undefined;
  /** In the rubric's order; empty below the guard. */
  readonly items: readonly Item[];
  readonly says: string;
}

/**
 * Corrected item–total correlations, Cronbach's alpha, and alpha without each criterion. A person is a visit, an item is the mean of the
 * counted marks on a criterion; a visit with an unmarked criterion is left out. Hidden below ten visits.
 * Source: Cronbach, Psychometrika 16 (1951) 297–334; intervals of Feldt (1965) and Fisher.
 */
export function items(visits: readonly ScoredVisit[]): Items {
  const rows = visits.flatMap(({ criteria }) => {
    const means = criteria.flatMap(({ mean }) => mean ?? []);
    return means.length === criteria.length ? [means] : [];
  });
  const width = rows[0]?.length ?? 0;
  const none = (says: string): Items => ({ visits: rows.length, alpha: undefined, items: [], says });
  if ((visits[0]?.criteria.length ?? 0) < 2) return none('One criterion has no others to go with.');
  if (rows.length < ITEMS_FROM) return none(`Whether the criteria hang together needs ${ITEMS_FROM} visits with every criterion marked; there ${rows.length === 1 ? 'is' : 'are'} ${rows.length}.`);
  const found = cronbachAlpha(rows);
  const alpha = found && { value: found.alpha, interval: found.interval };
  return {
    visits: rows.length, alpha,
    items: Array.from({ length: width }, (_, at) => item(rows, at, found?.items[at]?.itemTotal, width > 2 ? found?.items[at]?.alphaIfDropped : undefined)),
    says: alpha === undefined ? 'Every visit got the same total: nothing can be said of how the criteria hang together.' : alphaSays(alpha, rows.length),
  };
}

function item(rows: readonly (readonly number[])[], at: number, value: number | undefined, alphaIfDropped: number | undefined): Item {
  const withRest = value === undefined ? undefined : { value, interval: tanhInterval(value, 1 / (rows.length - 3), 0.95) };
  return { withRest, alphaIfDropped, says: withRest ? itemSays(withRest) : unsaid(rows, at) };
}

/** Why one criterion cannot be set against the others. */
function unsaid(rows: readonly (readonly number[])[], at: number): string {
  if (rows.every((row) => row[at] === rows[0]?.[at])) return 'Every visit got the same mark, so it tells nobody apart.';
  return 'The other criteria never differ, or make up for it exactly, so there is nothing to go with.';
}

function itemSays({ value, interval }: NonNullable<Item['withRest']>): string {
  if (interval === undefined) return `${coefficient(value)} with the rest: too even to have an interval.`;
  const figures = `${coefficient(value)} (${coefficientRange(interval)})`;
  if (interval[1] < ITEM_TOTAL_LOW) return `Goes its own way: ${figures} with the rest.`;
  if (interval[0] > 0) return `Goes with the rest: ${figures}.`;
  return `Too wide to tell whether it goes with the rest: ${figures}.`;
}

function alphaSays({ value, interval }: NonNullable<Items['alpha']>, visits: number): string {
  const early = visits < PRELIMINARY_BELOW ? 'Preliminary: ' : '';
  const figures = `alpha is ${coefficient(value)}${interval === undefined ? '' : ` (${coefficientRange(interval)})`} over ${visits} visits`;
  const words = interval === undefined ? 'too even to have an interval' : interval[0] < ALPHA_FAIR && interval[1] >= ALPHA_FAIR
    ? 'too wide to tell whether the criteria pull in one direction'
    : interval[0] >= ALPHA_FAIR ? 'the criteria pull in one direction' : 'the criteria speak of different things, so read them one by one and the total last';
  const sentence = `${figures}: ${words}.`;
  return early === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : early + sentence;
}
