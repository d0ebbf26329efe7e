import type { Rubric } from '../model/rubric.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CandidateFacts, VisitFacts } from './facts.ts';
import { rubricScore } from './rubric-score.ts';
import { marksOf } from './scores.ts';

/** Percents this near to the guidance are worth a second look. */
export const NEAR = 5;

/** A score that was given, and what another text of its rubric would have made of the same marks. */
export interface Recomputed {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  /** Percent of the scale’s range. */
  readonly before: number;
  readonly after: number;
  /** The stage’s `advance_at`, in percent; it never decides. */
  readonly guidance: number | undefined;
  /** On which side of the guidance it falls now, where that changes. */
  readonly crosses: 'up' | 'down' | undefined;
  /** Whether it comes to lie within {@link NEAR} points of the guidance. */
  readonly near: boolean;
}

/** Which visits keep to which version of a rubric. */
export interface HeldVersion {
  readonly version: number;
  readonly visits: number;
  /** Those whose panel is not complete yet. */
  readonly open: number;
}

/** What a change of a rubric touches. */
export interface RubricEffect {
  /** Newest first. */
  readonly held: readonly HeldVersion[];
  /** Complete visits whose percent would be another one, the widest difference first. */
  readonly moved: readonly Recomputed[];
  /** Complete visits that were looked at. */
  readonly compared: number;
  /** Complete visits that cannot be compared: another scale, or no criterion of theirs is left. */
  readonly apart: number;
}

/**
 * Looks up who keeps to which version, and weighs the marks of past visits with another text: criteria that are gone drop out, new ones have
 * no marks. Nobody’s score changes by it; it shows what the change means.
 * @param mayShow whether the marks of a visit may be seen at all; what may not is never computed with
 */
export function rubricEffect(workspace: Workspace, all: readonly CandidateFacts[], id: string, after: Rubric | undefined, mayShow: (visit: VisitFacts) => boolean): RubricEffect {
  const visits = all.flatMap((facts) => facts.visits.filter((visit) => visit.rubricId === id).map((visit) => ({ facts, visit })));
  const versions = Map.groupBy(visits, ({ visit }) => Number(visit.panel?.reference?.split('@')[1] ?? 0));
  const held = [...versions].sort(([a], [b]) => b - a)
    .map(([version, each]) => ({ version, visits: each.length, open: each.filter(({ visit }) => visit.panel?.complete !== true).length }));
  const past = visits.filter(({ visit }) => visit.panel?.complete === true && mayShow(visit) && visit.score?.percent !== undefined);
  const recomputed = after === undefined ? [] : past.flatMap(({ facts, visit }) => recompute(workspace, facts, visit, after) ?? []);
  return {
    held,
    moved: recomputed.filter(({ before, after: now }) => Math.abs(now - before) >= 0.05).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
    compared: recomputed.length,
    apart: after === undefined ? 0 : past.length - recomputed.length,
  };
}

function recompute(workspace: Workspace, facts: CandidateFacts, visit: VisitFacts, rubric: Rubric): Recomputed | undefined {
  const before = visit.score?.percent;
  const scale = visit.rubric?.scale;
  if (before === undefined || scale?.min !== rubric.scale.min || scale.max !== rubric.scale.max) return undefined;
  const after = rubricScore(rubric, visit.scores.filter(({ counted }) => counted).map(({ effective }) => marksOf(effective.value))).percent;
  if (after === undefined) return undefined;
  const pipeline = workspace.roles.get(facts.role)?.value.pipeline;
  const guidance = pipeline === undefined ? undefined : workspace.pipelines.get(pipeline)?.value.stages.find(({ id }) => id === visit.stage)?.advance_at;
  // Sums of tenths are a hair off: 65 % must reach 65 %.
  const reaches = (percent: number): boolean => guidance !== undefined && percent >= guidance - 1e-9;
  const crosses = reaches(before) === reaches(after) ? undefined : reaches(after) ? 'up' : 'down';
  return { role: facts.role, candidate: facts.id, visit: visit.name, before, after, guidance, crosses, near: guidance !== undefined && Math.abs(after - guidance) <= NEAR };
}
