import { calendarDays, upperHours } from '../model/duration.ts';
import type { Stage } from '../model/pipeline.ts';
import { stagesOf } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import { stageTerms } from './stage-terms.ts';

/** What one stage asks of a candidate when the full time is used. */
export interface StageCost {
  readonly stage: string;
  /** Unpaid hours: the upper effort of an unpaid challenge, or the length of a call or an interview. */
  readonly hours: number;
  /** Calendar days: start_within + window (a trial: its length) + reply_within, upper ends. */
  readonly days: number;
  /** Whether the work of the stage is paid. */
  readonly paid: boolean;
}

/** What a whole pipeline asks of a candidate. */
export interface ProcessCost {
  readonly hours: number;
  readonly days: number;
  readonly stages: readonly StageCost[];
}

/** Optional stages that are on, the role whose promises hold, and the day on which a retirement must have begun (without it every one has). */
export interface CostOptions {
  readonly with?: readonly string[];
  readonly role?: string;
  readonly today?: string;
}

/**
 * Unpaid hours and total calendar days of a pipeline: questionnaires are not counted, n business days count as ⌈7n/5⌉ days and hours as
 * ⌈h/24⌉. Retired stages are left out. Undefined when there is no such pipeline.
 */
export function processCost(workspace: Workspace, pipeline: string, options: CostOptions = {}): ProcessCost | undefined {
  const found = workspace.pipelines.get(pipeline)?.value;
  if (!found) return undefined;
  const { today = '9999-12-31' } = options;
  const stages = stagesOf(found, options.with ?? [])
    .filter((stage) => stage.retired === undefined || stage.retired > today)
    .map((stage) => stageCost(workspace, stage, options.role));
  return { stages, hours: stages.reduce((total, stage) => total + stage.hours, 0), days: stages.reduce((total, stage) => total + stage.days, 0) };
}

/** The same for the pipeline of a role with the optional stages it switches on. */
export function roleCost(workspace: Workspace, role: string, today?: string): ProcessCost | undefined {
  const opening = workspace.roles.get(role)?.value;
  return opening && processCost(workspace, opening.pipeline, { with: opening.with, role, ...(today === undefined ? {} : { today }) });
}

/** One stage's part; also for a stage that is optional and off. */
export function stageCost(workspace: Workspace, stage: Stage, role?: string): StageCost {
  const terms = stageTerms(workspace, stage, role);
  const paid = terms.challenge?.compensation !== undefined;
  const meeting = stage.kind === 'call' || stage.kind === 'interview';
  const work = meeting ? terms.length : terms.challenge?.effort;
  const span = stage.kind === 'trial' ? terms.length : terms.window;
  return {
    stage: stage.id, paid,
    hours: paid || !work ? 0 : upperHours(work),
    days: [terms.startWithin, span, terms.replyWithin].reduce((total, duration) => total + (duration ? calendarDays(duration) : 0), 0),
  };
}
