import { expect, test } from 'vitest';
import fc from 'fast-check';
import { aalenJohansen, incidenceAt, type CompetingSpell } from './aalen-johansen.ts';
import { kaplanMeier, survivalQuantile, type Spell } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';

const spell = fc.record({ time: fc.nat({ max: 12 }), event: fc.boolean() });
const competing = fc.record({ time: fc.nat({ max: 12 }), cause: fc.nat({ max: 3 }) });
const ended = (times: readonly number[]): Spell[] => times.map((time) => ({ time, event: true }));
const open = (times: readonly number[]): Spell[] => times.map((time) => ({ time, event: false }));

test('the curve never rises, and each band holds it', () => {
  fc.assert(fc.property(fc.array(spell), fc.constantFrom('log' as const, 'log-log' as const, 'plain' as const), (spells, band) => {
    let before = 1;
    for (const step of kaplanMeier(spells, band).steps) {
      expect(step.survival).toBeLessThan(before);
      before = step.survival;
      if (step.survival === 0) expect([step.error, step.interval]).toEqual([undefined, undefined]);
      else expect((step.interval?.[0] ?? 2) <= step.survival && step.survival <= (step.interval?.[1] ?? -1)).toBe(true);
    }
  }));
});

test('with nobody left open in between, the curve is the share that has not ended', () => {
  expect(kaplanMeier(ended([1, 2, 2, 4])).steps.map((step) => step.survival)).toEqual([0.75, 0.25, 0]);
});

test('none, one, two, all still open', () => {
  for (const spells of [[], open([3]), open([3, 3, 5])]) {
    const curve = kaplanMeier(spells);
    expect(curve).toEqual({ n: spells.length, events: 0, steps: [], watched: spells.at(-1)?.time });
    expect(survivalQuantile(curve, 0.5)).toEqual({ value: undefined, interval: [undefined, undefined] });
  }
  expect(survivalQuantile(kaplanMeier(ended([5])), 0.5)).toEqual({ value: 5, interval: [undefined, undefined] });
  expect(survivalQuantile(kaplanMeier(ended([2, 6])), 0.5).value).toBe(4);
  expect(survivalQuantile(kaplanMeier([...ended([2]), ...open([6])]), 0.5).value).toBe(4);
  expect(survivalQuantile(kaplanMeier([...ended([17]), ...open([15, 22, 28, 28])]), 0.25).value).toBe(22.5);
});

test('the causes of an incidence sum to what Kaplan–Meier says has ended', () => {
  fc.assert(fc.property(fc.array(competing, { minLength: 1 }), (spells) => {
    const incidence = aalenJohansen(spells, 3);
    const steps = kaplanMeier(spells.map(({ time, cause }) => ({ time, event: cause > 0 }))).steps;
    steps.forEach((step, index) => {
      const shares = incidence.causes.map((cause) => cause[index]?.share ?? 0);
      expect(shares.reduce((total, value) => total + value, 0)).toBeCloseTo(1 - step.survival, 12);
      for (const cause of [1, 2, 3]) {
        const { share, variance, interval } = incidenceAt(incidence, cause, step.time) ?? expect.fail();
        expect(Number.isFinite(variance) && variance >= 0).toBe(true);
        if (interval) expect(0 <= interval[0] && interval[0] <= share && share <= interval[1] && interval[1] <= 1).toBe(true);
      }
    });
  }));
});

test('what nobody was watched long enough for is not told', () => {
  const half: CompetingSpell[] = [{ time: 2, cause: 1 }, { time: 5, cause: 0 }];
  expect(incidenceAt(aalenJohansen(half, 2), 1, 5)?.share).toBe(0.5);
  expect(incidenceAt(aalenJohansen(half, 2), 1, 6)).toBeUndefined();
  expect(incidenceAt(aalenJohansen([{ time: 2, cause: 1 }, { time: 5, cause: 2 }], 2), 1, 60)?.share).toBe(0.5);
  expect(incidenceAt(aalenJohansen([], 2), 1, 0)).toBeUndefined();
  expect(incidenceAt(aalenJohansen(half, 2), 2, 5)).toEqual({ share: 0, variance: 0, interval: undefined });
});

test('the log-rank test says nothing where there is nothing to compare', () => {
  for (const groups of [[], [ended([1, 2])], [[], []], [ended([1, 2]), []], [open([1]), open([2, 3])], [ended([3]), ended([3])]]) expect(logRank(groups)).toBeUndefined();
  const same = logRank([ended([1, 2, 3]), ended([1, 2, 3])]) ?? expect.fail();
  expect([same.chiSquare, same.p]).toEqual([0, 1]);
  const three = logRank([ended([1, 2, 3]), ended([10, 20, 30]), open([5, 40]), []]) ?? expect.fail();
  expect(three.df).toBe(2);
  expect(three.p).toBeLessThan(0.05);
});

test('log-rank: the order of groups and of spells never matters', () => {
  fc.assert(fc.property(fc.array(spell), fc.array(spell), (a, b) => {
    const [one, other] = [logRank([a, b]), logRank([b.toReversed(), a])];
    if (one && other) expect(one.chiSquare).toBeCloseTo(other.chiSquare, 9);
    else expect(one).toBe(other);
  }));
});
