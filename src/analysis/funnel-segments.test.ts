import { describe, expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import type { Exit } from '../model/replay.ts';
import { differences, funnelSegments, type Dimension, type Segments } from './funnel-segments.ts';
import type { StageSpell } from './funnel-spells.ts';
import { chanceSays, comparisonSays, differenceSays } from './words/segments.ts';

const workspace = miniature();

function entries(count: number, went: number, over: Partial<StageSpell> = {}): StageSpell[] {
  return Array.from({ length: count }, (_, index) => ({
    role: 'engineer', candidate: `${over.source ?? 'direct'}-${index}`, visit: 'application', stage: 'application', kind: 'screening', pipeline: 'short', level: 'senior', source: 'direct',
    entered: '2026-01-05', calendar: 3, business: 3, followed: 300, how: (index < went ? 'advanced' : 'declined') as Exit, reason: undefined, erased: false, ...over,
  }));
}

function by(dimension: Dimension, spells: readonly StageSpell[]): Segments {
  const found = funnelSegments(workspace, spells).find((each) => each.dimension === dimension);
  if (!found) throw new Error(dimension);
  return found;
}

describe('segments', () => {
  test('two groups are compared once, more with all others together', () => {
    const two = by('source', [...entries(25, 18, { source: 'referral' }), ...entries(60, 20, { source: 'job-board' })]).stages[0];
    expect(two?.comparisons).toMatchObject([{ of: 'job-board', against: 'referral', first: { went: 20, of: 60 }, second: { went: 18, of: 25 } }]);
    const three = by('source', [...entries(25, 18, { source: 'referral' }), ...entries(60, 20, { source: 'job-board' }), ...entries(12, 6)]).stages[0];
    expect(three?.comparisons.map(({ of, against, first, second }) => [of, against, first, second])).toEqual([
      ['direct', undefined, { went: 6, of: 12 }, { went: 38, of: 85 }],
      ['job-board', undefined, { went: 20, of: 60 }, { went: 24, of: 37 }],
      ['referral', undefined, { went: 18, of: 25 }, { went: 26, of: 72 }],
    ]);
  });

  test('a group of fewer than ten that could be followed has its counts and no comparison', () => {
    const waiting = entries(30, 30, { source: 'referral', followed: 5 });
    const [stage] = by('source', [...waiting, ...entries(9, 3, { source: 'community' }), ...entries(40, 20)]).stages;
    expect(stage?.rows.map(({ key, going }) => [key, going.entries, going.followed.of])).toEqual([['community', 9, 9], ['direct', 40, 40], ['referral', 30, 0]]);
    // All the others of the direct ones are nine.
    expect(stage?.comparisons).toEqual([]);
  });

  test('cohorts are months where there are enough of them, else quarters; the latest two wide ones are compared', () => {
    const months = by('period', [...entries(25, 10), ...entries(25, 10, { entered: '2026-02-02' }), ...entries(20, 10, { entered: '2026-03-02', followed: 4 })]).stages[0];
    expect(months?.rows.map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(months?.comparisons).toMatchObject([{ of: '2026-02', against: '2026-01' }]);
    const quarters = by('period', [...entries(12, 6), ...entries(12, 6, { entered: '2026-02-02' }), ...entries(12, 6, { entered: '2026-04-02' })]).stages[0];
    expect(quarters?.rows.map(({ key, going }) => [key, going.entries])).toEqual([['2026-Q1', 24], ['2026-Q2', 12]]);
    // Twelve are too few for a trend.
    expect(quarters?.comparisons).toEqual([]);
  });

  test('a month whose entries are largely erased is no fair sample of its sources', () => {
    const erased = { source: undefined as never, erased: true, business: undefined as never };
    const left = by('source', [...entries(20, 12), ...entries(20, 12, { source: 'referral' }), ...entries(5, 0, erased), ...entries(20, 12, { entered: '2026-02-02' }), ...entries(20, 4, { source: 'referral', entered: '2026-02-02' }), ...entries(2, 0, { ...erased, entered: '2026-02-02' })]).stages[0];
    // All of January, and in February the two alone.
    expect(left?.leftOut).toBe(47);
    expect(left?.rows.map(({ key, going }) => [key, going.entries])).toEqual([['direct', 20], ['referral', 20]]);
  });

  test('levels that are pipelines by another name are told once', () => {
    expect(by('level', [...entries(20, 10), ...entries(20, 10, { pipeline: 'other', level: 'junior' })])).toEqual({ dimension: 'level', sameAs: 'pipeline', stages: [] });
    expect(by('level', [...entries(20, 10), ...entries(20, 10, { level: 'junior' })]).stages).toHaveLength(1);
  });

  test('sources are never compared across pipelines', () => {
    expect(by('source', [...entries(20, 10), ...entries(20, 10, { pipeline: 'other', source: 'referral' })]).stages).toEqual([]);
  });

  test('nothing, one, all the same: no comparison and no error', () => {
    for (const spells of [[], entries(1, 1), entries(50, 50)]) {
      expect(differences(funnelSegments(workspace, spells))).toEqual({ comparisons: 0, clear: undefined, apart: [] });
    }
  });
});

test('the clearest difference is one that so many comparisons do not explain', () => {
  const plain = [...entries(30, 15), ...entries(30, 24, { source: 'referral' })];
  const alone = differences(funnelSegments(workspace, plain));
  expect(alone.clear?.comparison).toMatchObject({ of: 'direct', against: 'referral' });
  // The same difference, with five roles besides that do not differ.
  const many = differences(funnelSegments(workspace, [0, 1, 2, 3, 4, 5].flatMap((each) => plain.map((spell) => ({ ...spell, role: `role-${each}`, entered: `2026-0${each + 1}-05`, ...(each > 0 ? { source: 'direct', how: 'advanced' as const } : {}) })))));
  expect(many.comparisons).toBeGreaterThan(5);
  const strong = [...entries(60, 12), ...entries(60, 48, { source: 'referral' })];
  expect(differences(funnelSegments(workspace, strong)).clear?.comparison.interval[1]).toBeLessThan(-0.4);
});

test('a difference is told no more clearly than its interval', () => {
  expect(differenceSays([0.14, 0.56])).toBe('Between 14 and 56 of 100 more.');
  expect(differenceSays([-0.59, -0.09])).toBe('Between 9 and 59 of 100 fewer.');
  expect(differenceSays([-0.05, 0.31])).toBe('The difference is between −5 and +31 of 100: too wide to tell.');
  expect(differenceSays([-0.06, 0.08])).toBe('No difference of more than 8 of 100 either way.');
  const comparison = { of: 'referral', against: undefined, first: { went: 18, of: 25 }, second: { went: 20, of: 60 }, difference: 0.39, interval: [0.14, 0.56] } as const;
  expect(comparisonSays(comparison, 'Referral', undefined, 30)).toBe('Referral: of the 25 who entered 30 or more days ago, 18 went on within 30 days; all others: 20 of 60. Between 14 and 56 of 100 more.');
  expect(chanceSays(1)).toBe('');
  expect(chanceSays(24)).toContain('there are 24 here');
});
