import { describe, expect, test } from 'vitest';
import { BERKELEY } from '../../fixtures/berkeley.ts';
import { mantelHaenszel, type Stratum } from './mantel-haenszel.ts';
import { woolf } from './woolf.ts';

const admissions = BERKELEY.map(({ men, women }): Stratum => [men.admitted, men.rejected, women.admitted, women.rejected]);

describe('the common odds ratio over strata', () => {
  test('of the admissions at Berkeley is that of R: mantelhaen.test(UCBAdmissions)', () => {
    const common = mantelHaenszel(admissions);
    expect(common).toMatchObject({ ratio: expect.closeTo(0.9046968, 7) as number, strata: 6 });
    expect(common?.interval[0]).toBeCloseTo(0.7719074, 6);
    expect(common?.interval[1]).toBeCloseTo(1.0603298, 6);
  });
  test('whose strata differ, as R’s example says: p = 0.003', () => {
    expect(woolf(admissions)).toMatchObject({ df: 5, p: expect.closeTo(0.0034, 4) as number });
  });
  test('of one stratum is its odds ratio; the other way round it is the inverse', () => {
    expect(mantelHaenszel([[3, 1, 1, 3]])?.ratio).toBeCloseTo(9, 12);
    const turned = mantelHaenszel(admissions.map(([a, b, c, d]): Stratum => [c, d, a, b]));
    expect((turned?.ratio ?? 0) * (mantelHaenszel(admissions)?.ratio ?? 0)).toBeCloseTo(1, 12);
  });
  test('is undefined where nothing can be compared', () => {
    for (const tables of [[], [[0, 0, 5, 5]], [[5, 0, 5, 0]], [[0, 5, 0, 5]], [[5, 5, 0, 0]], [[5, 0, 0, 5]]] as Stratum[][]) expect(mantelHaenszel(tables)).toBeUndefined();
    expect(woolf([])).toBeUndefined();
    expect(woolf([[3, 1, 1, 3], [0, 0, 2, 2]])).toBeUndefined();
    expect(woolf([[5, 0, 0, 5], [5, 0, 0, 5]])).toMatchObject({ df: 1, p: 1 });
  });
});
