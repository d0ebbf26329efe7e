import { Z_95 } from './wilson.ts';

/** A Net Promoter Score, from −100 to 100, with its 95 % interval. */
export interface NetPromoter {
  readonly promoters: number;
  readonly passives: number;
  /** Answers from 0 to 6. */
  readonly detractors: number;
  readonly nps: number;
  readonly interval: readonly [number, number];
}

/**
 * Net Promoter Score of answers from 0 to 10: percent of 9–10 minus percent of 0–6. The interval is the adjusted Wald interval that adds
 * 3/4 promoter, 3/4 detractor and 3 answers, clipped to −100 and 100. Undefined without answers.
 * Source: Rocks, American Statistician 70 (2016) 365–372.
 */
export function netPromoter(answers: readonly number[]): NetPromoter | undefined {
  const n = answers.length;
  if (n === 0) return undefined;
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const half = Z_95 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  return {
    promoters, detractors, passives: n - promoters - detractors,
    nps: (100 * (promoters - detractors)) / n,
    interval: [Math.max(-100, 100 * (p - d - half)), Math.min(100, 100 * (p - d + half))],
  };
}
