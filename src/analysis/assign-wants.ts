import { compareText } from '../model/problem.ts';
import type { Stage } from '../model/pipeline.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts, Disagreement, VisitFacts } from './facts.ts';
import { stageTerms } from './stage-terms.ts';

/** A visit for which people are to be asked, and how many. */
export interface Want {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  /** 0 where everybody is asked. */
  readonly count: number;
  /** How many the stage asks for. */
  readonly reviewers: number;
  /** Who is on it already: asked and not released, or scored where nobody was asked by name. By id. */
  readonly members: readonly string[];
  /** The criterion on which they stand furthest apart, where that is why one more is asked. */
  readonly apart: Disagreement | undefined;
}

/**
 * How many people the visit a candidate is in still lacks. One more than the stage asks for is wanted where those who scored stand apart
 * by the settings' threshold, or where it is said.
 * @param third one more than the stage asks for, whatever the marks
 * @returns undefined where nobody scores, or it is over
 */
export function wantOf(workspace: Workspace, candidate: CandidateFacts, today: string, third = false): Want | undefined {
  const { current: visit, folder } = candidate;
  if (!visit?.panel || candidate.closed || visit.phase === 'closed') return undefined;
  const stage = stageOf(workspace, candidate.role, visit);
  if (!stage) return undefined;
  const { reviewers } = stageTerms(workspace, stage, candidate.role);
  const members = membersOf(folder, visit, today);
  const apart = visit.panel.complete ? visit.disagreements[0] : undefined;
  const more = members.length <= reviewers && (third || apart !== undefined) ? 1 : 0;
  const count = (visit.panel.complete ? 0 : Math.max(0, reviewers - members.length)) + more;
  return { candidate, visit, count, reviewers, members, apart: more > 0 && !third ? apart : undefined };
}

/** Visits whose work is in and that lack people. Screening is done in one sitting by whoever takes it, so there nobody is asked by name. */
export function lacking(workspace: Workspace, facts: WorkspaceFacts): Want[] {
  return facts.all.flatMap((candidate) => {
    const waits = candidate.current?.phase === 'ours' && candidate.current.panel?.complete === false && candidate.current.kind !== 'screening';
    const want = waits ? wantOf(workspace, candidate, facts.today) : undefined;
    return want && want.count > 0 ? [want] : [];
  });
}

/** Visits where those who scored stand apart and nobody more is asked. */
export function divided(workspace: Workspace, facts: WorkspaceFacts): Want[] {
  return facts.all.flatMap((candidate) => {
    const want = candidate.current?.panel?.complete === true && candidate.current.phase === 'ours' ? wantOf(workspace, candidate, facts.today) : undefined;
    return want?.apart ? [want] : [];
  });
}

/** Who is on a visit already, by id. A declared conflict ends a place like a release. */
function membersOf(folder: CandidateFolder, visit: VisitFacts, today: string): string[] {
  const conflicted = (person: string): boolean => (folder.conflicts.get(person)?.value.declared ?? '9999') <= today;
  const panel = folder.panels.get(visit.name)?.value;
  const people = panel
    ? panel.reviewers.filter((place) => place.released === undefined && place.shadow !== true && !conflicted(place.person)).map(({ person }) => person)
    : visit.scores.filter((score) => score.leftOut !== 'unasked' && score.leftOut !== 'conflict').map(({ person }) => person);
  return [...new Set(people)].sort(compareText);
}

/** The stage of a visit, as the pipeline of its role describes it. */
export function stageOf(workspace: Workspace, role: string, visit: VisitFacts): Stage | undefined {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  return pipeline?.stages.find(({ id }) => id === visit.stage);
}
