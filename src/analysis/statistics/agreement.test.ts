import { describe, expect, test } from 'vitest';
import cases from '../../fixtures/oracles/irr.json' with { type: 'json' };
import { fleissKappa } from './fleiss.ts';
import { icc } from './icc.ts';
import { cohenKappa } from './kappa.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha, type Level } from './krippendorff.ts';
import { multiRater } from './multi-rater.ts';
import type { Ratings, Weighting } from './ratings.ts';
import { twoRaters } from './two-raters.ts';

interface Case<Expected> {
  readonly id: string;
  readonly method: string;
  readonly tolerance: number;
  readonly input: { readonly ratings: readonly (readonly (number | null)[])[]; readonly table: number[][]; readonly n: number; readonly disagreement_weights: number[][]; readonly weights: Weighting };
  readonly expected: Expected;
}

/** Values by name, as in the reference cases. */
type Values = Readonly<Record<string, number>>;

const casesOf = <Expected>(method: string): Case<Expected>[] => (cases as unknown as Case<Expected>[]).filter((each) => each.method === method);
const read = (ratings: Case<unknown>['input']['ratings']): Ratings => ratings.map((row) => row.map((cell) => cell ?? undefined));
const turned = (ratings: Ratings): Ratings => (ratings[0] ?? []).map((_, column) => ratings.map((row) => row[column]));
const near = (value: number | undefined, expected: number | undefined, tolerance: number): void => { expect(Math.abs((value ?? NaN) - (expected ?? NaN))).toBeLessThanOrEqual(tolerance); };

describe('reference cases', () => {
  for (const { id, input, expected, tolerance } of casesOf<Readonly<Record<string, Values>>>('icc')) {
    test(id, () => {
      const found = icc(read(input.ratings)) ?? expect.fail();
      const forms = { ICC1: found.one, ICC2: found.two, ICC3: found.three, ICC1k: found.oneK, ICC2k: found.twoK, ICC3k: found.threeK };
      for (const [name, form] of Object.entries(forms)) {
        near(form.value, expected[name]?.['icc'], tolerance);
        near(form.interval?.[0], expected[name]?.['lower'], tolerance);
        near(form.interval?.[1], expected[name]?.['upper'], tolerance);
        near(form.f, expected[name]?.['F'], tolerance);
        near(form.p, expected[name]?.['p'], tolerance);
        expect([form.df1, form.df2]).toEqual([expected[name]?.['df1'], expected[name]?.['df2']]);
      }
    });
  }
  for (const { id, input, expected, tolerance } of casesOf<Values>('krippendorff_alpha')) {
    test(id, () => {
      for (const [level, value] of Object.entries(expected)) {
        if (level.startsWith('published')) continue;
        near(krippendorffAlpha(turned(read(input.ratings)), level as Level)?.value, value, tolerance);
      }
    });
  }
  for (const { id, input, expected, tolerance } of casesOf<{ kappa: number; weighted_kappa: number; kappa_ci: [number, number] }>('weighted_kappa')) {
    test(id, () => {
      const most = Math.max(...input.disagreement_weights.flat());
      const plain = cohenKappa(input.table, 'unweighted', input.n);
      near(plain?.value, expected.kappa, tolerance);
      near(plain?.interval?.[0], expected.kappa_ci[0], tolerance);
      near(plain?.interval?.[1], expected.kappa_ci[1], tolerance);
      near(cohenKappa(input.table, input.disagreement_weights.map((row) => row.map((weight) => 1 - weight / most)), input.n)?.value, expected.weighted_kappa, tolerance);
    });
  }
  for (const { id, input, expected, tolerance } of casesOf<Readonly<Record<Weighting, Values>>>('two_rater_agreement_table')) {
    for (const weighting of ['unweighted', 'linear', 'quadratic'] as const) {
      test(`${id}, ${weighting}`, () => {
        const found = twoRaters(input.table, weighting);
        const want = expected[weighting];
        near(found?.cohen?.value, want['cohen'], tolerance);
        near(found?.cohen?.error, want['cohen_se'], tolerance);
        near(found?.gwet?.value, want['gwet_ac'], tolerance);
        near(found?.gwet?.error, want['gwet_se'], tolerance);
        near(found?.krippendorff?.value, want['krippendorff'], tolerance);
        near(found?.scott?.value, want['scott_pi'], tolerance);
        near(found?.brennanPrediger?.value, want['brennan_prediger'], tolerance);
      });
    }
  }
  for (const { id, input, expected, tolerance } of casesOf<Values>('fleiss_kappa')) {
    test(id, () => {
      const found = fleissKappa(read(input.ratings));
      near(found?.kappa, expected['kappa'], tolerance);
      near(found?.z, expected['z'], tolerance);
      near(found?.conger, expected['conger_exact'], tolerance);
    });
  }
  for (const { id, input, expected, tolerance } of casesOf<Readonly<Record<string, Readonly<Record<'coeff' | 'se' | 'pa' | 'pe', number>> & { ci: string }>>>('multi_rater_agreement_missing')) {
    test(id, () => {
      const found = multiRater(read(input.ratings), input.weights) ?? expect.fail();
      const names = { gwet: found.gwet, fleiss: found.fleiss, conger: found.conger, krippendorff: found.krippendorff, brennan_prediger: found.brennanPrediger };
      for (const [name, coefficient] of Object.entries(names)) {
        near(coefficient?.value, expected[name]?.coeff, tolerance);
        near(coefficient?.error, expected[name]?.se, tolerance);
        near(coefficient?.observed, expected[name]?.pa, tolerance);
        near(coefficient?.expected, expected[name]?.pe, tolerance);
        const [low = NaN, high = NaN] = String(expected[name]?.ci).slice(1, -1).split(',').map(Number);
        near(coefficient?.interval?.[0], low, 0.0005 + tolerance);
        near(coefficient?.interval?.[1], high, 0.0005 + tolerance);
      }
    });
  }
  for (const { id, input, expected, tolerance } of casesOf<Values>('kendall_w')) {
    test(id, () => {
      const found = kendallW(read(input.ratings));
      near(found?.w, expected['W'], tolerance);
      near(found?.chiSquare, expected['chisq'], tolerance);
    });
  }
});
