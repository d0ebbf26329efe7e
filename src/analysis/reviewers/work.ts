import type { WorkspaceFacts } from '../candidate.ts';
import type { AskedFact, CandidateFacts, ScoreFact, VisitFacts } from '../facts.ts';
import type { Marks } from '../rubric-score.ts';
import { marksOf } from '../scores.ts';

/** Below so many scores no figure is made of them: counts alone. The guard of a time in stage and of a conversion. */
export const SCORES_GUARD = 5;

/** A score that counts, of a panel that is complete: what anything made of marks is made of. */
export interface CountedScore {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly score: ScoreFact;
  readonly marks: Marks;
  /** Marks of each other who counts on the same visit. */
  readonly others: readonly Marks[];
}

/** One place on a panel file, and what came of it. */
export interface AskedPlace {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly place: AskedFact;
  readonly score: ScoreFact | undefined;
}

/** Everything one person was asked for and gave, in the order of roles and candidates. */
export interface ReviewerWork {
  readonly asked: AskedPlace[];
  /** Every visit scored, counted or not; amendments are not counted again. */
  readonly given: { readonly candidate: CandidateFacts; readonly visit: VisitFacts; readonly score: ScoreFact }[];
  readonly counted: CountedScore[];
}

/** One pass over all visits. Only people who were asked or have scored are in it. */
export function reviewerWork(facts: WorkspaceFacts): ReadonlyMap<string, ReviewerWork> {
  const all = new Map<string, ReviewerWork>();
  const of = (person: string): ReviewerWork => {
    const known = all.get(person) ?? { asked: [], given: [], counted: [] };
    all.set(person, known);
    return known;
  };
  for (const candidate of facts.all) {
    for (const visit of candidate.visits) {
      for (const place of visit.panel?.asked ?? []) of(place.person).asked.push({ candidate, visit, place, score: visit.scores.find(({ person }) => person === place.person) });
      for (const score of visit.scores) of(score.person).given.push({ candidate, visit, score });
      if (!visit.panel?.complete) continue;
      const counted = visit.scores.filter((score) => score.counted).map((score) => ({ candidate, visit, score, marks: marksOf(score.effective.value) }));
      for (const each of counted) of(each.score.person).counted.push({ ...each, others: counted.filter((other) => other !== each).map(({ marks }) => marks) });
    }
  }
  return all;
}
