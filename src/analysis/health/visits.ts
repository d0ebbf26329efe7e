import type { Rubric } from '../../model/rubric.ts';
import type { Score } from '../../model/score.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { WorkspaceFacts } from '../candidate.ts';
import type { CandidateFacts, VisitFacts } from '../facts.ts';
import type { CriterionScore } from '../rubric-score.ts';

/** A visit whose panel is complete, with the counted marks alone. */
export interface ScoredVisit {
  readonly reference: string;
  readonly rubric: Rubric;
  /** In the rubric's order. */
  readonly criteria: readonly CriterionScore[];
  /** What each counted reviewer marked, by criterion. */
  readonly counted: readonly Score['marks'][];
}

/** A visit to a stage that sets a challenge. */
export interface TaskVisit {
  readonly pipeline: string;
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly scored: ScoredVisit | undefined;
}

/** What of an erased candidate's visit to such a stage is known. */
export interface ErasedVisit {
  readonly pipeline: string;
  readonly stage: string;
  readonly how: VisitFacts['how'];
}

/** Everything that health is counted from: one pass over all candidates. */
export interface HealthVisits {
  /** By challenge. */
  readonly tasks: ReadonlyMap<string, { readonly visits: readonly TaskVisit[]; readonly erased: readonly ErasedVisit[] }>;
  /** By rubric version, `technical-challenge@3`. */
  readonly rubrics: ReadonlyMap<string, readonly ScoredVisit[]>;
}

/** Gathers visits by challenge and by rubric version; marks only of complete panels, and of them only those that count. */
export function healthVisits(workspace: Workspace, facts: WorkspaceFacts): HealthVisits {
  const tasks = new Map<string, { visits: TaskVisit[]; erased: ErasedVisit[] }>();
  const rubrics = new Map<string, ScoredVisit[]>();
  const of = (challenge: string): { visits: TaskVisit[]; erased: ErasedVisit[] } => entry(tasks, challenge, () => ({ visits: [], erased: [] }));
  for (const [role, candidates] of facts.roles) {
    const pipeline = workspace.roles.get(role)?.value.pipeline ?? '';
    const challenges = new Map((workspace.pipelines.get(pipeline)?.value.stages ?? []).flatMap(({ id, challenge }) => (challenge === undefined ? [] : [[id, challenge] as const])));
    for (const candidate of candidates) {
      for (const visit of candidate.visits) {
        const scored = scoredVisit(visit);
        if (scored) entry(rubrics, scored.reference, () => []).push(scored);
        const challenge = challenges.get(visit.stage);
        if (challenge !== undefined) of(challenge).visits.push({ pipeline, candidate, visit, scored });
      }
      // While the record still stands its own visits count, or they would be counted twice.
      if (candidate.visits.length > 0) continue;
      for (const { stage, how } of candidate.folder.erased?.value.visits ?? []) {
        const challenge = challenges.get(stage);
        if (challenge !== undefined) of(challenge).erased.push({ pipeline, stage, how });
      }
    }
  }
  return { tasks, rubrics };
}

function scoredVisit({ panel, rubric, score, scores }: VisitFacts): ScoredVisit | undefined {
  if (!panel?.complete || panel.reference === undefined || !rubric || !score) return undefined;
  return { reference: panel.reference, rubric, criteria: score.criteria, counted: scores.flatMap(({ counted, effective }) => (counted ? [effective.value.marks] : [])) };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
