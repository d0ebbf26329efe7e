import { crossedDesign, type CrossedRow, type Design } from './crossed-design.ts';
import { deviance, predict, type Ratios } from './crossed-equations.ts';
import type { CrossedEffects } from './crossed-effects.ts';

/** Ratios whose likelihood falls by more than this (in −2 ln) behind the best have no weight. */
const DROP = 10;
/** Over so many ratios the errors are averaged. */
const POINTS = 15;

/**
 * Standard errors of the raters' effects that take in what `crossedEffects` takes as known: how much raters differ at all. With few
 * raters that is known badly, and where it is estimated as 0 the plain errors are 0 too, as if it were certain that nobody has a habit.
 * Averages the plain error and the distance to the effect over the raters' standard deviation, each weighted by its restricted likelihood.
 * Never undefined where there are effects; 0 where nothing is left to chance. In the unit of the scores, by rater.
 * Source: Morris, JASA 78 (1983) 47–55; Kackar and Harville, JASA 79 (1984) 853–862; a flat weight on the standard deviation:
 * Gelman, Bayesian Analysis 1 (2006) 515–534.
 */
export function raterErrors(rows: readonly CrossedRow[], found: CrossedEffects): ReadonlyMap<string, number> {
  return raterErrorsOf(crossedDesign(rows), found);
}

/** The same from a design that is there already. */
export function raterErrorsOf(design: Design | undefined, found: CrossedEffects): ReadonlyMap<string, number> {
  const plain = new Map(found.raters.map(({ id, error }) => [id, error]));
  if (!design || found.residualSd === 0 || found.criterion === undefined) return plain;
  const [raters, subjects] = design.longIsSubjects ? ['short', 'long'] as const : ['long', 'short'] as const;
  const at = (ratio: number): Ratios => ({ [raters]: ratio, [subjects]: found.subjectSd / found.residualSd }) as unknown as Ratios;
  const best = found.criterion;
  const behind = (ratio: number): number => deviance(design, at(ratio)) - best;

  const centre = found.raterSd / found.residualSd;
  let above = Math.max(0.05, centre);
  for (let step = 0; step < 40 && behind(above) < DROP; step += 1) above *= 1.5;
  const high = edge(behind, centre, above);
  const low = behind(0) < DROP ? 0 : edge(behind, centre, 0);
  const sums = new Map(found.raters.map(({ id }) => [id, 0]));
  let weights = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const ratios = at(low + ((point + 0.5) / POINTS) * (high - low));
    const weight = Math.exp(-(deviance(design, ratios) - best) / 2);
    const fit = weight > 0 ? predict(design, ratios) : undefined;
    if (!fit) continue;
    weights += weight;
    design[raters].ids.forEach((id, index) => {
      const off = (fit[raters].effects[index] ?? 0) - (found.raters[index]?.effect ?? 0);
      sums.set(id, (sums.get(id) ?? 0) + weight * (fit.variance * (fit[raters].errors[index] ?? 0) ** 2 + off * off));
    });
  }
  return weights === 0 ? plain : new Map([...sums].map(([id, sum]) => [id, Math.sqrt(sum / weights)]));
}

/** Where the likelihood has fallen by `DROP`, between a ratio inside and one outside. */
function edge(behind: (ratio: number) => number, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let step = 0; step < 12; step += 1) {
    const middle = (near + far) / 2;
    if (behind(middle) < DROP) near = middle;
    else far = middle;
  }
  return far;
}
