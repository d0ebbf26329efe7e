import type { Pipeline } from '../model/pipeline.ts';
import { RUBRIC_REFERENCE } from '../model/person.ts';
import { replay, type Replay, type StageLike, type Visit } from '../model/replay.ts';
import type { Role } from '../model/role.ts';
import type { Rubric } from '../model/rubric.ts';
import { stagesForReplay } from '../model/stages.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';

/** One application with what its role and its events say. */
export interface Application {
  readonly folder: CandidateFolder;
  readonly role: Role | undefined;
  readonly pipeline: Pipeline | undefined;
  readonly replay: Replay | undefined;
  readonly visits: ReadonlyMap<string, Visit>;
}

/** What several rules look up, computed once for a workspace. */
export interface Catalogue {
  /** The day it is now in the organisation's time zone. */
  readonly today: string;
  readonly applications: readonly Application[];
  /** The day of an instant (milliseconds or as written) in the organisation's time zone. */
  readonly dayOf: (instant: number | string) => string;
  /** The rubric in the version that a reference such as `interview@2` names. */
  readonly rubricOf: (reference: string) => Rubric | undefined;
  /** Whether the settings are the team's own; where careful defaults stand in, closed lists mean nothing. */
  readonly hasSettings: boolean;
  /** Whether a file has problems of its own, so that others must not complain that it is missing. */
  readonly isBroken: (path: string) => boolean;
}

/** Computes the catalogue: one pass over all candidates. */
export function catalogueOf(workspace: Workspace, now: number): Catalogue {
  const dayOf = dayReader(workspace.calendar.timezone);
  const today = dayOf(now);
  const stagesOfRole = new Map<string, StageLike[]>();
  for (const [id, role] of workspace.roles) {
    const pipeline = workspace.pipelines.get(role.value.pipeline)?.value;
    if (pipeline) stagesOfRole.set(id, stagesForReplay(pipeline, role.value.with, today));
  }
  const applications: Application[] = [];
  for (const [roleId, folders] of workspace.candidates) {
    const role = workspace.roles.get(roleId)?.value;
    const pipeline = role && workspace.pipelines.get(role.pipeline)?.value;
    const stages = stagesOfRole.get(roleId);
    for (const folder of folders.values()) {
      const replayed = stages && folder.record ? replay(stages, folder.record.value.events) : undefined;
      const visits = new Map(replayed?.visits.map((visit) => [visit.name, visit]));
      applications.push({ folder, role, pipeline, replay: replayed, visits });
    }
  }
  const { path } = workspace.settings;
  return {
    today, applications, dayOf, rubricOf: rubricReader(workspace), isBroken: (file) => workspace.broken.has(file),
    hasSettings: !workspace.broken.has(path) && workspace.entries.some((entry) => entry.path === path),
  };
}

function rubricReader(workspace: Workspace): Catalogue['rubricOf'] {
  const seen = new Map<string, Rubric | undefined>();
  return (reference) => {
    if (!seen.has(reference)) seen.set(reference, find(workspace, reference));
    return seen.get(reference);
  };
}

function find(workspace: Workspace, reference: string): Rubric | undefined {
  const match = RUBRIC_REFERENCE.exec(reference);
  const history = workspace.rubrics.get(match?.[1] ?? '');
  const version = Number(match?.[2]);
  const frozen = history?.versions.get(version)?.value;
  // A current text that was not frozen yet is a problem of its own; scores of it are judged by what it says now.
  return frozen ?? (history?.current?.value.version === version ? history.current.value : undefined);
}

function dayReader(timezone: string): Catalogue['dayOf'] {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    // The settings name no zone that exists, which is a problem of its own.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });
  }
  const seen = new Map<number | string, string>();
  return (instant) => {
    let day = seen.get(instant);
    if (day === undefined) {
      day = format.format(typeof instant === 'string' ? Date.parse(instant) : instant);
      seen.set(instant, day);
    }
    return day;
  };
}
