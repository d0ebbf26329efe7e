import { describe, expect, test } from 'vitest';
import { BERKELEY, berkeleyRole, berkeleyStages } from '../../fixtures/berkeley.ts';
import type { Fairness } from '../../model/fairness.ts';
import { pooled, type Opening } from './pooled.ts';
import { pooledWords } from './pooled-words.ts';
import { recordFairness } from './record.ts';

type Groups = Record<string, readonly [reached: number, advanced: number]>;

const opening = (role: string, groups: Groups): Opening[] => recordFairness(record(groups)).stages.map((stage) => ({ role, stage }));
const record = (groups: Groups): Fairness => ({ stages: { task: Object.fromEntries(Object.entries(groups).map(([name, [reached, advanced]]) => [name, { reached, advanced }])) } });
const openings = (...all: readonly Groups[]): Opening[] => all.flatMap((groups, index) => opening(`role-${index + 1}`, groups));
const says = (found: ReturnType<typeof pooled>): ReturnType<typeof pooledWords> => pooledWords(found[0] ?? expect.fail(), 'Decision', (role) => role.replace('department-', '').toUpperCase());

describe('Berkeley, 1973', () => {
  const found = pooled(BERKELEY.flatMap((each) => recordFairness({ stages: berkeleyStages(each) }).stages.map((stage) => ({ role: berkeleyRole(each.department), stage }))));

  test('4,526 applicants, and the pooled difference turns round department by department', () => {
    expect(found).toMatchObject([{ focal: 'women', reference: 'men', pattern: 'reversed', leftOut: [] }]);
    const { together, apart, adjusted } = found[0] ?? expect.fail();
    expect(together).toMatchObject({ focal: { reached: 1835, advanced: 557 }, reference: { reached: 2691, advanced: 1198 }, comparison: { verdict: 'below' } });
    expect(apart.reduce((sum, { focal, reference }) => sum + focal.reached + reference.reached, 0)).toBe(4526);
    expect(adjusted?.ratio).toBeCloseTo(1 / 0.9046968, 6);
  });
  test('and says so, with the reason', () => {
    expect(says(found)).toEqual({
      finding: 'Pooled, women go on less often than men; opening by opening the picture turns round',
      drawn: 'All together women are 14 of 100 behind; one by one from 4 of 100 behind to 20 of 100 ahead',
      together: 'All 6 openings thrown together, 557 of 1835 women (30\u00a0%) and 1198 of 2691 men (45\u00a0%) went on from Decision; the difference, between −17 and −11 of 100, is more than chance would bring.',
      apart: 'One by one, women went on more often in 4 of 6 (A, B, D and F), men went on more often in 2 of 6 (C and E).',
      reason: 'The reason: they applied to different openings. 51\u00a0% of men, but 7\u00a0% of women, applied where more people than on average went on (A and B). A pooled rate mixes where people applied with how they were judged.',
      adjusted: 'Each opening held against itself, the odds of women to go on are 1.11 times those of men (0.94 to 1.30): no more of a difference than chance could bring. The openings differ among themselves (p\u00a0=\u00a00.003), so that figure is an average which may describe none of them: judge each by itself.',
      leftOut: undefined,
    });
  });
});

describe('over several openings', () => {
  test('a difference stays, is gone, is uncovered, or was never there', () => {
    const pattern = (...all: readonly Groups[]): string | undefined => pooled(openings(...all))[0]?.pattern;
    expect(pattern({ men: [200, 120], women: [200, 70] }, { men: [200, 120], women: [200, 70] })).toBe('stays');
    expect(pattern({ men: [400, 320], women: [100, 79] }, { men: [100, 20], women: [400, 79] })).toBe('gone');
    expect(pattern({ men: [400, 280], women: [100, 90] }, { men: [100, 30], women: [400, 200] })).toBe('uncovered');
    expect(pattern({ men: [200, 100], women: [200, 98] }, { men: [200, 60], women: [200, 62] })).toBe('none');
  });
  test('an opening with hidden counts is left out, or the total would give them away', () => {
    const found = pooled(openings({ men: [200, 120], women: [200, 70] }, { men: [60, 30], women: [50, 20] }, { men: [40, 20], women: [30, 3] }));
    expect(found).toMatchObject([{ leftOut: ['role-3'], together: { focal: { reached: 250, advanced: 90 }, reference: { reached: 260, advanced: 150 } } }]);
    expect(says(found).leftOut).toBe('Left out, since counts of theirs are hidden and could be worked out from a total: ROLE-3.');
    // The attack this prevents: with the third opening added in, the total less what is shown is its hidden count.
    const everything = [120 + 30 + 20, 70 + 20 + 3];
    expect(everything.map((sum, index) => sum - ([150, 90][index] ?? 0))).toEqual([20, 3]);
  });
  test('what cannot be compared is not', () => {
    expect(pooled([])).toEqual([]);
    expect(pooled(openings({ men: [200, 120], women: [200, 70] }))).toEqual([]);
    expect(pooled(openings({ men: [200, 120] }, { men: [100, 20] }))).toEqual([]);
    expect(pooled(openings({ men: [200, 120], women: [9, 0] }, { men: [200, 120], women: [20, 5] }))).toEqual([]);
    expect(pooled(openings({ men: [200, 0], women: [200, 0] }, { men: [200, 0], women: [200, 0] }))).toMatchObject([{ adjusted: undefined, pattern: 'none' }]);
    expect(pooled(openings({ men: [200, 120] }, { women: [200, 70] }))).toEqual([]);
  });
  test('openings with people of one group are no part of the comparison', () => {
    const found = pooled(openings({ men: [100, 30], women: [100, 40] }, { men: [100, 30], women: [100, 40] }, { men: [500, 490] }));
    expect(found).toMatchObject([{ focal: 'men', reference: 'women', together: { focal: { reached: 200 } } }]);
  });
});
