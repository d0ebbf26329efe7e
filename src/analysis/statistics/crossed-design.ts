import { components } from './connected.ts';

/** One mark. */
export interface CrossedRow {
  readonly subject: string;
  readonly rater: string;
  readonly score: number;
}

/** One side of the design: its ids in order, how many marks each has, and the sum of their distances to the mean of all. */
export interface Side {
  readonly ids: readonly string[];
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/**
 * The design in the shape the equations want: the side with more levels is `long` and is eliminated level by level, the other one is
 * `short` and solved densely.
 */
export interface Design {
  readonly rows: readonly CrossedRow[];
  readonly parts: number;
  readonly mean: number;
  /** Σ (score − mean)². */
  readonly squares: number;
  /** Largest |score|, which rounding is measured against. */
  readonly largest: number;
  readonly long: Side;
  readonly short: Side;
  readonly longIsSubjects: boolean;
  /** Per long level: the short levels it meets, and how often. */
  readonly meets: readonly { readonly levels: readonly number[]; readonly counts: readonly number[] }[];
}

/**
 * Orders the marks and counts who met whom; the order of rows, subjects and raters has no influence. Marks that are no finite
 * number are left out. Undefined below two subjects or two raters.
 */
export function crossedDesign(given: readonly CrossedRow[]): Design | undefined {
  const rows = given.filter((row) => Number.isFinite(row.score)).toSorted((a, b) => order(a.subject, b.subject) || order(a.rater, b.rater) || a.score - b.score);
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const raters = [...new Set(rows.map((row) => row.rater))].sort(order);
  if (subjects.length < 2 || raters.length < 2) return undefined;
  const mean = rows.reduce((sum, row) => sum + row.score, 0) / rows.length;
  const longIsSubjects = subjects.length >= raters.length;
  const long = side(longIsSubjects ? subjects : raters);
  const short = side(longIsSubjects ? raters : subjects);
  const longIndex = new Map(long.ids.map((id, index) => [id, index]));
  const shortIndex = new Map(short.ids.map((id, index) => [id, index]));
  const met = long.ids.map(() => new Map<number, number>());
  let squares = 0;
  let largest = 0;
  for (const { subject, rater, score } of rows) {
    const i = longIndex.get(longIsSubjects ? subject : rater) ?? 0;
    const j = shortIndex.get(longIsSubjects ? rater : subject) ?? 0;
    add(long, i, score - mean);
    add(short, j, score - mean);
    met[i]?.set(j, (met[i].get(j) ?? 0) + 1);
    squares += (score - mean) ** 2;
    largest = Math.max(largest, Math.abs(score));
  }
  return {
    rows, parts: components(rows), mean, squares, largest, long, short, longIsSubjects,
    meets: met.map((levels) => ({ levels: [...levels.keys()], counts: [...levels.values()] })),
  };
}

function side(ids: readonly string[]): Side {
  return { ids, counts: new Float64Array(ids.length), sums: new Float64Array(ids.length) };
}

function add({ counts, sums }: Side, index: number, value: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
  sums[index] = (sums[index] ?? 0) + value;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
