import { z } from 'zod';
import { netPromoterOf } from '../../analysis/statistics/nps.ts';
import { fixed } from '../../analysis/words/numbers.ts';
import { conf, count } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const npsInput = z.strictObject({ promoters: count('answers of 9 and 10'), passives: count('answers of 7 and 8'), detractors: count('answers of 0 to 6'), conf: conf() });

/** What candidates say. */
export const SURVEY_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'nps', about: 'Net Promoter Score with the adjusted Wald interval, and the plain one beside it',
    input: npsInput, example: { promoters: 16, passives: 10, detractors: 10 },
    compute: ({ promoters, passives, detractors, conf: level }) => {
      const found = netPromoterOf(promoters, passives, detractors, level);
      return found ? { nps: found.nps, wald: found.wald, adjusted_wald: found.interval, adjusted_centre: found.centre } : { reason: 'Nobody answered.' };
    },
    says: ({ promoters, passives, detractors, conf: level }) => {
      const found = netPromoterOf(promoters, passives, detractors, level);
      return found && `${promoters + passives + detractors} answers: ${fixed(found.nps, 0)}, between ${fixed(found.interval[0], 0)} and ${fixed(found.interval[1], 0)} on a scale from −100 to 100.`;
    },
  }),
];
