import { chanceCorrected, dot, type ChanceCorrected, type Tally } from './pairwise.ts';
import { isMark } from './ratings.ts';

/** What one rater did: how many units, and which share of them in each category. */
interface Rater {
  readonly marks: number;
  readonly shares: readonly number[];
}

/**
 * Conger's kappa: like Fleiss' kappa, but chance is what these raters would agree by with their own habits. Needs two raters.
 * Source: Conger, Psychological Bulletin 88 (1980) 322–328; holes, weights and standard error: Gwet, Handbook, 4th edition (2014), section 5.3.
 */
export function congerOf(counted: Tally): ChanceCorrected | undefined {
  const q = counted.categories.length;
  const width = Math.max(...counted.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, rater) => rater).filter((rater) => counted.rows.some((row) => isMark(row[rater])));
  const r = columns.length;
  if (r < 2) return undefined;
  const index = new Map(counted.categories.map((category, position) => [category, position]));
  const raters = columns.map((column): Rater => {
    const counts = new Array<number>(q).fill(0);
    for (const row of counted.rows) {
      const mark = row[column];
      if (isMark(mark)) { const at = index.get(mark) ?? 0; counts[at] = (counts[at] ?? 0) + 1; }
    }
    const marks = counts.reduce((sum, count) => sum + count, 0);
    return { marks, shares: counts.map((count) => count / marks) };
  });
  const mean = counted.categories.map((_, k) => raters.reduce((sum, rater) => sum + (rater.shares[k] ?? 0), 0) / r);
  // Mean weighted agreement of two different raters who choose independently.
  const all = weighted(counted, mean, mean) * r * r;
  const same = raters.reduce((sum, rater) => sum + weighted(counted, rater.shares, rater.shares), 0);
  const expected = (all - same) / (r * (r - 1));

  const n = counted.rows.length;
  const pull = raters.map((rater) => {
    // What category l of this rater meets in the others, summed over them.
    const others = mean.map((share, k) => r * share - (rater.shares[k] ?? 0));
    return counted.categories.map((_, l) => dot(counted.categories.map((__, k) => counted.weights[k]?.[l] ?? 0), others));
  });
  const usual = raters.map((rater, g) => dot(rater.shares, pull[g] ?? []));
  const chance = counted.rows.map((row) => raters.reduce((sum, rater, g) => {
    const mark = row[columns[g] ?? -1];
    const chosen = isMark(mark) ? pull[g]?.[index.get(mark) ?? 0] ?? 0 : 0;
    const present = isMark(mark) ? 1 : 0;
    return sum + (chosen - (present - rater.marks / n) * (usual[g] ?? 0)) * (n / rater.marks);
  }, 0) / (r * (r - 1)));
  return chanceCorrected(counted, expected, (unit) => chance[unit] ?? expected);
}

function weighted(counted: Tally, a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, k) => sum + share * dot(counted.weights[k] ?? [], b), 0);
}
