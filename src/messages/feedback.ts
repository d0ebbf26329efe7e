import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import type { CriterionScore } from '../analysis/rubric-score.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { isScored } from '../model/stage-kind.ts';
import { feedbackPhrases, type FeedbackPhrases } from './feedback-phrases.ts';

/** Reasons that judge the work: only they can be explained from its marks. */
const JUDGED: ReadonlySet<string> = new Set(['below-bar', 'missing-must-have']);
/** Reasons that say nothing against the work: what stood out in it may still be said. */
const NO_FAULT: ReadonlySet<string> = new Set(['position-filled']);
/** Below so many counted reviewers a mean would be the mark of one person. */
const REVIEWERS_FROM = 2;
const STRENGTHS = 2;
const WEAKNESSES = 2;

/** A criterion with the level its mean comes closest to. */
interface Judged {
  readonly criterion: Criterion;
  readonly mean: number;
  readonly position: number;
  readonly mustHave: boolean;
}

/**
 * Feedback for a decline, drawn from the rubric: two things that stood out, and one or two that kept the work below the bar, in the words of the
 * rubric's anchors and indicators. It is made from the means of the counted scores of a complete panel and holds nothing else: no reviewer, no
 * mark, no number of reviewers, no word of anybody's evidence. A draft for the person who signs, who knows more and may change it.
 * @returns markdown, or undefined where it could not be said honestly: the panel is incomplete, fewer than two scores count, a must-have or 30 % of
 * the weights were not marked, the reason is not the work, or no criterion is low
 */
export function feedbackFor(facts: CandidateFacts, reason: string | undefined, language: string): string | undefined {
  const full = reason !== undefined && JUDGED.has(reason);
  if (!full && !(reason !== undefined && NO_FAULT.has(reason))) return undefined;
  const visit = judgedVisit(facts);
  const judged = visit && judgedCriteria(visit);
  if (!visit?.rubric || !judged) return undefined;
  const { scale } = visit.rubric;
  const weak = full ? weaknesses(judged, scale) : [];
  if (full && weak.length === 0) return undefined;
  const strong = strengths(judged.filter((each) => !weak.includes(each)), scale);
  if (strong.length === 0 && weak.length === 0) return undefined;
  const phrases = feedbackPhrases(language);
  return [
    ...(strong.length === 0 ? [] : [phrases.stoodOut(strong.length), strong.map((each) => strengthLine(each, scale)).join('\n')]),
    ...(weak.length === 0 ? [] : [phrases.keptBelow(weak.length, strong.length > 0), weak.map((each) => weaknessLine(each, scale, phrases)).join('\n')]),
  ].join('\n\n');
}

/** The work that was decided on: the stage itself, or, where we decide without the candidate, the last one that was judged. */
function judgedVisit({ current, visits }: CandidateFacts): VisitFacts | undefined {
  if (!current) return undefined;
  return isScored(current.kind) ? current : visits.findLast((visit) => visit.panel !== undefined && visit.scores.some((score) => score.counted));
}

function judgedCriteria({ rubric, panel, score, scores }: VisitFacts): Judged[] | undefined {
  if (!rubric || !panel || !score || score.reviewers < REVIEWERS_FROM || score.incomplete.length > 0) return undefined;
  // A visit that ended counts as complete; here everyone who was asked must really have been heard, and in time.
  if (!panel.complete || panel.scoresWanted === 0 || panel.scoresIn < panel.scoresWanted || scores.some((each) => each.leftOut === 'late')) return undefined;
  return score.criteria.flatMap((each, position) => judgedCriterion(rubric, each, position));
}

function judgedCriterion(rubric: Rubric, { id, mean, marked }: CriterionScore, position: number): Judged[] {
  const criterion = rubric.criteria.find((each) => each.id === id);
  return criterion && mean !== undefined && marked >= REVIEWERS_FROM ? [{ criterion, mean, position, mustHave: rubric.mustHave.includes(id) }] : [];
}

type Scale = Rubric['scale'];

/** The highest means, from the upper half of the scale alone; the heavier criterion first where they are equal. */
function strengths(judged: readonly Judged[], { min, max }: Scale): Judged[] {
  return judged.filter(({ mean }) => mean > (min + max) / 2)
    .toSorted((a, b) => b.mean - a.mean || b.criterion.weight - a.criterion.weight || a.position - b.position)
    .slice(0, STRENGTHS);
}

/** The lowest means below the third quarter of the scale: a must-have first, since without it the rest does not count. */
function weaknesses(judged: readonly Judged[], { min, max }: Scale): Judged[] {
  const middle = (min + max) / 2;
  const low = judged.filter(({ mean }) => mean < middle + 0.5)
    .toSorted((a, b) => Number(b.mustHave) - Number(a.mustHave) || a.mean - b.mean || b.criterion.weight - a.criterion.weight || a.position - b.position);
  // The second is named only where it is really low.
  return low.filter(({ mean }, index) => index === 0 || mean <= middle).slice(0, WEAKNESSES);
}

function strengthLine(judged: Judged, scale: Scale): string {
  return `- **${judged.criterion.name}**: ${wordsOf(judged, scale) ?? inOneLine(judged.criterion.indicators)}`;
}

function weaknessLine(judged: Judged, scale: Scale, phrases: FeedbackPhrases): string {
  const { criterion, mustHave } = judged;
  const indicators = inOneLine(criterion.indicators);
  const parts = [wordsOf(judged, scale), indicators === '' ? undefined : phrases.lookFor(indicators.replace(/[.;]+$/, '')), mustHave ? phrases.mustHave : undefined];
  return `- **${criterion.name}**: ${parts.filter((part) => part !== undefined).join(' ')}`;
}

/** The anchor of the level that the mean is closest to; half way it is the lower one, so that nothing is praised that was not there. */
function wordsOf({ criterion, mean }: Judged, { min, max }: Scale): string | undefined {
  const level = Math.min(max, Math.max(min, Math.ceil(mean - 0.5)));
  const anchor = criterion.anchors.find((each) => each.level === level);
  return anchor && `“${inOneLine(anchor.text)}”`;
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
