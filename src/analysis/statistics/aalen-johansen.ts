import { zOf } from './distributions/normal.ts';

/** How long something was watched, and how it ended. Times from 0, any unit. */
export interface CompetingSpell {
  readonly time: number;
  /** 0 = still open when last watched; 1 … k = the way in which it ended. */
  readonly cause: number;
}

/** The share that has ended in one way, after one time at which something ended. */
export interface IncidenceStep {
  readonly time: number;
  /** 0 to 1. */
  readonly share: number;
  readonly variance: number;
}

/** Shares that have ended in each way, over time. */
export interface Incidence {
  readonly n: number;
  /** By cause, the first is cause 1: one step at every time at which anything ended. */
  readonly causes: readonly (readonly IncidenceStep[])[];
  /** The longest that anything was watched; undefined without spells. */
  readonly watched: number | undefined;
  /** Nothing was left open: the curves stay as they are for good. */
  readonly complete: boolean;
}

/**
 * Aalen–Johansen cumulative incidence: the share that has ended in each of `causes` ways over time, with those still open counted for as
 * long as they were watched. Unlike one minus Kaplan–Meier it does not pretend that who was declined may still advance. The variance is
 * Aalen's, with the correction for ties. Sources: Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978) 141–150; Aalen,
 * Annals of Statistics 6 (1978) 701–726; R's `cmprsk::cuminc`.
 */
export function aalenJohansen(spells: readonly CompetingSpell[], causes: number): Incidence {
  const sorted = spells.toSorted((a, b) => a.time - b.time);
  const sums = Array.from({ length: causes }, () => new CauseSums());
  const steps = sums.map((): IncidenceStep[] => []);
  let open = 1;
  for (let first = 0; first < sorted.length; ) {
    const time = sorted[first]?.time ?? 0;
    const ended = Array<number>(causes).fill(0);
    let after = first;
    for (let spell = sorted[after]; spell?.time === time; spell = sorted[(after += 1)]) {
      if (spell.cause >= 1 && spell.cause <= causes) ended[spell.cause - 1] = (ended[spell.cause - 1] ?? 0) + 1;
    }
    const atRisk = sorted.length - first;
    const all = ended.reduce((total, count) => total + count, 0);
    if (all > 0) {
      const left = (open * (atRisk - all)) / atRisk;
      sums.forEach((cause, index) => {
        const own = ended[index] ?? 0;
        cause.add(own, all - own, atRisk, open, left);
        steps[index]?.push({ time, share: cause.share, variance: cause.variance() });
      });
      open = left;
    }
    first = after;
  }
  return { n: spells.length, causes: steps, watched: sorted.at(-1)?.time, complete: spells.length > 0 && open === 0 };
}

/**
 * One cause's share F and its variance. Every end at time u moves F(t) by its own step and, by leaving fewer open, by −(F(t) − F(u)) / S(u);
 * three running sums let the variance at each t be read off without going back.
 */
class CauseSums {
  share = 0;
  private constant = 0;
  private linear = 0;
  private square = 0;

  add(own: number, others: number, atRisk: number, before: number, after: number): void {
    this.share += (before * own) / atRisk;
    const inverse = after > 0 ? 1 / after : 0;
    const ratio = this.share * inverse;
    if (others > 0 && after > 0) this.note(ratio, inverse, poisson(others, atRisk, before));
    if (own > 0) this.note(1 + ratio, inverse, poisson(own, atRisk, before));
  }

  variance(): number {
    return Math.max(0, this.constant + this.share * (this.share * this.square - 2 * this.linear));
  }

  private note(ratio: number, inverse: number, weight: number): void {
    this.constant += ratio * ratio * weight;
    this.linear += ratio * inverse * weight;
    this.square += inverse * inverse * weight;
  }
}

/** Variance of the step that so many ends of `atRisk` make in a share of which `before` is left; ends at once are less than independent. */
function poisson(ends: number, atRisk: number, before: number): number {
  const ties = ends > 1 ? 1 - (ends - 1) / (atRisk - 1) : 1;
  return (before * before * ties * ends) / (atRisk * atRisk);
}

/** The share that has ended in one way by a time. */
export interface IncidenceAt {
  readonly share: number;
  readonly variance: number;
  /** Undefined at 0 and at 1, and where the variance is 0: nothing is known there of how far the share may be off. */
  readonly interval: readonly [number, number] | undefined;
}

/**
 * The incidence of a cause (from 1) at a time; the interval is made on the complementary log-log scale, so it stays within 0 and 1. Undefined
 * when nothing was watched so long, unless everything had ended before: the curve would only repeat what is known of shorter times.
 * Source of the interval: Choudhury, Statistics in Medicine 21 (2002) 1129–1144.
 */
export function incidenceAt(incidence: Incidence, cause: number, time: number, level = 0.95): IncidenceAt | undefined {
  const steps = incidence.causes[cause - 1];
  if (!steps || incidence.watched === undefined || (time > incidence.watched && !incidence.complete)) return undefined;
  const { share, variance } = steps.findLast((step) => step.time <= time) ?? { share: 0, variance: 0 };
  if (share <= 0 || share >= 1 || variance <= 0) return { share, variance, interval: undefined };
  const log = Math.log1p(-share);
  const half = (zOf(level) * Math.sqrt(variance)) / ((1 - share) * log);
  return { share, variance, interval: [-Math.expm1(log * Math.exp(half)), -Math.expm1(log * Math.exp(-half))] };
}
