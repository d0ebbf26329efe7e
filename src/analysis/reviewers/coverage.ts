import { clusteredRatio, type Ratio } from './ratio.ts';
import { SCORES_GUARD, type CountedScore } from './work.ts';

/** A criterion somebody found nothing to see for, and how it was with the others on the same visits. */
export interface SkippedCriterion {
  readonly rubric: string;
  readonly criterion: string;
  readonly name: string;
  /** Scores without a mark on it, of all that could have one. */
  readonly skipped: number;
  readonly of: number;
  /** Marks of the others on it, of their scores on the visits where this person gave none. */
  readonly others: { readonly marked: number; readonly of: number };
}

/** How many criteria were marked instead of not observed: over everything and by rubric, most often scored first. */
export interface CriteriaCovered {
  readonly scores: number;
  readonly all: Ratio;
  readonly rubrics: readonly ({ readonly rubric: string; readonly title: string; readonly scores: number } & Ratio)[];
  /** Most often skipped first. */
  readonly skipped: readonly SkippedCriterion[];
}

/** Counts marks against the criteria of the rubric version each visit keeps. */
export function criteriaCovered(counted: readonly CountedScore[]): CriteriaCovered {
  const rows = counted.flatMap((each) => {
    const { rubric, rubricId } = each.visit;
    if (!rubric || rubricId === undefined) return [];
    return [{ ...each, rubric, id: rubricId, part: rubric.criteria.filter(({ id }) => each.marks.has(id)).length, whole: rubric.criteria.length }];
  });
  const skipped = new Map<string, { -readonly [K in keyof SkippedCriterion]: SkippedCriterion[K] }>();
  for (const { id: rubricId, rubric, marks, others } of rows) {
    for (const { id, name } of rubric.criteria) {
      const key = `${rubricId} ${id}`;
      const each = skipped.get(key) ?? { rubric: rubricId, criterion: id, name, skipped: 0, of: 0, others: { marked: 0, of: 0 } };
      skipped.set(key, each);
      each.of += 1;
      if (marks.has(id)) continue;
      each.skipped += 1;
      const marked = others.filter((other) => other.has(id)).length;
      each.others = { marked: each.others.marked + marked, of: each.others.of + others.length };
    }
  }
  const byRubric = [...Map.groupBy(rows, ({ id }) => id)].sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
  return {
    scores: rows.length,
    all: clusteredRatio(rows, SCORES_GUARD),
    rubrics: byRubric.map(([rubric, list]) => ({ rubric, title: list.at(-1)?.rubric.title ?? rubric, scores: list.length, ...clusteredRatio(list, SCORES_GUARD) })),
    skipped: [...skipped.values()].filter((each) => each.skipped > 0).sort((a, b) => b.skipped - a.skipped || b.skipped / b.of - a.skipped / a.of || (a.criterion < b.criterion ? -1 : 1)),
  };
}
