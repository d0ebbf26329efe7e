import type { CandidateFacts, VisitFacts } from '../facts.ts';

/** Something that was scored in hiring. */
export interface Predictor {
  readonly kind: 'overall' | 'stage' | 'criterion';
  /** `overall`; `technical-challenge · senior-challenge`; `senior-challenge@3 · testing`. */
  readonly key: string;
  readonly stage: string | undefined;
  readonly rubric: string | undefined;
  /** With its version: criteria of two versions are two things. */
  readonly reference: string | undefined;
  readonly criterion: string | undefined;
}

/** One candidate's figure of one predictor, in percent of the scale. */
export interface Scored {
  readonly predictor: Predictor;
  readonly percent: number;
}

/**
 * What one candidate was scored with: the overall score, the latest visit of each stage, and each criterion of it. Complete panels only;
 * a score without coverage or without a must-have is not read as one. Stages are told apart by their rubric, in whatever version,
 * since percents of two versions may stand side by side; criteria only by version.
 */
export function scoredOf(facts: CandidateFacts): Scored[] {
  const found: Scored[] = [];
  if (facts.overall && !facts.overall.incomplete) found.push({ predictor: { kind: 'overall', key: 'overall', stage: undefined, rubric: undefined, reference: undefined, criterion: undefined }, percent: facts.overall.percent });
  const latest = new Map<string, VisitFacts>();
  for (const visit of facts.visits) if (visit.panel?.complete && visit.score?.percent !== undefined && visit.score.incomplete.length === 0) latest.set(visit.stage, visit);
  for (const visit of latest.values()) {
    const { stage, rubricId: rubric, score } = visit;
    const reference = visit.panel?.reference;
    if (score?.percent === undefined || rubric === undefined || reference === undefined || !visit.rubric) continue;
    found.push({ predictor: { kind: 'stage', key: `${stage} · ${rubric}`, stage, rubric, reference: undefined, criterion: undefined }, percent: score.percent });
    const { min, max } = visit.rubric.scale;
    for (const { id, mean } of score.criteria) {
      if (mean !== undefined) found.push({ predictor: { kind: 'criterion', key: `${reference} · ${id}`, stage: undefined, rubric, reference, criterion: id }, percent: (100 * (mean - min)) / (max - min) });
    }
  }
  return found;
}
