import { NOT_OBSERVED } from '../model/score.ts';
import type { WorkspaceFacts } from './candidate.ts';

/** How one version of a rubric has been used by scores of complete visits. */
export interface RubricUse {
  /** `technical-challenge@3`. */
  readonly reference: string;
  readonly scores: number;
  /** First and last instant of submission, as written. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** By criterion: how often each level was given, and how often nothing was observed. */
  readonly given: ReadonlyMap<string, { readonly levels: ReadonlyMap<number, number>; readonly notObserved: number }>;
}

/** Counts the marks of effective scores by rubric version; visits that are not complete stay out, so that no mark shows early. */
export function rubricUse(facts: WorkspaceFacts): ReadonlyMap<string, RubricUse> {
  const scores = facts.all
    .flatMap((candidate) => candidate.visits)
    .filter((visit) => visit.panel?.complete)
    .flatMap((visit) => visit.scores.map((score) => score.effective.value));
  const byVersion = Map.groupBy(scores, (score) => score.rubric);
  return new Map([...byVersion].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reference, list]) => {
    const given = new Map<string, { levels: Map<number, number>; notObserved: number }>();
    for (const [criterion, { mark }] of list.flatMap((score) => Object.entries(score.marks))) {
      const counts = given.get(criterion) ?? { levels: new Map<number, number>(), notObserved: 0 };
      given.set(criterion, counts);
      if (mark === NOT_OBSERVED) counts.notObserved += 1;
      else counts.levels.set(mark, (counts.levels.get(mark) ?? 0) + 1);
    }
    const inOrder = list.map((score) => score.submitted).sort((a, b) => Date.parse(a) - Date.parse(b));
    return [reference, { reference, scores: list.length, first: inOrder[0], last: inOrder.at(-1), given }];
  }));
}
