import type { PublishedCriterionAgreement, PublishedFigure } from '../../../view/published/agreement.ts';
import type { Column, TableCell } from '../cells.ts';
import { fixed, NBSP, percent, plural } from '../../published/words.ts';

/** A coefficient as a table prints it. */
export const COUNT_COLUMNS: readonly Column[] = [
  { head: 'Criterion' }, { head: 'Pairs of marks', number: true }, { head: 'Equal', number: true }, { head: 'At most 1 apart', number: true },
];

/** With `skewed` a column for Gwet's AC2. */
export function AGREEMENT_COLUMNS(skewed: boolean): readonly Column[] {
  return [
    { head: 'Criterion' }, { head: 'Alpha', number: true }, { head: `95${NBSP}%`, number: true }, { head: 'In words' },
    ...(skewed ? [{ head: 'AC2', number: true }] : []),
    { head: 'Equal', number: true }, { head: 'Within 1', number: true },
  ];
}

/** `0.08 to 0.66`; an interval that could not be had is a dash. */
export function intervalWords(figure: PublishedFigure | null): string | null {
  return figure?.interval ? `${fixed(figure.interval[0], 2)} to ${fixed(figure.interval[1], 2)}` : null;
}

/** The share with the count behind it, or the count alone below five pairs. */
function shareCell(count: number, share: number | null, pairs: number): TableCell {
  if (pairs === 0) return null;
  return share === null ? `${count} of ${pairs}` : { value: percent(share * 100), aside: `${count} of ${pairs}` };
}

/** One criterion with its coefficient; what cannot be told is named in the words. */
export function agreementRow(criterion: PublishedCriterionAgreement, skewed: boolean): TableCell[] {
  const { name, alpha, ac2, poor, pairs, exact, within, exactShare, withinShare, missing } = criterion;
  return [
    { value: name, strong: poor },
    alpha ? { value: fixed(alpha.value, 2), strong: true, alarm: poor } : null,
    intervalWords(alpha),
    alpha ? alpha.words : missing === null ? 'all marks the same' : 'too few',
    ...(skewed ? [ac2 ? { value: fixed(ac2.value, 2), aside: ac2.words } : null] : []),
    shareCell(exact, exactShare, pairs), shareCell(within, withinShare, pairs),
  ];
}

/** One criterion below the guards. */
export function countRow({ name, pairs, exact, within, exactShare, withinShare }: PublishedCriterionAgreement): TableCell[] {
  return [name, pairs === 0 ? null : pairs, shareCell(exact, exactShare, pairs), shareCell(within, withinShare, pairs)];
}

/** `1 of 3 pairs of marks equal, 2 at most one apart`, over all criteria. */
export function pairsOfAll(criteria: readonly Pick<PublishedCriterionAgreement, 'pairs' | 'exact' | 'within'>[]): string {
  const sum = (of: (criterion: (typeof criteria)[number]) => number): number => criteria.reduce((total, criterion) => total + of(criterion), 0);
  return `${sum(({ exact }) => exact)} of ${plural(sum(({ pairs }) => pairs), 'pair')} equal, ${sum(({ within }) => within)} at most one apart`;
}
