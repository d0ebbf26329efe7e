import { zOf } from './distributions/normal.ts';

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
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  const passives = answers.length - promoters - detractors;
  const score = netPromoterOf(promoters, passives, detractors);
  return score && { promoters, detractors, passives, nps: score.nps, interval: score.interval };
}

/** A Net Promoter Score of counts, with both intervals. */
export interface NetPromoterScore {
  readonly nps: number;
  /** Adjusted Wald, clipped to −100 and 100: the one that is shown. */
  readonly interval: readonly [number, number];
  /** The middle of the adjusted interval before clipping. */
  readonly centre: number;
  /** Plain Wald, clipped: too narrow where answers are few, and of no width where all agree. */
  readonly wald: readonly [number, number];
}

/** As `netPromoter`, of counts that are whole numbers from 0; 95 % unless another level is asked for. Undefined without answers. */
export function netPromoterOf(promoters: number, passives: number, detractors: number, level = 0.95): NetPromoterScore | undefined {
  const n = promoters + passives + detractors;
  if (n === 0) return undefined;
  const z = zOf(level);
  const adjusted = around((promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3), n + 3, z);
  return {
    nps: (100 * (promoters - detractors)) / n,
    interval: adjusted.interval, centre: adjusted.centre,
    wald: around(promoters / n, detractors / n, n, z).interval,
  };
}

function around(p: number, d: number, n: number, z: number): { readonly centre: number; readonly interval: readonly [number, number] } {
  const half = z * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
  return { centre: 100 * (p - d), interval: [Math.max(-100, 100 * (p - d - half)), Math.min(100, 100 * (p - d + half))] };
}
