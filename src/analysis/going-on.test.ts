import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Exit } from '../model/replay.ts';
import { wentOn, type StageSpell } from './funnel-spells.ts';
import { goingOn, HORIZON_DAYS } from './going-on.ts';
import { wilson } from './statistics/wilson.ts';
import { goingOnSays } from './words/funnel.ts';

/** An entry of so many days; without an end it still waits. */
function spell(calendar: number, how?: Exit, followed = 400): StageSpell {
  return {
    role: 'engineer', candidate: 'teal-otter-7f', visit: 'task', stage: 'task', kind: 'take-home', pipeline: 'short', level: 'senior', source: 'direct', entered: '2026-01-05',
    calendar, business: calendar, followed: how === undefined ? calendar : followed, how, reason: undefined, erased: false,
  };
}

const times = (count: number, make: (index: number) => StageSpell): StageSpell[] => Array.from({ length: count }, (_, index) => make(index));

describe('going on', () => {
  test('without anybody still waiting is the share of all', () => {
    const spells = [...times(12, (day) => spell(day, 'advanced')), ...times(18, (day) => spell(day, 'declined'))];
    const found = goingOn(spells, HORIZON_DAYS);
    expect(found).toMatchObject({ entries: 30, went: 12, decided: 30, unknown: 0, day: 30, ofDecided: wilson(12, 30), followed: { went: 12, of: 30 } });
    expect(found.share).toBeCloseTo(0.4, 12);
    expect(found.interval?.[0]).toBeLessThan(0.4);
    expect(goingOnSays(found)).toBe('12 of 30 decided went on. Within 30 days of entering, 40\u00a0% do (25–60\u00a0%): between 25 and 60 of 100.');
  });

  test('follows whoever waits as long as they wait, and takes nobody for a no', () => {
    // Five of ten go on at day 2; ten more entered yesterday.
    const spells = [...times(5, () => spell(2, 'advanced')), ...times(5, () => spell(2, 'declined')), ...times(10, () => spell(1))];
    expect(goingOn(spells, HORIZON_DAYS).share).toBeCloseTo(0.5, 12);
  });

  test('a day nobody has reached is not told', () => {
    const found = goingOn([...times(5, () => spell(2, 'advanced')), ...times(3, () => spell(9))], HORIZON_DAYS);
    expect(found).toMatchObject({ asked: 30, day: 9 });
    expect(goingOnSays(found)).toContain('Nobody has been in it for longer than 9 days.');
    expect(goingOnSays(goingOn([...times(5, () => spell(0, 'advanced')), spell(0)], HORIZON_DAYS))).toMatch(/ On the day of entering, 83\u00a0% do .* Nobody has been in it for longer\.$/);
  });

  test('all or none: the interval of those of whom it is known, not certainty', () => {
    expect(goingOn(times(6, (day) => spell(day, 'advanced')), HORIZON_DAYS).interval).toEqual(wilson(6, 6));
    expect(goingOn(times(6, (day) => spell(day, 'declined')), HORIZON_DAYS)).toMatchObject({ share: 0, interval: wilson(0, 6) });
    // Everybody went on, and later than the horizon.
    expect(goingOn([...times(5, () => spell(31, 'advanced')), spell(4)], HORIZON_DAYS)).toMatchObject({ went: 5, share: 0, interval: wilson(0, 5) });
  });

  test('a return is neither going on nor decided', () => {
    const found = goingOn([...times(5, () => spell(3, 'advanced')), ...times(5, () => spell(3, 'returned'))], HORIZON_DAYS);
    expect(found).toMatchObject({ went: 5, decided: 5, unknown: 0 });
    expect(found.share).toBeCloseTo(0.5, 12);
    expect(found.ways?.returned).toBeCloseTo(0.5, 12);
  });

  test('below five decided there are counts and no share', () => {
    for (const spells of [[], [spell(3)], [spell(0, 'advanced')], times(4, () => spell(3, 'advanced')), times(30, () => spell(3))]) {
      const found = goingOn(spells, HORIZON_DAYS);
      expect(found).toMatchObject({ share: undefined, interval: undefined, ofDecided: undefined, ways: undefined });
      expect(goingOnSays(found)).not.toMatch(/NaN|undefined|%/);
    }
    expect(goingOnSays(goingOn([], HORIZON_DAYS))).toBe('Nobody has entered this stage.');
    expect(goingOnSays(goingOn([spell(1, 'advanced'), spell(2, 'declined'), spell(2)], HORIZON_DAYS))).toBe('1 of 2 decided went on: too few for a percentage. 1 is not decided and counts as not yet known.');
  });

  test('only entries that could be followed to the horizon are compared, whatever became of them', () => {
    const spells = [spell(2, 'advanced', 40), spell(35, 'advanced', 40), spell(2, 'declined', 40), spell(33), spell(2, 'advanced', 10), spell(10)];
    expect(goingOn(spells, HORIZON_DAYS).followed).toEqual({ went: 1, of: 4 });
  });

  test('holds for whatever happens', () => {
    const how = fc.constantFrom<Exit | undefined>('advanced', 'hired', 'declined', 'withdrew', 'expired', 'returned', undefined);
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(60), how)), (drawn) => {
      const found = goingOn(drawn.map(([days, end]) => spell(days, end)), HORIZON_DAYS);
      const { share, interval, ways } = found;
      expect(found.decided).toBeGreaterThanOrEqual(found.went);
      if (share === undefined) return;
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + 1e-9);
      expect(interval && interval[0] <= share + 1e-9 && share <= interval[1] + 1e-9).toBe(true);
      expect(Object.values(ways ?? {}).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(goingOnSays(found)).not.toMatch(/NaN|undefined/);
    }), { numRuns: 400 });
  });
});

/** The same numbers on every machine; Park and Miller's generator is enough for a picture of bias. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('against a truth of 40 % among 30 who entered in the last 45 days', () => {
  const TRUTH = 0.4;
  /** Means over many such teams. Days until somebody advances or is declined are drawn between two bounds. */
  function means(advance: readonly [number, number], decline: readonly [number, number]): { snapshot: number; completed: number; incidence: number } {
    const random = chance(20261122);
    const between = ([from, to]: readonly [number, number]): number => Math.round(from + random() * (to - from));
    const sums = { snapshot: 0, completed: 0, incidence: 0 };
    const teams = 600;
    for (let team = 0; team < teams; team += 1) {
      const spells = times(30, () => {
        const open = Math.floor(random() * 45);
        const goes = random() < TRUTH;
        const days = between(goes ? advance : decline);
        return days > open ? spell(open) : spell(days, goes ? 'advanced' : 'declined', open);
      });
      const went = spells.filter(wentOn).length;
      sums.snapshot += went / 30;
      sums.completed += went / spells.filter(({ how }) => how !== undefined).length;
      sums.incidence += goingOn(spells, HORIZON_DAYS).share ?? 0;
    }
    return { snapshot: sums.snapshot / teams, completed: sums.completed / teams, incidence: sums.incidence / teams };
  }
  const off = (value: number): number => Math.abs(value - TRUTH);

  test.each([
    ['rejections are slower', [2, 14], [10, 28]],
    ['rejections are faster', [14, 28], [1, 6]],
  ] as const)('the incidence is nearest where %s', (_, advance, decline) => {
    const { snapshot, completed, incidence } = means(advance, decline);
    expect(off(incidence)).toBeLessThan(0.02);
    expect(off(snapshot)).toBeGreaterThan(0.05);
    expect(off(completed)).toBeGreaterThan(0.05);
  });
});
