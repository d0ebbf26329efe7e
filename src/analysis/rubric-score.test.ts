import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import cases from '../fixtures/oracles/rubric.json' with { type: 'json' };
import { interval, reviewerTotal, rubricScore, type Marks, type RubricLike } from './rubric-score.ts';

const rubricOf = (weights: readonly number[], min = 1, max = 4, mustHave: readonly string[] = []): RubricLike => ({
  scale: { min, max }, mustHave, criteria: weights.map((weight, index) => ({ id: `c${index}`, weight })),
});
const marksOf = (row: readonly (number | null)[]): Marks => new Map(row.flatMap((mark, index) => (mark === null ? [] : [[`c${index}`, mark] as const])));

describe('reference cases', () => {
  for (const { id, input, expected, tolerance } of cases) {
    test(id, () => {
      const rubric = rubricOf(input.weights, input.scale[0], input.scale[1]);
      const reviewers = input.scores.map(marksOf);
      const result = rubricScore(rubric, reviewers);
      const bounds = interval(result.score, result.standardError, result.reviewers, rubric.scale);
      const close = (actual: number | undefined, wanted: number | null | undefined): void => {
        if (wanted === null || wanted === undefined) expect(actual).toBeUndefined();
        else expect(Math.abs((actual ?? NaN) - wanted)).toBeLessThanOrEqual(tolerance);
      };
      close(result.score, expected.score);
      close(result.percent, expected.pct);
      close(result.coverage, expected.coverage);
      close(result.standardError, expected.se);
      close(bounds?.[0], expected.lower);
      close(bounds?.[1], expected.upper);
      expect(result.reviewers).toBe(expected.n_reviewers);
      result.criteria.forEach((criterion, index) => close(criterion.mean, expected.criterion_means[index]));
      reviewers.forEach((marks, index) => close(reviewerTotal(rubric, marks), expected.reviewer_totals[index]));
    });
  }
});

const panels = fc.integer({ min: 1, max: 6 }).chain((criteria) => fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: criteria, maxLength: criteria }),
  rows: fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: criteria, maxLength: criteria }), { minLength: 1, maxLength: 6 }),
  seed: fc.integer(),
}));

test('the order of reviewers never matters, to the last bit', () => {
  fc.assert(fc.property(panels, ({ weights, rows, seed }) => {
    const rubric = rubricOf(weights);
    const shuffled = rows.map((row, index) => ({ row, key: Math.imul(index + 1, seed | 1) })).sort((a, b) => a.key - b.key).map(({ row }) => row);
    expect(rubricScore(rubric, shuffled.map(marksOf))).toEqual(rubricScore(rubric, rows.map(marksOf)));
  }));
});

test('weights scale: what counts is their proportion', () => {
  fc.assert(fc.property(panels, fc.integer({ min: 2, max: 9 }), ({ weights, rows }, factor) => {
    const once = rubricScore(rubricOf(weights), rows.map(marksOf));
    const scaled = rubricScore(rubricOf(weights.map((weight) => weight * factor)), rows.map(marksOf));
    expect(scaled.coverage).toBeCloseTo(once.coverage, 10);
    if (once.score !== undefined) expect(scaled.score).toBeCloseTo(once.score, 10);
  }));
});

test('the score lies between the lowest and the highest mark, and an interval inside the scale', () => {
  fc.assert(fc.property(panels, ({ weights, rows }) => {
    const { score, interval: bounds, percent } = rubricScore(rubricOf(weights), rows.map(marksOf));
    const marks = rows.flat().filter((mark) => mark !== null);
    if (marks.length === 0) {
      expect(score).toBeUndefined();
      return;
    }
    expect(score).toBeGreaterThanOrEqual(Math.min(...marks) - 1e-9);
    expect(score).toBeLessThanOrEqual(Math.max(...marks) + 1e-9);
    expect(percent).toBeGreaterThanOrEqual(-1e-9);
    if (bounds) expect(bounds[0] >= 1 && bounds[1] <= 4).toBe(true);
  }));
});

test('skipping the hard criterion does not raise the score', () => {
  const rubric = rubricOf([50, 50]);
  expect(rubricScore(rubric, [marksOf([4, 1]), marksOf([4, null])]).score).toBe(2.5);
});

test('guards: an interval from three reviewers, incomplete under 70 % or without a must-have', () => {
  const rubric = rubricOf([40, 30, 30], 1, 4, ['c0']);
  expect(rubricScore(rubric, [marksOf([3, 3, 3]), marksOf([2, 3, 4])]).interval).toBeUndefined();
  expect(rubricScore(rubric, [marksOf([3, 3, 3]), marksOf([2, 3, 4]), marksOf([3, 2, 4])]).interval).toBeDefined();
  // Three who are all alike: an interval of no width would promise that a fourth would be too.
  expect(rubricScore(rubric, [marksOf([3, 2, 4]), marksOf([3, 2, 4]), marksOf([3, 2, 4])])).toMatchObject({ reviewers: 3, interval: undefined });
  expect(rubricScore(rubric, [marksOf([3, 3, null])]).incomplete).toEqual([]);
  expect(rubricScore(rubric, [marksOf([null, 3, 3])]).incomplete).toEqual([{ why: 'coverage' }, { why: 'must-have', criterion: 'c0' }]);
  expect(rubricScore(rubric, []).score).toBeUndefined();
});
