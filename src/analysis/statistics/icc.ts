import { fQuantile, fTail } from './distributions/f.ts';
import { completeRows, NEARLY_ZERO, type Ratings } from './ratings.ts';

/** One form of the intraclass correlation. */
export interface IccForm {
  /** At most 1; below 0 where raters agree less than chance. Undefined where its denominator is nothing. */
  readonly value: number | undefined;
  /** From F; undefined without any error between raters to measure it by, or any difference between units. */
  readonly interval: readonly [number, number] | undefined;
  /** Of the test that it is 0; undefined without any error between raters. */
  readonly f: number | undefined;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | undefined;
}

/** The six forms: each for one rater and, with k, for the mean of all k raters. */
export interface Icc {
  /** Every unit has its own raters. */
  readonly one: IccForm;
  /** The same raters, drawn from many; their shifts count as disagreement. The one for panels. */
  readonly two: IccForm;
  /** These raters and no others; shifts do not count. */
  readonly three: IccForm;
  readonly oneK: IccForm;
  readonly twoK: IccForm;
  readonly threeK: IccForm;
  /** Complete units that were used. */
  readonly units: number;
  readonly raters: number;
}

/** Mean squares between units, between raters, of the rest, and within units. */
interface Squares {
  readonly n: number;
  readonly k: number;
  readonly units: number;
  readonly raters: number;
  readonly rest: number;
  readonly within: number;
}

type Interval = readonly [number, number] | undefined;

/**
 * Intraclass correlations of units that every rater marked; others are left out. Undefined below two units or two raters, and where all
 * marks are the same. The limits of ICC(2,k) come from those of ICC(2,1) by Spearman–Brown.
 * @param level of the intervals, between 0 and 1
 * Source: Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428.
 */
export function icc(ratings: Ratings, level = 0.95): Icc | undefined {
  const rows = completeRows(ratings);
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2) return undefined;
  const ms = squares(rows, n, k);
  if (!ms) return undefined;
  const outside = (1 - level) / 2;
  const [df1, within, rest] = [n - 1, n * (k - 1), (n - 1) * (k - 1)];
  // A denominator that small is the difference of equal numbers.
  const least = NEARLY_ZERO * Math.max(ms.units, ms.raters, ms.within);
  const ratio = (above: number, below: number): number | undefined => (below > least ? above / below : undefined);
  const one = ratio(ms.units - ms.within, ms.units + (k - 1) * ms.within);
  const two = ratio(ms.units - ms.rest, ms.units + (k - 1) * ms.rest + (k * (ms.raters - ms.rest)) / n);
  const three = ratio(ms.units - ms.rest, ms.units + (k - 1) * ms.rest);
  const twoLimits = two === undefined ? undefined : limitsOfTwo(ms, two, outside, ratio);
  const f1 = ratio(ms.units, ms.within);
  const f3 = ratio(ms.units, ms.rest);
  const around1 = around(f1, df1, within, outside);
  const around3 = around(f3, df1, rest, outside);
  const form = (value: number | undefined, interval: Interval, f: number | undefined, df2: number): IccForm => (
    { value, interval, f, df1, df2, p: f === undefined ? undefined : fTail(f, df1, df2) });
  return {
    units: n, raters: k,
    one: form(one, mapped(around1, (f) => (f - 1) / (f + k - 1)), f1, within),
    two: form(two, twoLimits, f3, rest),
    three: form(three, mapped(around3, (f) => (f - 1) / (f + k - 1)), f3, rest),
    oneK: form(ratio(ms.units - ms.within, ms.units), mapped(around1, (f) => 1 - 1 / f), f1, within),
    twoK: form(ratio(ms.units - ms.rest, ms.units + (ms.raters - ms.rest) / n), spearmanBrown(twoLimits, k), f3, rest),
    threeK: form(ratio(ms.units - ms.rest, ms.units), mapped(around3, (f) => 1 - 1 / f), f3, rest),
  };
}

function squares(rows: readonly (readonly number[])[], n: number, k: number): Squares | undefined {
  const shift = rows[0]?.[0] ?? 0;
  const marks = rows.map((row) => row.map((mark) => mark - shift));
  const total = marks.flat().reduce((sum, mark) => sum + mark, 0) / (n * k);
  const unitMeans = marks.map((row) => row.reduce((sum, mark) => sum + mark, 0) / k);
  const raterMeans = Array.from({ length: k }, (_, j) => marks.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n);
  const units = k * unitMeans.reduce((sum, mean) => sum + (mean - total) ** 2, 0);
  const raters = n * raterMeans.reduce((sum, mean) => sum + (mean - total) ** 2, 0);
  const within = marks.reduce((sum, row, i) => sum + row.reduce((inner, mark) => inner + (mark - (unitMeans[i] ?? 0)) ** 2, 0), 0);
  const rest = marks.reduce((sum, row, i) => sum + row.reduce((inner, mark, j) => inner + (mark - (unitMeans[i] ?? 0) - (raterMeans[j] ?? 0) + total) ** 2, 0), 0);
  const all = units + within;
  if (!(all > 0)) return undefined;
  // What is left of equal marks after rounding is nothing.
  const clean = (value: number): number => (value < NEARLY_ZERO * all ? 0 : value);
  return { n, k, units: clean(units) / (n - 1), raters: clean(raters) / (k - 1), rest: clean(rest) / ((n - 1) * (k - 1)), within: clean(within) / (n * (k - 1)) };
}

/** F between its quantiles, by the share outside of each, which keeps its digits where the level is close to 1; undefined without an F. */
function around(f: number | undefined, df1: number, df2: number, outside: number): Interval {
  return f === undefined || f === 0 ? undefined : [f * fQuantile(outside, df2, df1), f / fQuantile(outside, df1, df2)];
}

function limitsOfTwo({ n, k, units, raters, rest }: Squares, value: number, outside: number, ratio: (above: number, below: number) => number | undefined): Interval {
  const fj = ratio(raters, rest);
  // Units without any difference tell nothing of how sure they are.
  if (fj === undefined || units === 0) return undefined;
  const [spread, left] = [k * value, n * (1 + (k - 1) * value) - k * value];
  const df = ((k - 1) * (n - 1) * (spread * fj + left) ** 2) / ((n - 1) * spread ** 2 * fj ** 2 + left ** 2);
  if (!(df > 0) || !Number.isFinite(df)) return undefined;
  const [low, high] = [1 / fQuantile(outside, df, n - 1), 1 / fQuantile(outside, n - 1, df)];
  const noise = k * raters + (k * n - k - n) * rest;
  const lower = ratio(n * (units - low * rest), low * noise + n * units);
  const upper = ratio(n * (high * units - rest), noise + n * high * units);
  // With a fraction of a degree of freedom the approximation breaks down and leaves out the value itself.
  return lower === undefined || upper === undefined || !(lower <= value && value <= upper) ? undefined : [lower, upper];
}

/** The reliability of the mean of k raters from that of one; undefined where the lower one has no counterpart. */
function spearmanBrown(limits: Interval, k: number): Interval {
  if (!limits || 1 + limits[0] * (k - 1) <= NEARLY_ZERO) return undefined;
  return mapped(limits, (value) => (k * value) / (1 + (k - 1) * value));
}

function mapped(interval: Interval, change: (value: number) => number): Interval {
  return interval && [change(interval[0]), change(interval[1])];
}
