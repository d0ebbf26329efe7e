import { additiveOf } from './additive.ts';
import { crossedDesign, type CrossedRow, type Design } from './crossed-design.ts';
import { deviance, predict, type Ratios } from './crossed-equations.ts';
import { Z_95 } from './distributions/normal.ts';
import { minimise } from './minimise.ts';

/** What one rater or subject adds, shrunken towards 0 by how little is known of it. In the unit of the scores. */
export interface Effect {
  readonly id: string;
  readonly effect: number;
  /** Standard error of the prediction, the variances and the mean taken as known. */
  readonly error: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  /** Marks behind it. */
  readonly n: number;
}

/** score = mean + subject + rater + residual, all but the mean random. */
export interface CrossedEffects {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly meanError: number;
  /** Standard deviations, 0 where the marks show none. */
  readonly subjectSd: number;
  readonly raterSd: number;
  readonly residualSd: number;
  /** −2 ln of the restricted likelihood; undefined where nothing is left to chance. */
  readonly criterion: number | undefined;
  /** In the order of ids. */
  readonly raters: readonly Effect[];
  readonly subjects: readonly Effect[];
  /** Whether marks connect every rater with every other; if not, effects compare within a part only. */
  readonly connected: boolean;
  readonly rows: number;
}

/** Ratios of standard deviations to the residual's from which the search starts. */
const STARTS = [0, 0.3, 1, 3, 10] as const;
/**
 * A larger ratio leaves nothing of a residual that its square does not round away. Where the graph falls into parts and the effects explain
 * every mark, the likelihood has no top, and the search would run until only rounding decides.
 */
const MOST_RATIO = 1e4;

/**
 * Crossed random effects by restricted maximum likelihood: how much of a score is the subject, how much the rater, and what each of them
 * adds (best linear unbiased prediction). `effect` of a rater above 0 is more generous than the others on the same work.
 * Undefined below two subjects or two raters, and where nothing is left to tell a residual from the effects: that needs more marks than
 * subjects + raters − parts of the graph. Where the effects explain every mark, they are returned as they are, with a residual of 0.
 * Source: Patterson and Thompson, Biometrika 58 (1971) 545–554; profile over the ratios and errors: Bates, Mächler, Bolker and Walker,
 * Journal of Statistical Software 67 (2015) 1–48.
 */
export function crossedEffects(rows: readonly CrossedRow[]): CrossedEffects | undefined {
  const design = crossedDesign(rows);
  return design && crossedEffectsOf(design);
}

/** The same from a design that is there already. */
export function crossedEffectsOf(design: Design): CrossedEffects | undefined {
  if (design.rows.length <= design.long.ids.length + design.short.ids.length - design.parts) return undefined;
  if (design.squares <= rounding(design)) return certain(design, { intercept: design.mean, subjects: new Map(), raters: new Map() });
  const fit = additiveOf(design);
  if (fit) {
    const rest = design.rows.reduce((sum, row) => sum + (row.score - fit.intercept - (fit.subjects.get(row.subject) ?? 0) - (fit.raters.get(row.rater) ?? 0)) ** 2, 0);
    if (rest <= rounding(design)) return certain(design, fit);
  }
  const ratios = best(design);
  return ratios && estimate(design, ratios);
}

function rounding(design: Design): number {
  return design.rows.length * (1e-10 * design.largest) ** 2;
}

/** The ratios of the smallest deviance. It is even in both, so the search may walk through 0 and 0 is no wall. */
function best(design: Design): Ratios | undefined {
  const ratio = (at: number): number => Math.min(MOST_RATIO, Math.abs(at));
  const of = ([long, short]: readonly [number, number]): number => deviance(design, { long: ratio(long), short: ratio(short) });
  const starts = STARTS.flatMap((long) => STARTS.map((short) => [long, short] as const)).map((at) => ({ at, value: of(at) }));
  const lowest = (list: typeof starts) => list.reduce((low, next) => (next.value < low.value ? next : low));
  const start = lowest(starts);
  if (!Number.isFinite(start.value)) return undefined;
  // With few marks there may be one low place where one side is 0 and a lower one where neither is, so a 0 is not trusted alone.
  const from = new Set([start, lowest(starts.filter(({ at }) => at[0] > 0 && at[1] > 0))]);
  const found = [...from].map(({ at }) => minimise(of, at, 0.25 * Math.max(0.4, ...at))).reduce((low, next) => (next.value < low.value ? next : low));
  const [long, short] = [ratio(found.at[0]), ratio(found.at[1])];
  // A ratio that explains nothing is 0, not a small number that the search happened to stop at.
  const candidates = [{ long: 0, short: 0 }, { long: 0, short }, { long, short: 0 }];
  return candidates.find((ratios) => deviance(design, ratios) <= found.value + 1e-9) ?? { long, short };
}

function estimate(design: Design, ratios: Ratios): CrossedEffects | undefined {
  const fit = predict(design, ratios);
  if (!fit) return undefined;
  const sd = Math.sqrt(fit.variance);
  const list = (side: 'long' | 'short'): Effect[] => design[side].ids.map((id, index) => effect(id, fit[side].effects[index] ?? 0, sd * (fit[side].errors[index] ?? 0), design[side].counts[index] ?? 0));
  const [subjects, raters] = design.longIsSubjects ? ['long', 'short'] as const : ['short', 'long'] as const;
  return {
    mean: design.mean + fit.shift, meanError: sd * fit.shiftError,
    subjectSd: sd * ratios[subjects], raterSd: sd * ratios[raters], residualSd: sd, criterion: deviance(design, ratios),
    raters: list(raters), subjects: list(subjects), connected: design.parts === 1, rows: design.rows.length,
  };
}

/** The limit where the effects explain every mark: nothing to shrink, nothing uncertain. */
function certain(design: Design, fit: { intercept: number; subjects: ReadonlyMap<string, number>; raters: ReadonlyMap<string, number> }): CrossedEffects {
  const [subjects, raters] = design.longIsSubjects ? [design.long, design.short] : [design.short, design.long];
  const list = (side: Design['long'], effects: ReadonlyMap<string, number>): Effect[] => {
    const limit = Math.sqrt(rounding(design));
    return side.ids.map((id, index) => { const value = effects.get(id) ?? 0; return effect(id, Math.abs(value) <= limit ? 0 : value, 0, side.counts[index] ?? 0); });
  };
  const [ofSubjects, ofRaters] = [list(subjects, fit.subjects), list(raters, fit.raters)];
  const [subjectSd, raterSd] = [spread(ofSubjects), spread(ofRaters)];
  return {
    mean: fit.intercept, meanError: Math.sqrt(subjectSd ** 2 / ofSubjects.length + raterSd ** 2 / ofRaters.length),
    subjectSd, raterSd, residualSd: 0, criterion: undefined, raters: ofRaters, subjects: ofSubjects,
    connected: design.parts === 1, rows: design.rows.length,
  };
}

/** Standard deviation of effects that sum to 0. */
function spread(effects: readonly Effect[]): number {
  return Math.sqrt(effects.reduce((sum, { effect: value }) => sum + value * value, 0) / (effects.length - 1));
}

function effect(id: string, value: number, error: number, n: number): Effect {
  return { id, effect: value, error, interval: [value - Z_95 * error, value + Z_95 * error], n };
}
