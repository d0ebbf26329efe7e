import type { Rubric } from '../../model/rubric.ts';
import type { Pipeline, Stage } from '../../model/pipeline.ts';
import type { Problem } from '../../model/problem.ts';
import type { Workspace } from '../../model/workspace.ts';
import { notKnown } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

// A process judges how somebody explains things, and asks how somebody works with others.
const whole: Rule = {
  holds: 'A process judges how somebody explains things, and asks how somebody works with others.',
  codes: ['pipeline/no-communication', 'pipeline/no-collaboration', 'pipeline/collaboration-not-asked'],
  check: (workspace) => [...workspace.pipelines.values()].flatMap(({ path, value }): Problem[] => {
    const judged = judgedStages(workspace, value);
    if (judged === undefined) return [];
    const rubrics = judged.map(({ rubric }) => rubric);
    const problems: Problem[] = [];
    if (!rubrics.some((rubric) => rubric.communication !== 'elsewhere' && rubric.communication.some((id) => weighs(rubric, id)))) {
      problems.push(problem('pipeline/no-communication', { path, key: ['stages'] }, `No rubric of “${value.title}” gives weight to how things are explained.`, 'Name a criterion in communication: of one of its rubrics.'));
    }
    if (!rubrics.some((rubric) => rubric.collaboration.length > 0)) {
      problems.push(problem('pipeline/no-collaboration', { path, key: ['stages'] }, `No rubric of “${value.title}” judges how somebody works with others.`, 'Name a criterion in collaboration: of one of its rubrics, and ask about it.'));
    } else if (!judged.some(({ stage, rubric }) => asks(workspace, stage, rubric))) {
      problems.push(problem('pipeline/collaboration-not-asked', { path, key: ['stages'] }, `No question of “${value.title}” speaks to a criterion on working with others, although a rubric judges it.`, 'Add a question with criterion: naming one of the criteria in collaboration.'));
    }
    return problems;
  }),
};

// A question that speaks to a criterion speaks to one that its stage judges.
const spokenTo: Rule = {
  holds: 'A question that speaks to a criterion speaks to one that its stage judges.',
  codes: ['reference/unknown-criterion'],
  check: (workspace) => {
    const known = new Map<string, Set<string>>();
    const unsure = new Set<string>();
    for (const { value } of workspace.pipelines.values()) {
      for (const stage of value.stages) {
        const criteria = rubricOf(workspace, stage)?.criteria.map((criterion) => criterion.id);
        for (const set of [stage.questions, stage.guide]) {
          if (set === undefined) continue;
          if (criteria) known.set(set, new Set([...(known.get(set) ?? []), ...criteria]));
          else unsure.add(set);
        }
      }
    }
    return [...workspace.questions].flatMap(([id, { path, value }]) => value.questions.flatMap(({ id: question, criterion }, index) => {
      const among = known.get(id);
      // A set that no stage uses, or one whose rubric cannot be found, is compared with nothing.
      if (criterion === undefined || !among || unsure.has(id) || among.has(criterion)) return [];
      return [notKnown('reference/unknown-criterion', { path, key: ['questions', index, 'criterion'] }, `“${question}” speaks to “${criterion}”, which no stage that asks it judges`, criterion, among, 'criteria')];
    }));
  },
};

interface JudgedStage { readonly stage: Stage; readonly rubric: Rubric }

/** Whether a set of the stage has a question on how somebody works with others. */
function asks(workspace: Workspace, stage: Stage, rubric: Rubric): boolean {
  return [stage.questions, stage.guide].some((set) =>
    workspace.questions.get(set ?? '')?.value.questions.some((question) => question.criterion !== undefined && rubric.collaboration.includes(question.criterion)));
}

function rubricOf(workspace: Workspace, stage: Stage): Rubric | undefined {
  const id = stage.rubric ?? workspace.challenges.get(stage.challenge ?? '')?.page.value.rubric;
  return id === undefined ? undefined : workspace.rubrics.get(id)?.current?.value;
}

/** Every scored stage that all candidates meet, with its current rubric; undefined when one of them cannot be found. */
function judgedStages(workspace: Workspace, pipeline: Pipeline): JudgedStage[] | undefined {
  const found: JudgedStage[] = [];
  for (const stage of pipeline.stages) {
    if (stage.optional || stage.kind === 'final' || stage.kind === 'offer') continue;
    const rubric = rubricOf(workspace, stage);
    const sets = [stage.questions, stage.guide].filter((set) => set !== undefined);
    // Something else is wrong already; guessing on would only hide it.
    if (!rubric || sets.some((set) => !workspace.questions.has(set))) return undefined;
    found.push({ stage, rubric });
  }
  return found;
}

function weighs(rubric: Rubric, id: string): boolean {
  return rubric.criteria.some((criterion) => criterion.id === id && criterion.weight > 0);
}

export const judging: readonly Rule[] = [whole, spokenTo];
