import { describe, expect, test } from 'vitest';
import cases from '../../fixtures/oracles/severity.json' with { type: 'json' };
import { additiveFit } from './additive.ts';
import { crossedEffects } from './crossed-effects.ts';
import { raterErrors } from './crossed-errors.ts';

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

test('parts that share nobody, each explained without a rest: the mean stays among the marks, the effects say what the marks say', () => {
  const read = (marks: string) => marks.split(' ').map((one) => ({ subject: one.charAt(0), rater: one.charAt(1), score: Number(one.slice(3)) }));
  const shifted = crossedEffects(read('0a:1 0b:2 1a:3 1b:4 2c:2 2d:3 3c:3 3d:4')) ?? expect.fail();
  expect(shifted).toMatchObject({ connected: false, mean: expect.closeTo(2.75, 4) as number });
  expect(shifted.residualSd).toBeLessThan(1e-3);
  const [a = NaN, b = NaN, c = NaN, d = NaN] = shifted.raters.map(({ effect }) => effect);
  for (const apart of [b - a, d - c]) expect(apart).toBeCloseTo(1, 6);
  const agreed = crossedEffects(read('0a:1 0b:1 1a:1 1b:1 1c:1 2d:4 2e:4 3d:4 3e:4')) ?? expect.fail();
  expect([agreed.mean, ...agreed.subjects.map(({ effect }) => effect + agreed.mean)].map((value) => Number(value.toFixed(4)))).toEqual([2.5, 1, 1, 4, 4]);
  expect(agreed.raterSd).toBeLessThan(1e-6);
});

test('six marks whose likelihood is low in two places: the lower one is found', () => {
  const marks = [['0', 'b', 2.63], ['0', 'e', 3.83], ['1', 'b', 2.9], ['2', 'a', 1.07], ['2', 'd', 1.1], ['2', 'd', 0.99]] as const;
  const found = crossedEffects(marks.map(([subject, rater, score]) => ({ subject, rater, score }))) ?? expect.fail();
  expect(found.criterion).toBeCloseTo(10.564127, 5);
  expect(found.subjectSd).toBeGreaterThan(0.1);
});

test('errors that take in how badly the raters’ spread is known: never smaller, and no certainty where it is estimated as 0', () => {
  for (const { input } of cases) {
    const found = crossedEffects(input.rows) ?? expect.fail();
    const errors = raterErrors(input.rows, found);
    for (const { id, error } of found.raters) expect(errors.get(id)).toBeGreaterThan(0.9 * error);
  }
  const even = [[1, 2, 1], [4, 3, 4], [2, 1, 2], [3, 4, 3], [1, 1, 2], [4, 4, 3]].flatMap((row, i) => row.map((score, j) => ({ subject: `s${i}`, rater: `r${j}`, score })));
  const found = crossedEffects(even) ?? expect.fail();
  expect(found.raterSd).toBe(0);
  expect([...raterErrors(even, found).values()].every((error) => error > 0.05 && error < 0.5)).toBe(true);
});

test('95 of 100 intervals hold what a rater truly adds beside the others, with a fixed seed', () => {
  let state = 20261122;
  const random = (): number => { state = (state * 1664525 + 1013904223) % 2 ** 32; return (state + 0.5) / 2 ** 32; };
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  let [held, all] = [0, 0];
  for (let run = 0; run < 40; run += 1) {
    const habits = Array.from({ length: 5 }, () => 4 * normal());
    const centre = habits.reduce((sum, habit) => sum + habit, 0) / habits.length;
    const rows = Array.from({ length: 25 }, (_, i) => ({ i, worth: 15 * normal() })).flatMap(({ i, worth }) => [i % 5, (i + 1 + (Math.floor(i / 5) % 4)) % 5].map((rater) => (
      { subject: `s${i}`, rater: `${rater}`, score: 60 + worth + (habits[rater] ?? 0) + 10 * normal() })));
    const found = crossedEffects(rows) ?? expect.fail();
    const errors = raterErrors(rows, found);
    for (const { id, effect } of found.raters) {
      all += 1;
      if (Math.abs(effect - (habits[Number(id)] ?? 0) + centre) <= 1.96 * (errors.get(id) ?? 0)) held += 1;
    }
  }
  expect(held / all).toBeGreaterThan(0.93);
});
