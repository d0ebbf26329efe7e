import { z } from 'zod';
import { clopperPearson } from '../../analysis/statistics/clopper-pearson.ts';
import { newcombe } from '../../analysis/statistics/newcombe.ts';
import { wilson } from '../../analysis/statistics/wilson.ts';
import { ofHundred, percent, percentRange, signed } from '../../analysis/words/numbers.ts';
import { conf, count } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const wilsonInput = z.strictObject({ x: count('how many did it'), n: count('of how many'), conf: conf() })
  .refine(({ x, n }) => x <= n, { path: ['x'], error: 'is more than n' });
const newcombeInput = z.strictObject({ x1: count('how many of the first did it'), n1: count('how many the first are'), x2: count('how many of the second did it'), n2: count('how many the second are'), conf: conf() })
  .refine(({ x1, n1 }) => x1 <= n1, { path: ['x1'], error: 'is more than n1' })
  .refine(({ x2, n2 }) => x2 <= n2, { path: ['x2'], error: 'is more than n2' });

const NOBODY = 'Of nobody there is no share.';

/** Shares and the difference of two of them. */
export const PROPORTION_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'wilson_interval', about: 'a share, x of n, with its Wilson interval and the exact one beside it',
    input: wilsonInput, example: { x: 12, n: 30 },
    compute: ({ x, n, conf: level }) => {
      const interval = wilson(x, n, level);
      return interval ? { p: x / n, lower: interval[0], upper: interval[1], clopper_pearson: clopperPearson(x, n, level) } : { reason: NOBODY };
    },
    says: ({ x, n, conf: level }) => {
      const interval = wilson(x, n, level);
      return interval && `${x} of ${n}, ${percent(x / n)} (${percentRange(interval)}): ${ofHundred(interval)}.`;
    },
  }),
  statMethod({
    name: 'newcombe_difference', about: 'the difference of two shares, the first less the second, with Newcombe’s interval',
    input: newcombeInput, example: { x1: 12, n1: 30, x2: 9, n2: 40 },
    compute: ({ x1, n1, x2, n2, conf: level }) => {
      const found = newcombe(x1, n1, x2, n2, level);
      return found ? { diff: found.difference, lower: found.interval[0], upper: found.interval[1] } : { reason: NOBODY };
    },
    says: ({ x1, n1, x2, n2, conf: level }) => {
      const found = newcombe(x1, n1, x2, n2, level);
      if (!found) return undefined;
      const [low, high] = found.interval;
      const points = (share: number): string => signed(share * 100, 0);
      return `${points(found.difference)} of 100, between ${points(low)} and ${points(high)}: ${low <= 0 && high >= 0 ? 'the two may be equal' : 'the two differ'}.`;
    },
  }),
];
