import type { BarFact, Overall, VisitFacts } from './facts.ts';
import { sum } from './statistics/mean.ts';

/**
 * Overall score: the weighted mean of stage percents over the complete visits of stages with a weight, with its coverage. A stage that
 * was visited twice counts with its latest scored visit. Undefined while no such stage is complete.
 * @param weights percent by stage, of the stages that are on for the role
 */
export function overall(visits: readonly VisitFacts[], weights: ReadonlyMap<string, number>): Overall | undefined {
  const latest = new Map<string, VisitFacts>();
  for (const visit of visits) if (visit.panel?.complete && visit.score?.percent !== undefined) latest.set(visit.stage, visit);
  const parts = [...weights].flatMap(([stage, weight]) => {
    const visit = latest.get(stage);
    const score = visit?.score;
    if (!visit?.rubric || score?.percent === undefined || weight === 0) return [];
    const { min, max } = visit.rubric.scale;
    const percentOf = (total: number): number => (100 * (total - min)) / (max - min);
    const [low, high] = score.spread ?? [min, max];
    return [{ visit: visit.name, stage, weight, percent: score.percent, low: percentOf(low), high: percentOf(high), incomplete: score.incomplete.length > 0 }];
  });
  const known = sum(parts.map((part) => part.weight));
  if (known === 0) return undefined;
  const weighted = (value: (part: (typeof parts)[number]) => number): number => sum(parts.map((part) => part.weight * value(part))) / known;
  return {
    percent: weighted((part) => part.percent),
    coverage: known / sum([...weights.values()]),
    spread: [weighted((part) => part.low), weighted((part) => part.high)],
    incomplete: parts.some((part) => part.incomplete),
    stages: parts.map(({ visit, stage, percent, weight }) => ({ visit, stage, percent, weight })),
  };
}

/** The visit whose answers to the bar stand beside the decision: the last complete one with a counted score. */
export function decidingVisit(visits: readonly VisitFacts[]): VisitFacts | undefined {
  return visits.findLast((visit) => visit.panel?.complete === true && visit.scores.some((score) => score.counted));
}

/** Answers to the pipeline's question and recommendations of one visit, by person. */
export function barFacts(visit: VisitFacts | undefined): BarFact[] {
  return (visit?.scores ?? []).map(({ person, effective, counted }) => ({
    person, visit: visit?.name ?? '', bar: effective.value.bar, recommendation: effective.value.recommendation, counted,
  }));
}
