import type { CandidateFacts, Overall, PanelFact, VisitFacts } from '../analysis/facts.ts';
import type { Settings } from '../model/settings.ts';

/**
 * Whether the marks of a visit may be published: when its panel is complete, or the settings hide nothing. Every mark, mean,
 * spread, recommendation and answer to the bar passes this gate and no other.
 */
export function mayShowScores(panel: PanelFact | undefined, settings: Settings): boolean {
  return settings.scores.hidden_until === 'never' || panel === undefined || panel.complete;
}

/** A visit with what may not be shown taken out: what is left of an incomplete panel is who is in. */
export function shownVisit(visit: VisitFacts, settings: Settings): VisitFacts {
  if (mayShowScores(visit.panel, settings)) return visit;
  return { ...visit, scores: [], score: undefined, disagreements: [], notAssessed: [] };
}

/** The overall score, unless a stage inside is incomplete: a figure without a must-have, or over too few criteria, stands nowhere alone. */
export function shownOverall({ overall }: Pick<CandidateFacts, 'overall'>): Overall | undefined {
  return overall?.incomplete === true ? undefined : overall;
}
