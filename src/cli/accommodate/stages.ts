import type { CandidateFacts } from '../../analysis/facts.ts';
import { isHandedIn } from '../../model/stage-kind.ts';
import { stagesOf } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';

/**
 * Stages in which granted time holds where nobody says which: the current one, if a date of the candidate runs in it, and every later one
 * in which work is handed in, so that nobody has to ask twice.
 */
export function stagesAhead(workspace: Workspace, { role, current }: CandidateFacts, today: string): string[] {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  const stages = opening && pipeline ? stagesOf(pipeline, opening.with) : [];
  const here = stages.findIndex((stage) => stage.id === current?.stage);
  const runs = current !== undefined && (current.deadline ?? current.startBy) !== undefined && (current.phase === 'entered' || current.phase === 'working' || current.phase === 'theirs');
  return stages.filter((stage, index) => (index === here ? runs : index > here && isHandedIn(stage.kind) && (stage.retired === undefined || stage.retired > today))).map((stage) => stage.id);
}
