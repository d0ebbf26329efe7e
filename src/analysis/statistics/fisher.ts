import { brent } from './brent.ts';

/** Relative error within which two tables count as equally likely, as in R. */
const TIE = 1e-7;
/** The tolerance of R's `uniroot`. */
const NEAR = Number.EPSILON ** 0.25;

/** The probabilities of Fisher's exact test of a table [[a, b], [c, d]]. */
export interface FisherSides {
  /** Probability of all tables that are no more likely than this one. */
  readonly twoSided: number;
  /** Probability of `a` or more. */
  readonly greater: number;
  /** Probability of `a` or less. */
  readonly less: number;
  /** The two-sided probability less half of that of this table: less cautious. */
  readonly midP: number;
}

/** What Fisher's exact test says of a table [[a, b], [c, d]]. */
export interface FisherTest extends FisherSides {
  /** Conditional maximum likelihood estimate, 0 upwards; undefined where it is without limit, and where the margins allow one table only. */
  readonly conditionalOddsRatio: number | undefined;
}

/**
 * The probabilities of Fisher's exact test of a 2×2 table [[a, b], [c, d]], whole numbers from 0. Two-sided is the probability of all tables
 * with the same margins that are no more likely than this one; ties within 1 in 10⁷ count as equal, as in R. An empty margin gives 1.
 * Sources: Fisher, Statistical Methods for Research Workers (1934), section 21.02; the two-sided rule is that of R's `fisher.test`; mid-p:
 * Lancaster, JASA 56 (1961) 223–234.
 */
export function fisherSides(a: number, b: number, c: number, d: number): FisherSides {
  return sides(tables(a, b, c, d), a);
}

/**
 * `fisherSides` with the conditional odds ratio, which takes most of the time. An empty margin leaves one table only, so there is none.
 * Source of the odds ratio: Cornfield, Proceedings of the Third Berkeley Symposium 4 (1956).
 */
export function fisherExact(a: number, b: number, c: number, d: number): FisherTest {
  const all = tables(a, b, c, d);
  return { ...sides(all, a), conditionalOddsRatio: oddsRatio(all, a) };
}

/** The tables with the same margins, by their first cell. */
interface Tables {
  readonly low: number;
  /** Probabilities of the first cell being low, low + 1, …; they sum to 1. */
  readonly probabilities: Float64Array;
  /** How much likelier the table with the first cell x is than that with x − 1. */
  step(x: number): number;
}

/** Weights by ratio of neighbours from the likeliest table outwards: no factorial, no logarithm, hardly an error. */
function tables(a: number, b: number, c: number, d: number): Tables {
  const row = a + b;
  const column = a + c;
  const n = row + c + d;
  const low = Math.max(0, row + column - n);
  const high = Math.min(row, column);
  const probabilities = new Float64Array(high - low + 1);
  const mode = Math.min(high, Math.max(low, Math.floor(((row + 1) * (column + 1)) / (n + 2))));
  const step = (x: number): number => ((row - x + 1) * (column - x + 1)) / (x * (n - row - column + x));
  probabilities[mode - low] = 1;
  for (let x = mode + 1; x <= high; x += 1) probabilities[x - low] = (probabilities[x - low - 1] ?? 0) * step(x);
  for (let x = mode - 1; x >= low; x -= 1) probabilities[x - low] = (probabilities[x - low + 1] ?? 0) / step(x + 1);
  let total = 0;
  for (const weight of probabilities) total += weight;
  for (let at = 0; at < probabilities.length; at += 1) probabilities[at] = (probabilities[at] ?? 0) / total;
  return { low, probabilities, step };
}

function sides({ low, probabilities }: Tables, a: number): FisherSides {
  const observed = probabilities[a - low] ?? 0;
  let [twoSided, greater, less] = [0, 0, 0];
  probabilities.forEach((p, at) => {
    if (p <= observed * (1 + TIE)) twoSided += p;
    if (low + at >= a) greater += p;
    if (low + at <= a) less += p;
  });
  return { twoSided: Math.min(1, twoSided), greater: Math.min(1, greater), less: Math.min(1, less), midP: Math.min(1, twoSided - observed / 2) };
}

/**
 * The odds ratio under which the first cell is expected to be as observed. With the method, the bounds and the tolerance of R's
 * `fisher.test`, so that both print the same digits; of them about four are exact, as many as an estimate from a table can use.
 */
function oddsRatio(all: Tables, a: number): number | undefined {
  const last = all.low + all.probabilities.length - 1;
  if (a === last) return undefined;
  if (a === all.low) return 0;
  const logs = logWeights(all);
  const expectedAt = (ratio: number): number => expected(all.low, logs, ratio);
  const equal = expectedAt(1);
  if (equal === a) return 1;
  if (equal > a) return brent((ratio) => expectedAt(ratio) - a, { from: 0, to: 1, tolerance: NEAR });
  const inverse = brent((ratio) => expectedAt(1 / ratio) - a, { from: Number.EPSILON, to: 1, tolerance: NEAR });
  return inverse === undefined ? undefined : 1 / inverse;
}

/** Logarithms of the weights, the lowest table's as 0. The probabilities will not do: another odds ratio brings up tables that are 0 there. */
function logWeights({ low, probabilities, step }: Tables): Float64Array {
  const logs = new Float64Array(probabilities.length);
  for (let at = 1; at < logs.length; at += 1) logs[at] = (logs[at - 1] ?? 0) + Math.log(step(low + at));
  return logs;
}

/** Expected first cell under an odds ratio. */
function expected(low: number, logs: Float64Array, ratio: number): number {
  if (ratio === 0) return low;
  const log = Math.log(ratio);
  let most = -Infinity;
  for (let at = 0; at < logs.length; at += 1) most = Math.max(most, (logs[at] ?? 0) + at * log);
  let [above, below] = [0, 0];
  for (let at = 0; at < logs.length; at += 1) {
    const weight = Math.exp((logs[at] ?? 0) + at * log - most);
    above += weight * at;
    below += weight;
  }
  return low + above / below;
}
