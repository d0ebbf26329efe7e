import { plural } from '../../model/words.ts';
import { mean, sum } from '../statistics/mean.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import { fixed } from '../words/numbers.ts';
import type { Cell } from './cells.ts';

/** Mean difference of a reviewer's marks from the mean of the others' on the same sample and criterion. */
export interface Shift {
  readonly person: string;
  /** Undefined: over all criteria. */
  readonly criterion: string | undefined;
  /** In marks; above zero the marks are higher than the others'. */
  readonly shift: number | undefined;
  /** 95 %, from so many samples on. */
  readonly interval: readonly [number, number] | undefined;
  /** Marks that could be compared. */
  readonly n: number;
  /** Samples they stand on. */
  readonly samples: number;
}

/** An interval needs so many samples. Marks on one sample hang together, so samples are counted and not marks. */
export const SHIFT_INTERVAL_FROM = 5;

/**
 * How far a reviewer's marks lie from the others'. Every sample counts as often as it has marks for the mean; the interval is Student's t over
 * the means per sample, and undefined where all of these are equal or there are fewer than five.
 */
export function shiftOf(person: string, criterion: string | undefined, cells: readonly Cell[]): Shift {
  const differences = cells.flatMap((cell) => {
    const own = cell.marks.get(person);
    if (own === undefined || (criterion !== undefined && cell.criterion !== criterion)) return [];
    const others = mean([...cell.marks].filter(([other]) => other !== person).map(([, mark]) => mark));
    return others === undefined ? [] : [{ sample: cell.sample, difference: own - others }];
  });
  const perSample = [...Map.groupBy(differences, ({ sample }) => sample).values()].flatMap((group) => mean(group.map(({ difference }) => difference)) ?? []);
  return {
    person, criterion, shift: mean(differences.map(({ difference }) => difference)), n: differences.length, samples: perSample.length,
    interval: meanInterval(perSample),
  };
}

/** Student's t interval of a mean, 95 %. */
function meanInterval(values: readonly number[]): readonly [number, number] | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < SHIFT_INTERVAL_FROM) return undefined;
  const variance = sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
  if (variance < 1e-12) return undefined;
  const half = studentQuantile(0.95, values.length - 1) * Math.sqrt(variance / values.length);
  return [centre - half, centre + half];
}

/** The widest shifts in one sentence: those whose interval leaves zero, otherwise that none does, otherwise the widest as a count of marks. */
export function shiftWords(shifts: readonly Shift[], criterionName: (id: string) => string, personName: (id: string) => string): string {
  const byCriterion = shifts.flatMap((each) => (each.criterion === undefined || each.shift === undefined ? [] : [{ ...each, criterion: each.criterion, shift: each.shift }]));
  if (byCriterion.length === 0) return 'Nobody’s marks can be compared yet.';
  const judged = byCriterion.filter(({ interval }) => interval !== undefined);
  const told = judged.filter(({ interval }) => interval && (interval[0] > 0 || interval[1] < 0)).toSorted((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  const words = ({ person, criterion, shift }: (typeof byCriterion)[number]): string => `On ${criterionName(criterion)}, ${personName(person)}’s marks lie ${fixed(Math.abs(shift), 1)} ${shift < 0 ? 'below' : 'above'} the others’`;
  if (told[0]) return words(told[0]);
  if (judged.length > 0) return 'No reviewer’s marks are shifted by more than chance would do';
  const widest = byCriterion.toSorted((a, b) => Math.abs(b.shift) - Math.abs(a.shift))[0];
  return widest === undefined || widest.shift === 0 ? 'Nobody’s marks lie above or below the others’' : `${words(widest)}, on ${plural(widest.n, 'sample')}`;
}
