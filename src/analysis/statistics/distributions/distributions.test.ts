import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { tTail } from '../student-t.ts';
import { betaQuantile, incompleteBeta } from './beta.ts';
import { chiSquareTail } from './chi-square.ts';
import { fQuantile, fTail } from './f.ts';
import { logGamma, upperGamma } from './gamma.ts';
import { normalQuantile, normalTail, Z_95, zOf } from './normal.ts';

/** Relative, since tails are small. */
function near(value: number, expected: number, relative = 1e-9): void {
  expect(Math.abs(value - expected), `${value} against ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
}

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const parameter = fc.double({ min: 1, max: 2000, noNaN: true });

describe('as tables print it', () => {
  test('the normal distribution', () => {
    near(normalTail(1.959963984540054), 0.025);
    near(normalTail(6), 9.865876450376981e-10);
    near(normalQuantile(0.995), 2.5758293035489004);
    near(normalQuantile(1e-10), -6.361340902404056);
    expect(zOf(0.95)).toBe(Z_95);
    near(zOf(0.999), 3.290526731491926, 1e-13);
    near(zOf(1 - Number.EPSILON / 2), 8.29236, 1e-5);
    near(normalQuantile(0.975), Z_95, 1e-14);
    expect([normalTail(0), normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([0.5, -Infinity, 0, Infinity]);
  });

  test('the gamma and the beta function', () => {
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-13);
    near(logGamma(11), Math.log(3_628_800), 1e-14);
    near(upperGamma(1, 3), Math.exp(-3), 1e-13);
    near(incompleteBeta(0.3, 2, 5), 0.579825, 1e-12);
    near(betaQuantile(0.025, 81, 183), 0.2527367455852713);
  });

  test('the upper 5 % and 1 % of χ², F and t', () => {
    near(chiSquareTail(3.841458820694124, 1), 0.05);
    near(chiSquareTail(23.20925115895436, 10), 0.01);
    near(fQuantile(0.95, 5, 18), 2.772853153230171);
    near(fQuantile(0.99, 3, 4.5), 13.913647315826106);
    near(fTail(4.84, 5, 18), 0.005583257583947235);
    near(tTail(2.2621571627982, 9), 0.025);
    near(tTail(12.7062047361747, 1), 0.025);
  });
});

describe('identities', () => {
  test('a quantile undoes its tail', () => {
    fc.assert(fc.property(probability, (p) => { expect(1 - normalTail(normalQuantile(p))).toBeCloseTo(p, 11); }));
    fc.assert(fc.property(probability, parameter, parameter, (p, a, b) => { expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8); }));
    fc.assert(fc.property(probability, parameter, parameter, (p, a, b) => { expect(1 - fTail(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 8); }));
  });

  test('I_x(a, b) = 1 − I_(1−x)(b, a), and it never falls', () => {
    fc.assert(fc.property(probability, probability, parameter, parameter, (x, y, a, b) => {
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10);
      const [low, high] = [Math.min(x, y), Math.max(x, y)];
      expect(incompleteBeta(high, a, b) - incompleteBeta(low, a, b)).toBeGreaterThanOrEqual(-1e-12);
    }));
  });

  test('the square of t is F, the square of z is χ², and F turned round is F', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), parameter, parameter, (x, d1, d2) => {
      expect(2 * tTail(x, d2)).toBeCloseTo(fTail(x * x, 1, d2), 10);
      expect(2 * normalTail(x)).toBeCloseTo(chiSquareTail(x * x, 1), 12);
      expect(fTail(x, d1, d2) + fTail(1 / x, d2, d1)).toBeCloseTo(1, 10);
    }));
  });

  test('Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1)', () => {
    fc.assert(fc.property(fc.double({ min: 0.2, max: 150, noNaN: true }), fc.double({ min: 0.01, max: 300, noNaN: true }), (a, x) => {
      expect(upperGamma(a + 1, x)).toBeCloseTo(upperGamma(a, x) + Math.exp(a * Math.log(x) - x - logGamma(a + 1)), 11);
    }));
  });
});

test('the ends are exact, and nonsense is an error of the caller', () => {
  expect([chiSquareTail(0, 3), chiSquareTail(Infinity, 3), fTail(0, 1, 2), fTail(Infinity, 1, 2), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)])
    .toEqual([1, 0, 1, 0, 0, 1, 0, 1]);
  expect([fQuantile(0, 3, 4), fQuantile(1, 3, 4)]).toEqual([0, Infinity]);
  for (const call of [() => normalQuantile(1.1), () => normalQuantile(NaN), () => upperGamma(0, 1), () => incompleteBeta(0.5, 0, 1), () => betaQuantile(-1, 1, 1), () => chiSquareTail(1, NaN)]) expect(call).toThrow(RangeError);
});
