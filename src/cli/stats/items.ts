import { z } from 'zod';
import { cronbachAlpha } from '../../analysis/statistics/cronbach.ts';
import { omegaTotal, oneFactor } from '../../analysis/statistics/one-factor.ts';
import { coefficient, coefficientRange } from '../../analysis/words/numbers.ts';
import { conf, orNull, remark } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const itemsInput = z.strictObject({
  items: z.array(z.array(z.number()).max(200)).max(20_000).describe('one row for each person, one column for each item'), layout: remark(), conf: conf(),
}).refine(({ items }) => items.every((row) => row.length === items[0]?.length), { path: ['items'], error: 'has rows of different lengths' });

/** Whether several items measure one thing. */
export const ITEM_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'cronbach_alpha', about: 'how far items measure one thing, and what each item adds',
    input: itemsInput, example: { items: [[3, 4, 3], [2, 2, 1], [4, 4, 4], [1, 2, 2], [3, 3, 4]] },
    compute: ({ items, conf: level }) => {
      const found = cronbachAlpha(items, level);
      if (!found) return { reason: 'Needs two people, two items, and totals that differ.' };
      const factor = oneFactor(items);
      return {
        alpha: found.alpha, standardized_alpha: orNull(found.standardized), feldt_ci: orNull(found.interval),
        alpha_if_dropped: found.items.map((item) => orNull(item.alphaIfDropped)),
        corrected_item_total: found.items.map((item) => orNull(item.itemTotal)),
        item_total_uncorrected: found.items.map((item) => orNull(item.itemTotalUncorrected)),
        omega_total_one_factor_ml_cov: factor ? omegaTotal(factor, found.items.map((item) => item.sd)) : null,
        omega_total_one_factor_ml_corr: factor ? omegaTotal(factor, found.items.map(() => 1)) : null,
      };
    },
    says: ({ items, conf: level }) => {
      const found = cronbachAlpha(items, level);
      return found && `${found.people} people and ${found.items.length} items: alpha ${coefficient(found.alpha)}${found.interval ? ` (${coefficientRange(found.interval)})` : ''}.`;
    },
  }),
];
