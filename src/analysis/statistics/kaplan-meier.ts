import { zOf } from './distributions/normal.ts';

/** How long something was watched, and whether it then happened; otherwise it was still open. Times from 0, any unit. */
export interface Spell {
  readonly time: number;
  readonly event: boolean;
}

/** How the band is made: on the logarithm of survival, on that of its logarithm, or on survival itself. */
export type Band = 'log' | 'log-log' | 'plain';

/** The curve at one time at which something happened. */
export interface SurvivalStep {
  readonly time: number;
  /** Still watched and still open just before. */
  readonly atRisk: number;
  readonly events: number;
  /** Share still open just after, 0 to 1. */
  readonly survival: number;
  /** Greenwood's standard error; undefined once nobody is left open. */
  readonly error: number | undefined;
  /** Undefined once nobody is left open. */
  readonly interval: readonly [number, number] | undefined;
}

/** Share still open over time. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** In order of time; empty when nothing happened. */
  readonly steps: readonly SurvivalStep[];
  /** The longest that anything was watched; undefined without spells. */
  readonly watched: number | undefined;
}

/**
 * Kaplan–Meier: the share still open over time, using those who are still waiting for as long as they were watched. A spell that ends
 * without event at a time counts as watched at that time. Bands pointwise, 95 % unless another level is asked for, clipped to 0 and 1.
 * Sources: Kaplan and Meier, JASA 53 (1958) 457–481; Greenwood (1926); bands as in R's `survfit`.
 */
export function kaplanMeier(spells: readonly Spell[], band: Band = 'log-log', level = 0.95): SurvivalCurve {
  const z = zOf(level);
  const sorted = spells.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let first = 0; first < sorted.length; ) {
    const time = sorted[first]?.time ?? 0;
    let after = first;
    let events = 0;
    for (; sorted[after]?.time === time; after += 1) events += sorted[after]?.event === true ? 1 : 0;
    const atRisk = sorted.length - first;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      const known = survival > 0;
      steps.push({
        time, atRisk, events, survival,
        error: known ? survival * Math.sqrt(greenwood) : undefined,
        interval: known ? bandAt(survival, Math.sqrt(greenwood), band, z) : undefined,
      });
    }
    first = after;
  }
  return { n: spells.length, events: steps.reduce((total, step) => total + step.events, 0), steps, watched: sorted.at(-1)?.time };
}

/** `relative` is the standard error of ln S. */
function bandAt(survival: number, relative: number, band: Band, z: number): readonly [number, number] {
  if (band === 'plain') return [Math.max(0, survival - z * relative * survival), Math.min(1, survival + z * relative * survival)];
  if (band === 'log') return [survival * Math.exp(-z * relative), Math.min(1, survival * Math.exp(z * relative))];
  const log = Math.log(survival);
  const half = (z * relative) / log;
  return [Math.exp(log * Math.exp(-half)), Math.exp(log * Math.exp(half))];
}

/** A time by which a share has ended, in the unit of the spells; undefined ends are not reached. */
export interface SurvivalQuantile {
  readonly value: number | undefined;
  readonly interval: readonly [number | undefined, number | undefined];
}

/** Within this two survivals are the same, as in R. */
const SAME = Math.sqrt(Number.EPSILON);

/**
 * The time by which `share` of all (0 to 1; 0.5 is the median) have ended; where the curve lies exactly at 1 − share, the middle of that
 * step, as in R: the last one goes on for as long as anything was watched. Each end of the interval is the same question asked of the
 * band; an end that the band never reaches is undefined (“16 or more”).
 * Source: Brookmeyer and Crowley, Biometrics 38 (1982) 29–41; R's `quantile.survfit`.
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): SurvivalQuantile {
  const reached = (height: (step: SurvivalStep) => number | undefined): number | undefined => crossing(curve, height, 1 - share);
  return { value: reached((step) => step.survival), interval: [reached((step) => step.interval?.[0]), reached((step) => step.interval?.[1])] };
}

function crossing({ steps, watched }: SurvivalCurve, height: (step: SurvivalStep) => number | undefined, level: number): number | undefined {
  const below = steps.flatMap((step) => {
    const value = height(step);
    return value !== undefined && value < level + SAME ? [{ time: step.time, value }] : [];
  });
  const [first] = below;
  if (!first || Math.abs(first.value - level) >= SAME) return first?.time;
  const next = below.find((step) => step.value < first.value);
  return first.time / 2 + (next?.time ?? watched ?? first.time) / 2;
}
