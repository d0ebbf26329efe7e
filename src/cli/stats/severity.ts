import { z } from 'zod';
import { additiveFit } from '../../analysis/statistics/additive.ts';
import { crossedEffects, type Effect } from '../../analysis/statistics/crossed-effects.ts';
import { fixed } from '../../analysis/words/numbers.ts';
import { orNull } from './inputs.ts';
import { statMethod, type StatMethod } from './method.ts';

const rowsInput = z.strictObject({
  rows: z.array(z.strictObject({
    subject: z.string().min(1).describe('whose work'), rater: z.string().min(1).describe('who marked it'), score: z.number().describe('the mark'),
  })).max(100_000).describe('one mark each'),
});

/** Whose marks lie above or below the others’ on the same work. */
export const SEVERITY_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'crossed_random_effects_reml', about: 'how much of a mark is the work, how much the rater, and what each of them adds, shrunken, with errors',
    input: rowsInput,
    example: { rows: [[1, 'a', 3], [1, 'b', 4], [2, 'a', 2], [2, 'b', 2], [3, 'a', 3], [3, 'b', 4], [4, 'a', 1], [4, 'b', 2]].map(([subject, rater, score]) => ({ subject: `s${subject}`, rater: String(rater), score: Number(score) })) },
    compute: ({ rows }) => {
      const found = crossedEffects(rows);
      if (!found) return { reason: 'Needs two raters, two subjects, and more marks than subjects and raters together.' };
      const plain = additiveFit(rows);
      return {
        intercept: found.mean, intercept_se: found.meanError,
        var_subject: found.subjectSd ** 2, var_rater: found.raterSd ** 2, var_residual: found.residualSd ** 2, reml_criterion: orNull(found.criterion),
        subject_blup: byId(found.subjects, 'effect'), subject_blup_se: byId(found.subjects, 'error'),
        rater_blup: byId(found.raters, 'effect'), rater_blup_se: byId(found.raters, 'error'),
        raw_mean: means(rows), connected: found.connected,
        additive_ols: plain ? { intercept: plain.intercept, subject: Object.fromEntries(plain.subjects), rater: Object.fromEntries(plain.raters) } : null,
      };
    },
    says: ({ rows }) => {
      const found = crossedEffects(rows);
      if (!found) return undefined;
      const widest = found.raters.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0];
      if (!widest || widest.effect === 0) return 'Raters do not differ by more than chance brings.';
      const { id, effect, interval } = widest;
      const chance = interval[0] <= 0 && interval[1] >= 0 ? '; no more than chance could bring' : '';
      const apart = found.connected ? '' : ' Raters fall into groups that share no subject: compare within a group only.';
      return `${id} stands furthest from the others on the same work: ${fixed(effect, 2)} (${fixed(interval[0], 2)} to ${fixed(interval[1], 2)})${chance}.${apart}`;
    },
  }),
];

function byId(effects: readonly Effect[], what: 'effect' | 'error'): Readonly<Record<string, number>> {
  return Object.fromEntries(effects.map((one) => [one.id, one[what]]));
}

function means(rows: readonly { readonly subject: string; readonly score: number }[]): Readonly<Record<string, number>> {
  const scores = new Map<string, { sum: number; n: number }>();
  for (const { subject, score } of rows) {
    const so = scores.get(subject) ?? { sum: 0, n: 0 };
    scores.set(subject, { sum: so.sum + score, n: so.n + 1 });
  }
  return Object.fromEntries([...scores].map(([subject, { sum, n }]) => [subject, sum / n]));
}
