import type { Stage } from '../../model/pipeline.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedChallenge } from '../published/process.ts';

/** The stages of all pipelines for which something holds, such as using a rubric or a challenge. */
export function stagesUsing(lookup: Lookup, holds: (stage: Stage, challengeRubric: string | undefined) => boolean): PublishedChallenge['usedBy'] {
  const uses: PublishedChallenge['usedBy'] = [];
  for (const [id, pipeline] of lookup.workspace.pipelines) {
    for (const stage of pipeline.value.stages) {
      const brought = stage.challenge === undefined ? undefined : lookup.workspace.challenges.get(stage.challenge)?.page.value.rubric;
      if (holds(stage, brought)) uses.push({ pipeline: id, pipelineTitle: pipeline.value.title, stage: stage.id, stageTitle: stageTitle(stage) });
    }
  }
  return uses;
}
