import { describe, expect, test } from 'vitest';
import { dice } from '../fixtures/example/dice.ts';
import { miniature, type CandidateInput, type MiniatureInput } from '../fixtures/workspace.ts';
import { workspaceFacts } from './candidate.ts';
import { validity } from './validity.ts';
import { correlation, type Pair } from './validity/correlation.ts';
import { pairsForWidth, pairsToTell } from './validity/needed.ts';

const NOW = Date.parse('2027-11-20T12:00Z');
type Outcomes = NonNullable<MiniatureInput['outcomes']>[string];
type Review = NonNullable<Outcomes[string]['reviews']>[number];

type Hire = readonly [mark: number, reviews: Review[]];

const name = (index: number): string => `teal-otter-${String.fromCharCode(97 + (index % 26))}${Math.floor(index / 26)}`;
const review = (performance: number, day: Review['day'] = 180, again: Review['again'] = 'yes'): Review => ({ day, on: '2027-06-01', by: 'dana', performance, again });

/** Somebody who was scored in the task; hired or declined. */
function person(mark: number, end = 'advanced to=offer'): CandidateInput {
  const marks = { code: mark, tests: mark, prose: mark };
  return {
    events: ['2026-10-01T09:00Z application applied', '2026-10-02T09:00Z application advanced', '2026-10-05T08:00Z task started', '2026-10-06T08:00Z task submitted', `2026-10-20T10:00Z task ${end}`, ...(end.startsWith('advanced') ? ['2026-10-21T10:00Z offer offered', '2026-10-22T10:00Z offer hired'] : [])],
    scores: { task: { alice: { at: '2026-10-10T10:00Z', marks }, bob: { at: '2026-10-10T10:00Z', marks } } },
  };
}

function of(hires: readonly Hire[], declined: readonly number[] = [], first: Partial<CandidateInput> = {}) {
  const candidates = Object.fromEntries([...hires.map(([mark], index) => ({ ...person(mark), ...(index === 0 ? first : {}) })), ...declined.map((mark) => person(mark, 'declined reason=below-bar'))].map((each, index) => [name(index), each]));
  const outcomes: Outcomes = Object.fromEntries(hires.map(([, reviews], index) => [name(index), { started: '2026-12-01', reviews }]));
  const workspace = miniature({ candidates: { engineer: candidates }, outcomes: { engineer: outcomes } });
  return validity(workspace, workspaceFacts(workspace, NOW));
}
const row = (found: ReturnType<typeof of>, kind: string) => found.rows.find((each) => each.kind === kind) ?? expect.fail();
const performing = (count: number) => Array.from({ length: count }, (_, index): Hire => [1 + (index % 4), [review(1 + ((index * 3) % 5))]]);

describe('how many it would take', () => {
  test('to tell a correlation from none, as tables of power have it', () => {
    expect([0.1, 0.3, 0.5].map(pairsToTell)).toEqual([783, 85, 30]);
    expect([0, 1, -0.3, NaN].map(pairsToTell)).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('to know it within a width: one fewer is wider', () => {
    const n = pairsForWidth(0.3, 0.2) ?? expect.fail();
    const half = (pairs: number): number => {
      const reach = 1.959963984540054 * Math.sqrt(1.045 / (pairs - 3));
      return (Math.tanh(Math.atanh(0.3) + reach) - Math.tanh(Math.atanh(0.3) - reach)) / 2;
    };
    expect(half(n)).toBeLessThanOrEqual(0.2);
    expect(half(n - 1)).toBeGreaterThan(0.2);
    expect([pairsForWidth(1, 0.2), pairsForWidth(0.3, 0)]).toEqual([undefined, undefined]);
  });
});

describe('scores against outcomes', () => {
  test('below ten hires there is no figure at all', () => {
    const found = of(performing(9));
    expect(found).toMatchObject({ hires: 9, reviewed: 9, onDay: 9, chance: undefined });
    expect(found.says).toBe('9 hires were reviewed so far: whether our scores foretell the work is not shown below 10, since with so few one person turns every answer round.');
    expect(found.rows.every(({ performance, again }) => performance.spearman === undefined && performance.pearson === undefined && again.spearman === undefined)).toBe(true);
    expect(row(found, 'stage').performance.says).toBe('9 hires have both; nothing is said below 10.');
  });
  test('from ten to 29 the words say that it is too few, and what it would take', () => {
    const found = of(performing(10));
    expect(row(found, 'stage')).toMatchObject({ stage: 'task', rubric: 'craft', performance: { n: 10, guard: 'few' } });
    expect(row(found, 'stage').performance.says).toMatch(/^Too few to tell: .*with 10 hires\.$/);
    expect(found.needed).toBe('About 85 hires would be needed to tell a correlation of 0.30 from none, and as many to know it within 0.20 to either side. At the pace of the last year, 10 starts, that is 9 years.');
    expect(found.rows.map(({ kind }) => kind)).toEqual(['overall', 'stage', 'criterion', 'criterion', 'criterion']);
  });
  test('the review of day 180 is read, otherwise the latest; a review still to come is not there', () => {
    const found = of([...Array.from({ length: 10 }, (_, index): Hire => [1 + (index % 4), [review(5 - (index % 4), 30), review(1 + (index % 4), 180), review(3, 365)]]), [2, [review(2, 30)]], [2, []], [2, [{ ...review(2, 90), on: '2027-12-01' }]]]);
    expect(found).toMatchObject({ hires: 13, reviewed: 11, onDay: 10 });
    expect(row(found, 'stage').performance).toMatchObject({ n: 11, spearman: { value: 1 } });
  });
  test('everybody rated alike, everybody scored alike: words and no figure', () => {
    expect(row(of(Array.from({ length: 12 }, (_, index): Hire => [1 + (index % 4), [review(4)]])), 'stage').performance).toMatchObject({ spearman: undefined, says: 'All 12 were rated alike, so there is nothing to foretell.' });
    expect(row(of(Array.from({ length: 12 }, (_, index): Hire => [3, [review(1 + (index % 5))]])), 'stage').performance).toMatchObject({ spearman: undefined, ifCorrected: undefined, says: 'All 12 had the same score, so it foretells nothing.' });
  });
  test('nobody hired, nobody reviewed: words', () => {
    expect(of([])).toMatchObject({ hires: 0, rows: [], says: expect.stringContaining('No hire was reviewed so far') as string });
    expect(of([[3, []]])).toMatchObject({ hires: 1, reviewed: 0, rows: [] });
  });
  test('a score that lacks a must-have is not read as one', () => {
    const hires = performing(10);
    const [bob, prose] = [{ at: '2026-10-10T10:00Z', marks: { code: 2, tests: 2, prose: 2 } }, { at: '2026-10-10T10:00Z', marks: { code: 'not-observed' as const, tests: 4, prose: 4 } }];
    expect(row(of(hires), 'stage').performance.n).toBe(10);
    expect(row(of(hires, [], { scores: { task: { alice: prose, bob: prose } } }), 'stage').performance.n).toBe(9);
    expect(row(of(hires, [], { scores: { task: { alice: prose, bob } } }), 'stage').performance.n).toBe(10);
  });
});

describe('with a known truth', () => {
  /** Everybody's score and work correlate by `truth`; the best scores are hired, and one rating of the work has the reliability assumed. */
  function simulated(truth: number, people: number, hired: number): { pairs: Pair[]; all: number[] } {
    const chance = dice(`validity ${truth}`);
    const all = Array.from({ length: people }, () => {
      const score = chance.normal();
      const work = truth * score + Math.sqrt(1 - truth * truth) * chance.normal();
      return [score, Math.sqrt(0.52) * work + Math.sqrt(0.48) * chance.normal()] as const;
    });
    return { pairs: all.toSorted((a, b) => b[0] - a[0]).slice(0, hired), all: all.map(([score]) => score) };
  }
  test('of everybody, it is found', () => {
    const { pairs, all } = simulated(0.5, 4000, 4000);
    const found = correlation(pairs, all);
    expect(found.pearson?.value).toBeCloseTo(0.5 * Math.sqrt(0.52), 1);
    expect(found.ifCorrected?.value).toBeCloseTo(0.5, 1);
    expect(found.says).toMatch(/^Who scored higher did better/);
  });
  test('of the hired alone it looks smaller, and the correction moves it towards the truth', () => {
    const { pairs, all } = simulated(0.5, 4000, 800);
    const { pearson, ifCorrected } = correlation(pairs, all);
    expect(pearson?.value).toBeLessThan(0.28);
    expect(Math.abs((ifCorrected?.value ?? 0) - 0.5)).toBeLessThan(Math.abs((pearson?.value ?? 0) - 0.5));
    expect(ifCorrected?.value).toBeCloseTo(0.5, 0.9);
    expect(ifCorrected?.sdRatio).toBeGreaterThan(1.5);
    expect(ifCorrected?.interval?.[0]).toBeLessThan(ifCorrected?.value ?? 0);
  });
  test('attenuation comes first, nothing is ever beyond one, and what contradicts the assumption is not corrected', () => {
    const wavy = (height: number) => Array.from({ length: 40 }, (_, index): Pair => [index, index + height * ((index * 7) % 13)]);
    const all = [...wavy(0).map(([score]) => score), -100, 200];
    const found = correlation(wavy(3.5), all);
    expect(found.ifCorrected?.attenuation).toBeCloseTo((found.pearson?.value ?? 0) / Math.sqrt(0.52), 9);
    expect(found.ifCorrected?.interval?.[1]).toBe(1);
    expect(correlation(wavy(1), all)).toMatchObject({ pearson: { value: expect.any(Number) as number }, ifCorrected: undefined });
  });
  test('ties are shared ranks: the sign is kept and nothing breaks', () => {
    const found = correlation(Array.from({ length: 32 }, (_, index): Pair => [index % 2, 3 - (index % 2)]), [0, 1]);
    expect(found).toMatchObject({ spearman: { value: expect.closeTo(-1, 9) as number, interval: undefined }, says: '−1.00 with 32 hires: too even to have an interval.' });
    expect(JSON.stringify(found)).not.toContain('NaN');
  });
});
