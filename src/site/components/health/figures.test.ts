import { expect, it } from 'vitest';
import type { PublishedCriteriaHealth } from '../../../view/published/health.ts';
import { shareCell, shareShort, standsOut, two } from './figures.ts';

it('writes a share with its interval beside it, counts alone where there are too few, and nothing of nothing', () => {
  const share = { x: 10, n: 44, share: 0.227, interval: [0.101, 0.434] as [number, number] };
  expect([shareCell(share), shareShort(share)]).toEqual([{ value: '10 of 44', aside: '23\u00a0% (10–43)' }, '23\u00a0%']);
  const few = { x: 2, n: 3, share: null, interval: null };
  expect([shareCell(few), shareShort(few)]).toEqual([{ value: '2 of 3' }, '2 of 3']);
  const none = { x: 0, n: 0, share: null, interval: null };
  expect([shareCell(none), shareShort(none)]).toEqual([null, null]);
});

it('writes coefficients with a true minus and never a negative zero', () => {
  expect([0.123, -0.2, -0.001].map(two)).toEqual(['0.12', '−0.20', '0.00']);
});

it('names what stands out of a rubric, the first of each criterion', () => {
  const criterion = (name: string, findings: PublishedCriteriaHealth['criteria'][number]['findings']) => ({ name, findings });
  expect(standsOut(null)).toBeUndefined();
  expect(standsOut({ criteria: [criterion('Testing', ['apart', 'own-way']), criterion('Prose', [])] } as unknown as PublishedCriteriaHealth)).toBe('Testing read apart');
});
