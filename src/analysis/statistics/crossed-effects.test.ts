import { describe, expect, test } from 'vitest';
import cases from '../../fixtures/oracles/severity.json' with { type: 'json' };
import { additiveFit } from './additive.ts';
import { crossedEffects } from './crossed-effects.ts';

type ById = Readonly<Record<string, number>>;

describe('reference cases', () => {
  for (const { id, input, expected, tolerance } of cases) {
    test(id, () => {
      const near = (value: number | undefined, wanted: number): void => { expect(Math.abs((value ?? NaN) - wanted)).toBeLessThanOrEqual(tolerance); };
      const found = crossedEffects(input.rows) ?? expect.fail();
      near(found.mean, expected.intercept);
      near(found.meanError, expected.intercept_se);
      near(found.subjectSd ** 2, expected.var_subject);
      near(found.raterSd ** 2, expected.var_rater);
      near(found.residualSd ** 2, expected.var_residual);
      near(found.criterion, expected.reml_criterion);
      const sides = [[found.subjects, expected.subject_blup, expected.subject_blup_se], [found.raters, expected.rater_blup, expected.rater_blup_se]] as const;
      for (const [list, effects, errors] of sides) {
        expect(list.map((one) => one.id)).toEqual(Object.keys(effects));
        for (const one of list) {
          near(one.effect, (effects as ById)[one.id] ?? NaN);
          near(one.error, (errors as ById)[one.id] ?? NaN);
        }
      }
      expect(found.connected).toBe(true);
      if (!expected.additive_ols) return;
      const plain = additiveFit(input.rows) ?? expect.fail();
      near(plain.intercept, expected.additive_ols.intercept);
      for (const [name, value] of Object.entries(expected.additive_ols.subject)) near(plain.subjects.get(name), value);
      for (const [name, value] of Object.entries(expected.additive_ols.rater)) near(plain.raters.get(name), value);
    });
  }
});
