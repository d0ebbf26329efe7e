/**
 * Sum that does not depend on the order of its terms: the terms are added from the smallest up.
 * Floating-point addition is not associative, and the order of reviewers must never show in a published number.
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values.length < MANY ? values.toSorted((a, b) => a - b) : Float64Array.from(values).sort()) total += value;
  return total;
}

/** From so many terms on a typed array sorts several times faster; the order is the same. */
const MANY = 32;

/** Arithmetic mean; undefined without values. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sum(values) / values.length;
}
