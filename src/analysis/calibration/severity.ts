import { crossedEffects } from '../statistics/crossed-effects.ts';
import { raterErrors } from '../statistics/crossed-errors.ts';
import { Z_95 } from '../statistics/distributions/normal.ts';
import { listed } from '../../model/words.ts';
import { fixed } from '../words/numbers.ts';

/** A reviewer's shrunken effect on the total of a sample, in marks; above zero the totals are higher than the panel's. */
export interface SessionEffect {
  readonly person: string;
  readonly effect: number;
  readonly interval: readonly [number, number];
  /** Samples that stand behind it. */
  readonly samples: number;
  /** The interval leaves zero. */
  readonly told: boolean;
}

/** Who marks higher or lower than the panel, all criteria together. */
export interface SessionSeverity {
  readonly missing: string | undefined;
  readonly effects: readonly SessionEffect[];
  readonly says: string;
}

/** Below so many samples per reviewer, or reviewers, nothing is said of anybody. */
export const SEVERITY_SAMPLES = 5;
export const SEVERITY_REVIEWERS = 3;

/** One total of one reviewer, in marks. */
export interface SampleTotal {
  readonly sample: string;
  readonly person: string;
  readonly total: number;
}

/** Crossed random effects of samples and reviewers on the totals (METHODS.md, Severity), with the guards of severity. Who scored fewer samples is left out. */
export function sessionSeverity(totals: readonly SampleTotal[], reviewers: readonly string[], nameOf: (person: string) => string): SessionSeverity {
  const enough = new Set(reviewers.filter((person) => totals.filter((total) => total.person === person).length >= SEVERITY_SAMPLES));
  const missing = (why: string): SessionSeverity => ({ missing: why, effects: [], says: why });
  if (enough.size < SEVERITY_REVIEWERS) return missing(`Needs ${SEVERITY_REVIEWERS} reviewers with ${SEVERITY_SAMPLES} samples each; there ${enough.size === 1 ? 'is' : 'are'} ${enough.size === 0 ? 'none' : enough.size}.`);
  const rows = totals.filter(({ person }) => enough.has(person)).map(({ sample, person, total }) => ({ subject: sample, rater: person, score: total }));
  const fit = crossedEffects(rows);
  if (!fit) return missing('The totals do not differ, so nobody’s are shifted.');
  if (!fit.connected) return missing('Needs reviewers who are joined by samples they both scored; here they fall into groups.');
  const errors = raterErrors(rows, fit);
  const effects = fit.raters.map(({ id, effect, error, n }): SessionEffect => {
    const half = Z_95 * (errors.get(id) ?? error);
    return { person: id, effect, interval: [effect - half, effect + half], samples: n, told: Math.abs(effect) > half };
  })
    .toSorted((a, b) => (a.person < b.person ? -1 : 1));
  return { missing: undefined, effects, says: sentence(effects, nameOf) };
}

function sentence(effects: readonly SessionEffect[], nameOf: (person: string) => string): string {
  const told = effects.filter((each) => each.told).toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  if (told.length === 0) return 'Nobody’s totals lie apart from the panel’s by more than chance would do.';
  const parts = told.map(({ person, effect, interval: [low, high] }, index) => {
    const [size, ...ends] = [Math.abs(effect), ...(effect < 0 ? [-high, -low] : [low, high])].map((each) => fixed(each, 2));
    // Totals that lie apart by as much on every sample leave no width to print.
    const range = ends.every((end) => end === size) ? '' : ` (${ends.join(' to ')})`;
    return `${nameOf(person)}’s ${index === 0 ? 'totals lie ' : ''}${size ?? ''} ${effect < 0 ? 'below' : 'above'}${index === 0 ? ' the panel’s' : ''}${range}`;
  });
  return `${listed(parts)}, in marks.`;
}
