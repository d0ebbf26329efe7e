import { z } from 'zod';
import { fleissKappa } from '../../analysis/statistics/fleiss.ts';
import { icc, type IccForm } from '../../analysis/statistics/icc.ts';
import { cohenKappa } from '../../analysis/statistics/kappa.ts';
import { disagreementLimits } from '../../analysis/statistics/kappa-limits.ts';
import { kendallW } from '../../analysis/statistics/kendall-w.ts';
import { krippendorffAlpha } from '../../analysis/statistics/krippendorff.ts';
import { multiRater } from '../../analysis/statistics/multi-rater.ts';
import type { ChanceCorrected } from '../../analysis/statistics/pairwise.ts';
import type { Ratings, Weighting } from '../../analysis/statistics/ratings.ts';
import { twoRaters } from '../../analysis/statistics/two-raters.ts';
import { alphaWords, iccWords, kappaWords } from '../../analysis/words/bands.ts';
import { coefficient, coefficientRange } from '../../analysis/words/numbers.ts';
import { conf, orNull, remark } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

/** More distinct marks than this are measurements, not categories. */
const CATEGORIES = 200;
const WEIGHTINGS: readonly Weighting[] = ['unweighted', 'linear', 'quadratic'];

const marks = (layout: string) => z.array(z.array(z.number().nullable()).max(20_000)).max(20_000).describe(`${layout}; null = missing`)
  .transform((rows): Ratings => rows.map((row) => row.map((cell) => cell ?? undefined)));
const bySubject = () => marks('one row for each subject, one column for each rater');
const categories = () => bySubject().refine((rows) => new Set(rows.flat()).size <= CATEGORIES, { error: `holds more than ${CATEGORIES} different marks: measurements, not categories` });
const square = (what: string) => z.array(z.array(z.number().min(0))).min(1).max(CATEGORIES)
  .refine((rows) => rows.every((row) => row.length === rows.length), { error: 'is not square' }).describe(what);

const fullInput = z.strictObject({ ratings: bySubject(), layout: remark(), conf: conf() });
const unitsInput = z.strictObject({ ratings: marks('one row for each rater, one column for each unit'), layout: remark() });
const kappaInput = z.strictObject({
  table: square('row = category of the first rater, column = of the second; shares or counts'),
  n: z.number().gt(0).max(1e9).optional().describe('how many subjects; the sum of the table when left out'),
  disagreement_weights: square('how far two categories lie apart, 0 on the diagonal'),
}).refine(({ table, disagreement_weights: weights }) => table.length === weights.length, { path: ['disagreement_weights'], error: 'has another size than the table' })
  .refine(({ disagreement_weights: weights }) => weights.every((row, index) => row[index] === 0), { path: ['disagreement_weights'], error: 'must be 0 on the diagonal' });
const tableInput = z.strictObject({ table: square('row = category of the first rater, column = of the second; counts') });
const fleissInput = z.strictObject({ ratings: categories(), layout: remark(), categories: z.array(z.string()).optional().describe('names, for people; changes nothing') });
const multiInput = z.strictObject({ ratings: categories(), layout: remark(), weights: z.enum(['unweighted', 'linear', 'quadratic']).describe('what a near miss counts') });
const ranksInput = z.strictObject({ ratings: bySubject(), layout: remark() });

const EXAMPLE = [[4, 3, 4], [2, 2, 1], [3, 3, 3], [1, 2, 2]];

/** Whether raters agree. */
export const AGREEMENT_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'icc', about: 'intraclass correlation, six forms with F intervals: what one rater’s mark is worth, and the mean of all',
    input: fullInput, example: { ratings: EXAMPLE },
    compute: ({ ratings, conf: level }) => {
      const found = icc(ratings, level);
      if (!found) return { reason: 'Needs two subjects that two raters marked completely, and marks that differ.' };
      const { one, two, three, oneK, twoK, threeK } = found;
      return { ICC1: form(one), ICC2: form(two), ICC3: form(three), ICC1k: form(oneK), ICC2k: form(twoK), ICC3k: form(threeK) };
    },
    says: ({ ratings, conf: level }) => {
      const two = icc(ratings, level)?.two;
      return two?.value === undefined ? undefined : figure('ICC(2,1)', two.value, two.interval, iccWords);
    },
  }),
  statMethod({
    name: 'krippendorff_alpha', about: 'agreement of any number of raters, holes allowed, for marks that are names, an order, distances or amounts',
    input: unitsInput, example: { ratings: [[1, 2, 3, 3, null], [1, 2, 3, 4, 4], [null, 3, 3, 3, 4]] },
    compute: ({ ratings }) => {
      const units = turned(ratings);
      const nominal = krippendorffAlpha(units, 'nominal');
      if (!nominal) return { reason: 'Needs a unit that two raters marked, and marks that differ.' };
      const [ordinal, interval, ratio] = (['ordinal', 'interval', 'ratio'] as const).map((level) => krippendorffAlpha(units, level));
      return {
        nominal: nominal.value, ordinal: orNull(ordinal?.value), interval: orNull(interval?.value), ratio: orNull(ratio?.value),
        ordinal_se: orNull(ordinal?.error), ordinal_ci: orNull(ordinal?.interval), units: nominal.units, raters: nominal.raters,
      };
    },
    says: ({ ratings }) => {
      const found = krippendorffAlpha(turned(ratings), 'ordinal');
      return found && figure('Alpha of marks in an order', found.value, found.interval, alphaWords);
    },
  }),
  statMethod({
    name: 'weighted_kappa', about: 'Cohen’s kappa of two raters, plain and weighted by how far categories lie apart, with the limits of R’s psych',
    input: kappaInput, example: { table: [[12, 3, 0], [2, 9, 2], [0, 1, 6]], disagreement_weights: [[0, 1, 4], [1, 0, 1], [4, 1, 0]] },
    compute: ({ table, n, disagreement_weights: weights }) => {
      const most = Math.max(...weights.flat());
      const plain = cohenKappa(table, 'unweighted', n);
      const weighted = most > 0 ? cohenKappa(table, weights.map((row) => row.map((weight) => 1 - weight / most)), n) : undefined;
      if (!plain) return { reason: 'Chance alone would agree always: the table is empty, or one category has everything.' };
      return {
        kappa: plain.value, weighted_kappa: orNull(weighted?.value), kappa_ci: orNull(plain.interval),
        weighted_ci: orNull(weighted && disagreementLimits(table, weights, weighted.value, n)), weighted_ci_fleiss_cohen_everitt: orNull(weighted?.interval),
      };
    },
    says: ({ table, n }) => {
      const found = cohenKappa(table, 'unweighted', n);
      return found && figure('Kappa', found.value, found.interval, kappaWords);
    },
  }),
  statMethod({
    name: 'two_rater_agreement_table', about: 'five coefficients of one table of two raters, plain and weighted',
    input: tableInput, example: { table: [[12, 3, 0], [2, 9, 2], [0, 1, 6]] },
    compute: ({ table }) => {
      if (!twoRaters(table, 'unweighted')) return { reason: 'The table is empty.' };
      return Object.fromEntries(WEIGHTINGS.map((weighting) => {
        const found = twoRaters(table, weighting);
        return [weighting, {
          cohen: orNull(found?.cohen?.value), cohen_se: orNull(found?.cohen?.error), gwet_ac: orNull(found?.gwet?.value), gwet_se: orNull(found?.gwet?.error),
          krippendorff: orNull(found?.krippendorff?.value), scott_pi: orNull(found?.scott?.value), brennan_prediger: orNull(found?.brennanPrediger?.value),
        }];
      }));
    },
  }),
  statMethod({
    name: 'fleiss_kappa', about: 'agreement of several raters on categories without an order, with its test and Conger’s exact form',
    input: fleissInput, example: { ratings: EXAMPLE },
    compute: ({ ratings }) => {
      const found = fleissKappa(ratings);
      if (!found) return { reason: 'Needs subjects that two raters marked completely, and two categories.' };
      return { kappa: found.kappa, z: found.z, p: found.p, conger_exact: orNull(found.conger) };
    },
  }),
  statMethod({
    name: 'multi_rater_agreement_missing', about: 'Gwet, Fleiss, Conger, Krippendorff and Brennan–Prediger of several raters with holes, with standard errors',
    input: multiInput, example: { ratings: [[1, 1, null], [2, 2, 3], [3, 3, 3], [null, 4, 4]], weights: 'quadratic' },
    compute: ({ ratings, weights }) => {
      const found = multiRater(ratings, weights);
      if (!found) return { reason: 'Needs a subject that two raters marked.' };
      return {
        gwet: corrected(found.gwet), fleiss: corrected(found.fleiss), conger: corrected(found.conger),
        krippendorff: corrected(found.krippendorff), brennan_prediger: corrected(found.brennanPrediger),
      };
    },
  }),
  statMethod({
    name: 'kendall_w', about: 'whether raters put subjects in the same order, corrected for ties',
    input: ranksInput, example: { ratings: EXAMPLE },
    compute: ({ ratings }) => {
      const found = kendallW(ratings);
      if (!found) return { reason: 'Needs two subjects that two raters marked completely, and marks that differ.' };
      return { W: found.w, chisq: found.chiSquare, df: found.df, p: found.p };
    },
  }),
];

function form({ value, f, df1, df2, p, interval }: IccForm): unknown {
  return { icc: orNull(value), F: orNull(f), df1, df2, p: orNull(p), lower: orNull(interval?.[0]), upper: orNull(interval?.[1]) };
}

function corrected(found: ChanceCorrected | undefined): unknown {
  if (!found) return null;
  const { value, error, interval, observed, expected } = found;
  // The interval as text with three decimals, as the reference program writes it.
  return { coeff: value, se: orNull(error), ci: interval ? `(${interval.map((end) => Number(end.toFixed(3))).join(',')})` : null, pa: observed, pe: expected };
}

function turned(ratings: Ratings): Ratings {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  return Array.from({ length: width }, (_, unit) => ratings.map((row) => row[unit]));
}

function figure(name: string, value: number, interval: readonly [number, number] | undefined, words: (interval: readonly [number, number]) => string): string {
  return interval ? `${name} is ${coefficient(value)} (${coefficientRange(interval)}): ${words(interval)}.` : `${name} is ${coefficient(value)}; too few, or too perfect, for an interval.`;
}
