import { plural } from '../../model/words.ts';
import { mean, sum } from '../statistics/mean.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import { fixed, signed } from '../words/numbers.ts';
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
  /** One sentence, without a name or a criterion: `0.9 below the others’ (−1.6 to −0.3), 8 marks on 8 samples.` */
  readonly says: string;
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
  const found = { person, criterion, shift: mean(differences.map(({ difference }) => difference)), n: differences.length, samples: perSample.length, interval: meanInterval(perSample) };
  return { ...found, says: saysOf(found) };
}

function saysOf({ shift, interval, n, samples }: Omit<Shift, 'says'>): string {
  if (shift === undefined) return 'Nothing to compare.';
  const where = Math.abs(shift) < 0.05 ? 'As high as the others’' : `${marks(Math.abs(shift))} ${shift < 0 ? 'below' : 'above'} the others’`;
  const range = interval ? ` (${signed(interval[0], 1)} to ${signed(interval[1], 1)})` : '';
  return `${where}${range}, ${plural(n, 'mark')} on ${plural(samples, 'sample')}.`;
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

/** What is missing to tell whose marks are shifted. */
export function shiftsMissing(shifts: readonly Shift[]): string | undefined {
  const most = Math.max(0, ...shifts.map(({ samples }) => samples));
  return most >= SHIFT_INTERVAL_FROM ? undefined : `Whose marks are shifted needs ${SHIFT_INTERVAL_FROM} samples that two scored; there ${most === 1 ? 'is' : 'are'} ${most === 0 ? 'none' : most}.`;
}

/**
 * One sentence: the widest shift whose interval leaves zero, or that is the same on every sample, with the widest of the same criterion on the other side; otherwise that there is
 * none, or what is missing.
 */
export function shiftWords(shifts: readonly Shift[], criterionName: (id: string) => string, personName: (id: string) => string): string {
  const known = shifts.flatMap((each) => (each.criterion === undefined || each.shift === undefined ? [] : [{ ...each, criterion: each.criterion, shift: each.shift }]))
    .toSorted((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  const widest = known[0];
  const few = shiftsMissing(shifts);
  if (!widest || few !== undefined) return few ?? 'Nobody’s marks can be compared yet.';
  const people = new Set(known.map(({ person }) => person));
  // Marks that lie apart by as much on every sample have no interval, and nothing says more clearly that they do.
  const even = ({ interval, shift, samples }: Known): boolean => interval === undefined && samples >= SHIFT_INTERVAL_FROM && Math.abs(shift) > 1e-9;
  const told = known.filter((each) => even(each) || (each.interval && (each.interval[0] > 0 || each.interval[1] < 0)));
  const distance = ({ shift }: Known): string => `${marks(Math.abs(shift))} ${shift < 0 ? 'below' : 'above'}`;
  const range = ({ shift, interval, samples }: Known): string => (interval ? ` (${shift < 0 ? `${marks(-interval[1])} to ${marks(-interval[0])}` : `${marks(interval[0])} to ${marks(interval[1])}`})` : ` (on each of ${samples} samples)`);
  const others = ({ person }: Known): string => (people.size === 2 ? `${personName([...people].find((other) => other !== person) ?? '')}’s` : 'the others’');
  const said = (each: Known): string => `${personName(each.person)}’s marks lie ${distance(each)} ${others(each)}${range(each)}`;
  if (told[0]) {
    const first = told[0];
    const other = people.size > 2 ? told.find(({ criterion, shift }) => criterion === first.criterion && shift * first.shift < 0) : undefined;
    return `On ${criterionName(first.criterion)}, ${said(first)}${other ? ` and ${personName(other.person)}’s ${distance(other)}${range(other)}` : ''}.`;
  }
  if (Math.abs(widest.shift) < 1e-9) return 'Nobody’s marks lie above or below the others’.';
  return 'No reviewer’s marks are shifted by more than chance would do.';
}

type Known = Shift & { readonly criterion: string; readonly shift: number };

/** `0.9`, `2`: a whole number without its nought. */
function marks(value: number): string {
  return fixed(value, 1).replace(/\.0$/, '');
}
