import type { PublishedFairness, PublishedFairnessIndex } from '../../../view/published/fairness.ts';
import type { IntervalsData } from '../charts.ts';
import type { TableCell } from '../cells.ts';
import { csvLink, type CsvCell } from '../../published/csv.ts';
import { fixed, percent } from '../../published/words.ts';

type Stage = PublishedFairness['stages'][number];
type Group = Stage['groups'][number];
type Pooled = PublishedFairnessIndex['pooled'][number];
type Side = Pooled['together']['focal'];

/** The share of the highest rate that every group should reach. */
const FOUR_FIFTHS = 0.8;

/** A group as a row is headed by it: quotes are for sentences. */
export function named(words: string): string {
  return words.replaceAll(/[“”]/g, '');
}

/** Rates with their intervals, and where there are enough people for a verdict a line at four fifths of the rate the others are held against. */
export function rateChart({ groups, reference, guard }: Stage): IntervalsData {
  const judged = guard !== 'below-30' || groups.some(({ verdict }) => verdict !== null && verdict !== 'too-few');
  const highest = judged ? groups.find(({ group }) => group === reference)?.rate : null;
  return {
    kind: 'intervals', unit: '%', min: 0, max: 100,
    reference: highest === null || highest === undefined || highest === 0 ? undefined : { at: highest * FOUR_FIFTHS * 100, words: 'four fifths of the highest rate' },
    rows: groups.map(({ words, rate, interval, reached }) => ({
      name: named(words), value: hundred(rate), from: hundred(interval?.[0]), to: hundred(interval?.[1]), few: rate === null ? (reached === 0 ? 'nobody' : 'hidden') : undefined,
    })),
  };
}

/** Differences of one group from the other, all together and opening by opening; left of the line it goes on less. */
export function differenceChart({ together, apart }: Pooled): IntervalsData {
  const rows = [{ name: 'All together', ...together }, ...apart.map((each) => ({ name: each.roleTitle, ...each }))]
    .map(({ name, focal, reference, differenceInterval }) => ({ name, value: (focal.rate - reference.rate) * 100, from: hundred(differenceInterval?.[0]), to: hundred(differenceInterval?.[1]) }));
  const most = Math.max(...rows.flatMap(({ from = 0, to = 0 }) => [Math.abs(from), Math.abs(to)]));
  const limit = Math.min(100, Math.ceil(most / 20) * 20);
  return { kind: 'intervals', unit: '', min: -limit, max: limit, reference: { at: 0, words: 'no difference' }, rows };
}

function hundred(share: number | null | undefined): number | undefined {
  return share === null || share === undefined ? undefined : share * 100;
}

/** `35 %` with `(26–45)` beside it. */
export function rateCell({ rate, interval }: Pick<Group, 'rate' | 'interval'>): TableCell {
  return rate === null ? null : { value: percent(rate * 100), aside: interval === null ? undefined : `(${Math.round(interval[0] * 100)}–${Math.round(interval[1] * 100)})` };
}

/** `86 %` of the reference's rate, with its interval. */
export function ratioCell(ratio: number | null, interval: readonly [number, number] | null): TableCell {
  return ratio === null ? null : { value: percent(ratio * 100), aside: interval === null ? undefined : `(${Math.round(interval[0] * 100)}–${Math.round(interval[1] * 100)})` };
}

/** `−14` of 100, with its interval. */
export function differenceCell(difference: number | null, interval: readonly [number, number] | null): TableCell {
  if (difference === null) return null;
  const whole = (share: number): string => fixed(Math.round(share * 100) || 0, 0);
  return { value: whole(difference), aside: interval === null ? undefined : `(${whole(interval[0])} to ${whole(interval[1])})` };
}

/** `0.431`; `< 0.001`. */
export function probabilityCell(p: number | null): TableCell {
  return p === null ? null : p < 0.001 ? '< 0.001' : fixed(p, 3);
}

/** `89 of 108` with `82 %` beside it. */
export function sideCell({ advanced, reached, rate }: Side): TableCell {
  return { value: `${advanced} of ${reached}`, aside: percent(rate * 100) };
}

/** All figures of a record as a file. */
export function recordFile({ stages }: PublishedFairness): string {
  return csvLink(
    ['stage', 'group', 'reached', 'advanced', 'rate', 'rate_lower_95', 'rate_upper_95', 'reference', 'ratio', 'ratio_lower_95', 'ratio_upper_95', 'difference', 'difference_lower_95', 'difference_upper_95', 'fisher_p', 'shortfall', 'one_person_flips', 'verdict'],
    stages.flatMap(({ stage, reference, groups }) => groups.map((each): CsvCell[] => [
      stage, each.group, each.reached, each.advanced, each.rate, ...ends(each.interval), each.ratio === null ? null : reference, each.ratio, ...ends(each.ratioInterval),
      each.difference, ...ends(each.differenceInterval), each.fisher, each.shortfall, each.flips === null ? null : each.flips ? 'yes' : 'no', each.verdict,
    ])),
  );
}

/** All together and opening by opening as a file. */
export function pooledFile({ together, apart, dimension, period, stage }: Pooled): string {
  const row = (role: string | null, { focal, reference, ratio, differenceInterval }: Pick<Pooled['apart'][number], 'focal' | 'reference' | 'ratio' | 'differenceInterval'>): CsvCell[] => [
    period, dimension, stage, role, focal.group, focal.reached, focal.advanced, reference.group, reference.reached, reference.advanced, ratio, ...ends(differenceInterval),
  ];
  return csvLink(
    ['period', 'dimension', 'stage', 'role', 'group', 'reached', 'advanced', 'reference', 'reference_reached', 'reference_advanced', 'ratio', 'difference_lower_95', 'difference_upper_95'],
    [row(null, together), ...apart.map((each) => row(each.role, each))],
  );
}

function ends(interval: readonly [number, number] | null): readonly [number | null, number | null] {
  return interval ?? [null, null];
}
