import { chiSquareTail } from './distributions/chi-square.ts';
import type { Spell } from './kaplan-meier.ts';
import { solve } from './solve.ts';

/** Whether groups end equally fast. */
export interface LogRank {
  readonly chiSquare: number;
  /** Groups that were compared, less one. */
  readonly df: number;
  readonly p: number;
  /** By group, as given: ends observed, and expected if all were equally fast. */
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
}

/**
 * The log-rank test of two or more groups: whether their curves of `kaplanMeier` differ by more than chance. Groups without expected
 * ends are left out of the comparison. Undefined when fewer than two are left, and when the ends tell nothing (all at once, or none).
 * Sources: Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170; Peto and Peto (1972); R's `survdiff`.
 */
export function logRank(groups: readonly (readonly Spell[])[]): LogRank | undefined {
  const k = groups.length;
  const all = groups.flatMap((spells, group) => spells.map((spell) => ({ ...spell, group }))).toSorted((a, b) => a.time - b.time);
  const atRisk = groups.map((spells) => spells.length);
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (let first = 0; first < all.length; ) {
    const time = all[first]?.time ?? 0;
    const n = all.length - first;
    const left = groups.map(() => 0);
    let ends = 0;
    let after = first;
    for (let spell = all[after]; spell?.time === time; spell = all[(after += 1)]) {
      left[spell.group] = (left[spell.group] ?? 0) + 1;
      if (!spell.event) continue;
      ends += 1;
      observed[spell.group] = (observed[spell.group] ?? 0) + 1;
    }
    const spread = n > 1 ? (ends * (n - ends)) / (n - 1) : 0;
    for (let i = 0; i < k && ends > 0; i += 1) {
      const share = (atRisk[i] ?? 0) / n;
      expected[i] = (expected[i] ?? 0) + ends * share;
      const row = covariance[i] ?? [];
      for (let j = 0; j < k; j += 1) row[j] = (row[j] ?? 0) + spread * share * ((i === j ? 1 : 0) - (atRisk[j] ?? 0) / n);
    }
    left.forEach((count, group) => (atRisk[group] = (atRisk[group] ?? 0) - count));
    first = after;
  }
  const compared = expected.flatMap((value, group) => (value > 0 ? [group] : []));
  if (compared.length < 2) return undefined;
  // The differences sum to zero, so one group says nothing that the others do not.
  const free = compared.slice(1);
  const off = free.map((group) => (observed[group] ?? 0) - (expected[group] ?? 0));
  const solved = solve(free.map((i) => free.map((j) => covariance[i]?.[j] ?? 0)), off);
  if (!solved) return undefined;
  const chiSquare = Math.max(0, off.reduce((total, value, index) => total + value * (solved[index] ?? 0), 0));
  return {
    chiSquare, df: free.length, p: chiSquareTail(chiSquare, free.length),
    groups: groups.map((spells, group) => ({ n: spells.length, observed: observed[group] ?? 0, expected: expected[group] ?? 0 })),
  };
}
