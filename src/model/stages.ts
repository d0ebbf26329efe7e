import type { Pipeline, Stage } from './pipeline.ts';
import type { StageLike } from './replay.ts';

/** The words for a stage: its title, or its id spelled out (`technical-challenge` → "Technical challenge"). */
export function stageTitle(stage: Pick<Stage, 'id' | 'title'>): string {
  if (stage.title !== undefined) return stage.title;
  const words = stage.id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The stages of a pipeline that are on for a role: all but the optional ones it does not list in `with`. */
export function stagesOf(pipeline: Pipeline, switchedOn: readonly string[]): Stage[] {
  return pipeline.stages.filter((stage) => stage.optional !== true || switchedOn.includes(stage.id));
}

/**
 * What the state machine needs, for one role. A retired stage stays known to old records; only at `today`
 * (a day, in the organisation's time zone) on or after its retirement can nobody enter it.
 */
export function stagesForReplay(pipeline: Pipeline, switchedOn: readonly string[], today: string): StageLike[] {
  return stagesOf(pipeline, switchedOn).map((stage) => ({
    id: stage.id, kind: stage.kind, open: stage.retired === undefined || stage.retired > today,
    ...(stage.retired !== undefined && { retired: stage.retired }),
  }));
}
