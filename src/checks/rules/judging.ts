import type { Rubric } from '../../model/rubric.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Problem } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';
import { problem, type Rule } from '../rule.ts';

// A process judges how somebody explains things, and asks how somebody works with others.
const whole: Rule = {
  holds: 'A process judges how somebody explains things, and asks how somebody works with others.',
  codes: ['pipeline/no-communication', 'pipeline/no-collaboration'],
  check: (workspace) => [...workspace.pipelines.values()].flatMap(({ path, value }): Problem[] => {
    const rubrics = rubricsOf(workspace, value);
    if (rubrics === undefined) return [];
    const problems: Problem[] = [];
    if (!rubrics.some((rubric) => rubric.communication !== 'elsewhere' && rubric.communication.some((id) => weighs(rubric, id)))) {
      problems.push(problem('pipeline/no-communication', { path, key: ['stages'] }, `No rubric of “${value.title}” gives weight to how things are explained.`, 'Name a criterion in communication: of one of its rubrics.'));
    }
    if (!rubrics.some((rubric) => rubric.collaboration.length > 0)) {
      problems.push(problem('pipeline/no-collaboration', { path, key: ['stages'] }, `No rubric of “${value.title}” judges how somebody works with others.`, 'Name a criterion in collaboration: of one of its rubrics, and ask about it.'));
    }
    return problems;
  }),
};

/** Current rubrics of every stage that all candidates meet; undefined when one of them cannot be found. */
function rubricsOf(workspace: Workspace, pipeline: Pipeline): Rubric[] | undefined {
  const found: Rubric[] = [];
  for (const stage of pipeline.stages) {
    if (stage.optional || stage.kind === 'final' || stage.kind === 'offer') continue;
    const id = stage.rubric ?? workspace.challenges.get(stage.challenge ?? '')?.page.value.rubric;
    const rubric = id === undefined ? undefined : workspace.rubrics.get(id)?.current?.value;
    // Something else is wrong already; guessing on would only hide it.
    if (!rubric) return undefined;
    found.push(rubric);
  }
  return found;
}

function weighs(rubric: Rubric, id: string): boolean {
  return rubric.criteria.some((criterion) => criterion.id === id && criterion.weight > 0);
}

export const judging: readonly Rule[] = [whole];
