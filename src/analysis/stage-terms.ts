import type { Duration } from '../model/duration.ts';
import type { Stage } from '../model/pipeline.ts';
import type { Challenge } from '../model/challenge.ts';
import { isScored } from '../model/stage-kind.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ReplyPromises } from './time/reply.ts';

/** What holds in one stage of one role, with what its challenge and the settings bring. */
export interface StageTerms {
  readonly stage: Stage;
  readonly challenge: Challenge | undefined;
  /** The stage's own rubric wins over the challenge's; undefined where nobody scores. */
  readonly rubric: string | undefined;
  readonly window: Duration | undefined;
  readonly startWithin: Duration | undefined;
  readonly length: Duration | undefined;
  /** People who score where no panel file says otherwise; 1 unless the stage says more, 0 where nobody scores. */
  readonly reviewers: number;
  readonly replyPromises: ReplyPromises;
  /** The promise that holds where no message makes another. */
  readonly replyWithin: Duration;
}

/** Looks up what holds in a stage. `role` may be unknown: then only stage and settings promise anything. */
export function stageTerms(workspace: Workspace, stage: Stage, role: string | undefined): StageTerms {
  const challenge = stage.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value;
  const ofRole = role === undefined ? undefined : workspace.roles.get(role)?.value.promises?.reply_within;
  const settings = workspace.settings.value.promises.reply_within;
  return {
    stage, challenge,
    rubric: isScored(stage.kind) ? (stage.rubric ?? challenge?.rubric) : undefined,
    window: challenge?.window,
    startWithin: stage.start_within ?? challenge?.start_within,
    length: stage.length ?? challenge?.length,
    reviewers: isScored(stage.kind) ? (stage.reviewers ?? 1) : 0,
    replyPromises: { stage: stage.reply_within, role: ofRole, settings },
    replyWithin: stage.reply_within ?? ofRole ?? settings,
  };
}
