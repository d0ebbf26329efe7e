import { z } from 'zod';
import { correctForAttenuation, correctForRangeRestriction } from '../../analysis/statistics/corrections.ts';
import { kendallTauB } from '../../analysis/statistics/kendall-tau.ts';
import { pearson } from '../../analysis/statistics/pearson.ts';
import { spearman } from '../../analysis/statistics/spearman.ts';
import { coefficient, coefficientRange } from '../../analysis/words/numbers.ts';
import { conf, orNull, sameLength, value } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const list = () => z.array(z.number()).max(5000);
const correlationInput = sameLength(z.strictObject({ x: list().describe('one measure'), y: list().describe('the other measure of the same people'), conf: conf() }), 'x', 'y');
const case2Input = z.strictObject({
  r: z.number().min(-1).max(1).describe('the correlation among those who were selected'),
  sd_ratio_unrestricted_over_restricted: z.number().gt(0).describe('standard deviation of all over that of the selected'),
  criterion_reliability: value('how reliable the outcome is, above 0 and at most 1').gt(0).max(1).nullish(),
});

/** How two measures of the same people go together. */
export const CORRELATION_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'correlation', about: 'how closely two measures go together: Pearson, Spearman, Kendall’s tau-b, with intervals',
    input: correlationInput, example: { x: [3.2, 2.8, 3.6, 2.1, 3.9, 3.0], y: [4, 3, 4, 2, 5, 3] },
    compute: ({ x, y, conf: level }) => {
      const [straight, order, pairs] = [pearson(x, y, level), spearman(x, y, level), kendallTauB(x, y, level)];
      if (!straight || !order || !pairs) return { reason: 'Needs two pairs, and neither measure may be constant.' };
      return {
        pearson: straight.value, pearson_ci_fisher_z: orNull(straight.interval), t: orNull(straight.t), p: orNull(straight.p),
        spearman: order.value, spearman_ci_bonett_wright: orNull(order.interval), kendall_tau_b: pairs.value, kendall_ci_fieller: orNull(pairs.interval), n: straight.n,
      };
    },
    says: ({ x, y, conf: level }) => {
      const found = spearman(x, y, level);
      if (!found) return undefined;
      const { n, value: rho, interval } = found;
      return interval
        ? `Of ${n} pairs the order agrees by ${coefficient(rho)} (${coefficientRange(interval)})${interval[0] <= 0 && interval[1] >= 0 ? '; it may be chance' : ''}.`
        : `Of ${n} pairs the order agrees by ${coefficient(rho)}; too few, or too perfect, for an interval.`;
    },
  }),
  statMethod({
    name: 'range_restriction_case2', about: 'what a correlation would be if nobody had been selected out, and the outcome were measured without error',
    input: case2Input, example: { r: 0.33, sd_ratio_unrestricted_over_restricted: 2.08 },
    compute: ({ r, sd_ratio_unrestricted_over_restricted: ratio, criterion_reliability: reliability }) => {
      const range = correctForRangeRestriction(r, ratio);
      if (reliability === null || reliability === undefined) return { case2: orNull(range) };
      const attenuated = correctForAttenuation(r, reliability);
      return {
        case2: orNull(range), criterion_corrected: orNull(attenuated),
        then_range_corrected: orNull(attenuated === undefined ? undefined : correctForRangeRestriction(attenuated, ratio)),
        range_corrected_then_attenuation: orNull(range === undefined ? undefined : correctForAttenuation(range, reliability)),
      };
    },
    says: ({ r, sd_ratio_unrestricted_over_restricted: ratio }) => {
      const found = correctForRangeRestriction(r, ratio);
      return found === undefined ? undefined : `If nobody had been selected out, ${coefficient(r)} would be ${coefficient(found)}; only ever an “if”.`;
    },
  }),
];
