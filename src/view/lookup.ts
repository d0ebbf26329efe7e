import type { WorkspaceFacts } from '../analysis/candidate.ts';
import type { AdjustedVisit } from '../analysis/severity.ts';
import type { Role } from '../model/role.ts';
import { stagesOf, stageTitle } from '../model/stages.ts';
import type { Stage } from '../model/pipeline.ts';
import type { Workspace } from '../model/workspace.ts';

/** What the conversions look up, gathered once. */
export interface Lookup {
  readonly workspace: Workspace;
  /** Milliseconds since 1970: the moment everything is judged at. */
  readonly now: number;
  /** Day of `now` in the organisation's time zone. */
  readonly today: string;
  /** The day of an epoch in the organisation's time zone. */
  readonly dayOf: (epoch: number) => string;
  readonly facts: WorkspaceFacts;
  /** Pseudonyms that stand in more than one role; needed only where commands are named. */
  readonly twice?: ReadonlySet<string>;
  /** Visits whose score has one adjusted for severity beside it, by `role/candidate/visit`; empty or missing where severity is not shown. */
  readonly adjusted?: ReadonlyMap<string, AdjustedVisit>;
}

/** The stage of a role's pipeline, on or not; undefined when the pipeline has none of that name. */
export function stageOfRole(workspace: Workspace, role: string, stage: string): Stage | undefined {
  const pipeline = workspace.roles.get(role)?.value.pipeline;
  return pipeline === undefined ? undefined : workspace.pipelines.get(pipeline)?.value.stages.find((each) => each.id === stage);
}

/** The words for a stage of a role; the id spelled out where the pipeline does not know it. */
export function stageTitleOf(workspace: Workspace, role: string, stage: string): string {
  return stageTitle(stageOfRole(workspace, role, stage) ?? { id: stage, title: undefined });
}

/** "Technical challenge", and from the second visit on "Technical challenge, visit 2". */
export function visitTitle(title: string, number: number): string {
  return number === 1 ? title : `${title}, visit ${number}`;
}

/** The stages a role goes through. */
export function roleStages(workspace: Workspace, role: Role): Stage[] {
  const pipeline = workspace.pipelines.get(role.pipeline)?.value;
  return pipeline ? stagesOf(pipeline, role.with) : [];
}

/** The state of a role on a day: the last one that has begun, or the first. */
export function roleState(role: Role, today: string): string {
  const begun = role.states.filter((state) => state.on <= today);
  return (begun.at(-1) ?? role.states[0])?.is ?? 'draft';
}

/** The day since which a role is open without a break, or was when it closed. */
export function openSince(role: Role, today: string): string | undefined {
  const begun = role.states.filter((state) => state.on <= today);
  let since: string | undefined;
  for (const state of begun) {
    if (state.is === 'open') since ??= state.on;
    if (state.is === 'draft') since = undefined;
  }
  return since;
}

/** One or two letters that stand for each person of a list: the first letter of the id where it is nobody else's. */
export function initialsOf(people: Iterable<string>): Map<string, string> {
  const ids = [...people];
  const initials = new Map<string, string>();
  for (const id of ids) {
    const alone = ids.every((other) => other === id || other[0] !== id[0]);
    const letters = id.slice(0, alone ? 1 : 2);
    initials.set(id, letters.charAt(0).toUpperCase() + letters.slice(1));
  }
  return initials;
}
