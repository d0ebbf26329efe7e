import { describe, expect, test } from 'vitest';
import irr from '../../fixtures/oracles/irr.json' with { type: 'json' };
import severity from '../../fixtures/oracles/severity.json' with { type: 'json' };
import { AGREEMENT_METHODS } from './agreement.ts';
import { SEVERITY_METHODS } from './severity.ts';

const METHODS = [...AGREEMENT_METHODS, ...SEVERITY_METHODS];
/** They quote where a case comes from and are computed by nobody. */
const QUOTED = /^(?:published|true_|accuracy$)/;

/** Whether what was wanted is inside what was found, numbers within the tolerance. */
function expectInside(found: unknown, wanted: unknown, tolerance: number, path: string): void {
  if (typeof wanted === 'number') {
    expect(Math.abs(Number(found ?? NaN) - wanted), path).toBeLessThanOrEqual(tolerance);
  } else if (typeof wanted === 'object' && wanted !== null) {
    expect(found, path).toBeTypeOf('object');
    for (const [key, value] of Object.entries(wanted)) if (!QUOTED.test(key)) expectInside((found as Record<string, unknown> | null)?.[key], value, tolerance, `${path}.${key}`);
  } else {
    expect(found, path).toEqual(wanted);
  }
}

describe('reference cases', () => {
  for (const { id, method, input, expected, tolerance } of [...irr, ...severity]) {
    test(id, () => {
      const found = METHODS.find(({ name }) => name === method) ?? expect.fail();
      expectInside(found.compute(found.input.parse(input)), expected, tolerance, id);
    });
  }
});

describe('every method', () => {
  test.each(METHODS.map((method) => [method.name, method] as const))('%s takes its own example, in JSON and in words', (_, method) => {
    const input = method.input.parse(method.example);
    expect(method.compute(input)).not.toHaveProperty('reason');
    expect(JSON.parse(JSON.stringify(method.compute(input)))).toEqual(method.compute(input));
    expect(method.says?.(input) ?? 'There is none.').toMatch(/\.$/);
  });
  test('without marks there is a reason', () => {
    for (const method of METHODS) {
      const empty = method.name === 'crossed_random_effects_reml' ? { rows: [] }
        : method.name === 'weighted_kappa' ? { table: [[0]], disagreement_weights: [[0]] }
        : method.name === 'two_rater_agreement_table' ? { table: [[0, 0], [0, 0]] }
        : method.name === 'multi_rater_agreement_missing' ? { ratings: [], weights: 'linear' } : { ratings: [] };
      expect(method.compute(method.input.parse(empty)), method.name).toEqual({ reason: expect.stringMatching(/\.$/) as string });
    }
  });
});
