import type { Rubric } from '../model/rubric.ts';
import { plural } from '../model/words.ts';
import { agreementOn, figure, figureWords, missingWords, PRELIMINARY_BELOW, type Agreement, type Figure } from './agreement.ts';
import type { WorkspaceFacts } from './candidate.ts';
import { totalOf } from './calibration/totals.ts';
import type { VisitFacts } from './facts.ts';
import type { Marks } from './rubric-score.ts';
import { marksOf } from './scores.ts';
import { krippendorffAlpha } from './statistics/krippendorff.ts';
import type { Ratings } from './statistics/ratings.ts';
import { alphaWords } from './words/bands.ts';

/** Agreement on one criterion of a rubric version, from the work of candidates. */
export interface LiveCriterion extends Agreement {
  readonly criterion: string;
  readonly weight: number;
}

/** How far reviewers agreed on real submissions that two or more of them scored independently, for one version of a rubric. */
export interface LiveAgreement {
  /** `technical-challenge@3`. */
  readonly reference: string;
  readonly rubric: Rubric;
  /** Visits with two counted scores or more, and the people who gave them. */
  readonly visits: number;
  readonly reviewers: number;
  /** What is missing for a coefficient. */
  readonly missing: string | undefined;
  readonly preliminary: boolean;
  /** Krippendorff's alpha, interval, of the weighted totals: holes allowed, unlike an ICC. */
  readonly total: Figure | undefined;
  readonly criteria: readonly LiveCriterion[];
  readonly says: string;
}

/**
 * Agreement at no extra work: the counted scores of complete panels, before anybody saw another's. Units are visits, raters are people.
 * One pass over the facts.
 * @returns one entry per rubric version that at least one visit with two counted scores holds to, by reference
 */
export function agreementLive(facts: WorkspaceFacts): readonly LiveAgreement[] {
  const byVersion = new Map<string, { rubric: Rubric; scores: ReadonlyMap<string, Marks>[] }>();
  for (const { visits } of facts.all) {
    for (const visit of visits) {
      const reference = visit.panel?.complete ? visit.panel.reference : undefined;
      if (reference === undefined || !visit.rubric || visit.scores.length < 2) continue;
      const marks = independent(visit);
      if (marks.size < 2) continue;
      const known = byVersion.get(reference) ?? { rubric: visit.rubric, scores: [] };
      byVersion.set(reference, known);
      known.scores.push(marks);
    }
  }
  return [...byVersion].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reference, { rubric, scores }]) => ofVersion(reference, rubric, scores));
}

function ofVersion(reference: string, rubric: Rubric, scores: readonly ReadonlyMap<string, Marks>[]): LiveAgreement {
  const people = [...new Set(scores.flatMap((marks) => [...marks.keys()]))].sort();
  const { min, max } = rubric.scale;
  const scale = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const criteria = rubric.criteria.map(({ id, weight }): LiveCriterion => ({
    ...agreementOn(scores.map((marks) => people.map((person) => marks.get(person)?.get(id))), scale, 'visit'), criterion: id, weight,
  }));
  const totals: Ratings = scores.map((marks) => people.map((person) => {
    const own = marks.get(person);
    return own && totalOf(rubric, own);
  }));
  const missing = missingWords(scores.length, people.length, 'visit');
  const total = missing === undefined ? figure(krippendorffAlpha(totals, 'interval'), alphaWords) : undefined;
  const found = { reference, rubric, visits: scores.length, reviewers: people.length, missing, preliminary: missing === undefined && scores.length < PRELIMINARY_BELOW, total, criteria };
  return { ...found, says: sentence(found) };
}

/**
 * The marks of the counted scores as they stood when the panel became complete: from then on everybody could read what the others
 * wrote, so neither a later score nor a later amendment is independent.
 */
function independent({ panel, scores }: VisitFacts): ReadonlyMap<string, Marks> {
  const until = panel?.completeAt ?? -Infinity;
  return new Map(scores.flatMap((score) => {
    const held = score.counted ? score.versions.findLast(({ value }) => Date.parse(value.submitted) <= until) : undefined;
    return held && held.value.rubric === panel?.reference ? [[score.person, marksOf(held.value)] as const] : [];
  }));
}

/** The criterion reviewers part on most, or what is missing. */
function sentence({ visits, missing, total, criteria, rubric }: Omit<LiveAgreement, 'says'>): string {
  const from = `From ${plural(visits, 'visit')} that two or more scored`;
  if (missing !== undefined) return missing;
  const lowest = criteria.flatMap(({ criterion, alpha }) => (alpha ? [{ name: rubric.criteria.find(({ id }) => id === criterion)?.name ?? criterion, alpha }] : []))
    .toSorted((a, b) => a.alpha.value - b.alpha.value)[0];
  const whole = total ? `: on the total, alpha is ${figureWords(total)}` : '';
  if (!total && !lowest) return `${from}: their marks are all the same, or too few are on the same criterion, so alpha cannot be computed.`;
  return `${from}${whole}${lowest ? `${total ? '; lowest' : ': alpha is lowest'} on ${lowest.name}, ${figureWords(lowest.alpha)}` : ''}.`;
}
