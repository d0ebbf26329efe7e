import { partsOf } from './connected.ts';

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

/** Long levels that meet the same short levels equally often: to the equations they differ in their sums alone. */
export interface Pattern {
  readonly levels: readonly number[];
  /** How often each of `levels` is met. */
  readonly counts: readonly number[];
  /** Marks of each member. */
  readonly marks: number;
  readonly members: number;
  /** Σ of the members' sums, and of their squares. */
  readonly sum: number;
  readonly squares: number;
}

/**
 * The design in the shape the equations want: the side with more levels is `long` and is eliminated pattern by pattern, the other one is
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
  readonly patterns: readonly Pattern[];
  /** Which pattern each long level has. */
  readonly patternOf: Int32Array;
}

/** A mark with the places of its subject and its rater. */
interface Placed {
  readonly row: CrossedRow;
  readonly subject: number;
  readonly rater: number;
}

/**
 * Orders the marks and counts who met whom; the order of rows, subjects and raters has no influence. Marks that are no finite
 * number are left out. Undefined below two subjects or two raters.
 */
export function crossedDesign(given: readonly CrossedRow[]): Design | undefined {
  const finite = given.filter((row) => Number.isFinite(row.score));
  const subjects = places(finite.map((row) => row.subject));
  const raters = places(finite.map((row) => row.rater));
  if (subjects.size < 2 || raters.size < 2) return undefined;
  const placed = finite.map((row): Placed => ({ row, subject: subjects.get(row.subject) ?? 0, rater: raters.get(row.rater) ?? 0 }))
    .sort((a, b) => a.subject - b.subject || a.rater - b.rater || a.row.score - b.row.score);
  const rows = placed.map(({ row }) => row);
  const mean = rows.reduce((sum, row) => sum + row.score, 0) / rows.length;
  const longIsSubjects = subjects.size >= raters.size;
  const long = side(longIsSubjects ? subjects : raters);
  const short = side(longIsSubjects ? raters : subjects);
  const met = long.ids.map((): number[] => []);
  let squares = 0;
  let largest = 0;
  for (const { row: { score }, subject, rater } of placed) {
    const [i, j] = longIsSubjects ? [subject, rater] : [rater, subject];
    add(long, i, score - mean);
    add(short, j, score - mean);
    met[i]?.push(j);
    squares += (score - mean) ** 2;
    largest = Math.max(largest, Math.abs(score));
  }
  return {
    rows, mean, squares, largest, long, short, longIsSubjects, ...patternsOf(met, long),
    parts: partsOf(placed.map(({ subject, rater }) => [subject, rater] as const), subjects.size, raters.size),
  };
}

/** `met` lists the short levels of each long one, lowest first, one that is met twice twice. */
function patternsOf(met: readonly (readonly number[])[], { sums }: Side): Pick<Design, 'patterns' | 'patternOf'> {
  const known = new Map<string, number>();
  const patterns: { levels: number[]; counts: number[]; marks: number; members: number; sum: number; squares: number }[] = [];
  const patternOf = Int32Array.from(met, (levels, i) => {
    const key = levels.join(' ');
    let at = known.get(key);
    if (at === undefined) {
      at = patterns.length;
      known.set(key, at);
      const counts = new Map<number, number>();
      for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
      patterns.push({ levels: [...counts.keys()], counts: [...counts.values()], marks: levels.length, members: 0, sum: 0, squares: 0 });
    }
    const pattern = patterns[at];
    if (pattern) {
      pattern.members += 1;
      pattern.sum += sums[i] ?? 0;
      pattern.squares += (sums[i] ?? 0) ** 2;
    }
    return at;
  });
  return { patterns, patternOf };
}

/** Each id once, in order, with its place. */
function places(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(ids)].sort().map((id, place) => [id, place]));
}

function side(ids: ReadonlyMap<string, number>): Side {
  return { ids: [...ids.keys()], counts: new Float64Array(ids.size), sums: new Float64Array(ids.size) };
}

function add({ counts, sums }: Side, index: number, value: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
  sums[index] = (sums[index] ?? 0) + value;
}
