import { z } from 'zod';
import { adverseImpact } from '../../analysis/statistics/adverse-impact.ts';
import { fisherExact } from '../../analysis/statistics/fisher.ts';
import { percent, probability } from '../../analysis/words/numbers.ts';
import { conf, count, orNull } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const group = () => z.strictObject({ selected: count('how many went on'), applicants: count('of how many') })
  .refine(({ selected, applicants }) => selected <= applicants, { path: ['selected'], error: 'is more than applicants' });
const impactInput = z.strictObject({ reference: group(), focal: group(), conf: conf() });
const tableInput = z.strictObject({ a: count('first row, first column'), b: count('first row, second column'), c: count('second row, first column'), d: count('second row, second column') });

/** Two groups compared. */
export const IMPACT_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'adverse_impact', about: 'a group’s selection rate against another’s: four fifths, tests, intervals, shortfall, one person',
    input: impactInput, example: { reference: { selected: 48, applicants: 80 }, focal: { selected: 12, applicants: 40 } },
    compute: ({ reference, focal, conf: level }) => {
      const found = adverseImpact(reference, focal, level);
      if (!found) return { reason: 'A group without applicants has no selection rate.' };
      return {
        rate_reference: found.rateReference, rate_focal: found.rateFocal, impact_ratio: orNull(found.impactRatio), below_four_fifths: found.belowFourFifths,
        ratio_ci_katz_log: orNull(found.ratioInterval), z_pooled: orNull(found.z), p_z: orNull(found.p), z_is_2sd: found.twoStandardErrors,
        p_fisher_two_sided: found.fisherTwoSided, p_fisher_one_sided: found.fisherOneSided, p_midp_two_sided: found.midP,
        diff_newcombe: [found.difference.difference, ...found.difference.interval], shortfall: found.shortfall, flip_flop_one_person: found.flips,
      };
    },
    says: ({ reference, focal }) => {
      const found = adverseImpact(reference, focal);
      if (!found) return undefined;
      const verdict = found.belowFourFifths ? 'below four fifths' : 'not below four fifths';
      const hangs = found.flips ? '; one selection given to the other group would turn that round' : '';
      return `${percent(found.rateFocal)} against ${percent(found.rateReference)}: ${verdict}${hangs}. By chance alone a gap like this comes up with probability ${probability(found.fisherTwoSided)}.`;
    },
  }),
  statMethod({
    name: 'fisher_exact_2x2', about: 'Fisher’s exact test of a table with two rows and two columns, with its odds ratio',
    input: tableInput, example: { a: 3, b: 1, c: 1, d: 3 },
    compute: ({ a, b, c, d }) => {
      const found = fisherExact(a, b, c, d);
      return { two_sided: found.twoSided, greater: found.greater, less: found.less, mid_p: found.midP, conditional_odds_ratio: orNull(found.conditionalOddsRatio) };
    },
    says: ({ a, b, c, d }) => `If rows and columns had nothing to do with each other, a table like this would come up with probability ${probability(fisherExact(a, b, c, d).twoSided)}.`,
  }),
];
