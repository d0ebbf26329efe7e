import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts, VisitFacts } from './facts.ts';

/** What the training of everybody is counted from. */
export interface Usage {
  /** By person, then by rubric and version: scores, and those of them as a shadow. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, { readonly all: number; readonly shadow: number }>>;
  /** By person, then by rubric and version: a candidate whose score they were asked for and owe, rather one for which they are a shadow. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, { readonly candidate: string; readonly shadow: boolean }>>;
  /** By rubric and version: visits with a named panel that waits. */
  readonly waiting: ReadonlyMap<string, readonly { readonly candidate: CandidateFacts; readonly visit: VisitFacts }[]>;
}

const counted = new WeakMap<WorkspaceFacts, Usage>();

/** One pass over all candidates, whoever asks next. */
export function usageOf(facts: WorkspaceFacts): Usage {
  const before = counted.get(facts);
  if (before) return before;
  const given = new Map<string, Map<string, { all: number; shadow: number }>>();
  const asked = new Map<string, Map<string, { candidate: string; shadow: boolean }>>();
  const waiting = new Map<string, { candidate: CandidateFacts; visit: VisitFacts }[]>();
  for (const candidate of facts.all) {
    for (const visit of candidate.visits) {
      for (const { person, effective, leftOut } of visit.scores) {
        const byRubric = given.get(person) ?? new Map<string, { all: number; shadow: number }>();
        const tally = byRubric.get(effective.value.rubric) ?? { all: 0, shadow: 0 };
        tally.all += 1;
        if (leftOut === 'shadow') tally.shadow += 1;
        given.set(person, byRubric.set(effective.value.rubric, tally));
      }
    }
    const visit = candidate.current;
    const reference = visit?.panel?.reference;
    if (!visit?.panel?.named || visit.phase !== 'ours' || reference === undefined) continue;
    waiting.set(reference, [...waiting.get(reference) ?? [], { candidate, visit }]);
    for (const place of visit.panel.asked) {
      if (place.in || place.released !== undefined) continue;
      const own = asked.get(place.person) ?? new Map<string, { candidate: string; shadow: boolean }>();
      if (!own.has(reference) || (place.shadow && own.get(reference)?.shadow !== true)) own.set(reference, { candidate: candidate.id, shadow: place.shadow });
      asked.set(place.person, own);
    }
  }
  const usage = { given, asked, waiting };
  counted.set(facts, usage);
  return usage;
}
