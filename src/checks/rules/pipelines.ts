import type { Stage } from '../../model/pipeline.ts';
import type { KeyPath, Problem } from '../../model/problem.ts';
import { isHandedIn, isScored, type StageKind } from '../../model/stage-kind.ts';
import type { Stored, Workspace } from '../../model/workspace.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { figure } from '../words.ts';

// Challenge, rubric and question sets of a stage exist, and the sets are meant for those who get them.
const references: Rule = {
  holds: 'Challenge, rubric and question sets of a stage exist, and the sets are meant for those who get them.',
  codes: ['reference/unknown-challenge', 'reference/unknown-rubric', 'reference/unknown-questions', 'questions/wrong-audience'],
  check: (workspace) => eachStage(workspace, ({ path, stage, key }) => {
    const problems: Problem[] = [];
    if (stage.challenge !== undefined) problems.push(...unresolved(workspace, 'challenge', stage.challenge, { path, key: [...key, 'challenge'] }, `The challenge of “${stage.id}”`));
    if (stage.rubric !== undefined) problems.push(...unresolved(workspace, 'rubric', stage.rubric, { path, key: [...key, 'rubric'] }, `The rubric of “${stage.id}”`));
    for (const [field, audience] of [['questions', 'candidates'], ['guide', 'interviewers']] as const) {
      const set = stage[field];
      if (set === undefined) continue;
      const place = { path, key: [...key, field] };
      problems.push(...unresolved(workspace, 'questions', set, place, `The ${field === 'guide' ? 'interview guide' : 'question set'} of “${stage.id}”`));
      const found = workspace.questions.get(set)?.value.for;
      if (found !== undefined && found !== audience) {
        problems.push(problem('questions/wrong-audience', place, `“${field}” of “${stage.id}” is the set “${set}”, which is for ${found === 'survey' ? 'surveys' : found}, not for ${audience}.`, `Name a set with for: ${audience}.`));
      }
    }
    return problems;
  }),
};

// Stage ids are unique, screening comes first, the offer last and after a decision.
const order: Rule = {
  holds: 'Stage ids are unique, screening comes first, the offer last and after a decision.',
  codes: ['pipeline/duplicate-stage', 'pipeline/stage-order'],
  check: (workspace) => [...workspace.pipelines.values()].flatMap(({ path, value }) => {
    const problems: Problem[] = [];
    const wrong = (index: number, message: string, hint: string): void => void problems.push(problem('pipeline/stage-order', { path, key: ['stages', index, 'kind'] }, message, hint));
    const seen = new Map<string, number>();
    value.stages.forEach((stage, index) => {
      const first = seen.get(stage.id);
      if (first !== undefined) problems.push(problem('pipeline/duplicate-stage', { path, key: ['stages', index, 'id'] }, `Two stages are called “${stage.id}”: number ${first + 1} and number ${index + 1}.`, 'Give one of them another id.'));
      seen.set(stage.id, index);
      if (index === 0 && stage.kind !== 'screening') wrong(index, `The first stage “${stage.id}” is of kind ${stage.kind}; every application begins with screening.`, 'Begin with a stage of kind: screening.');
      if (index > 0 && stage.kind === 'screening') wrong(index, `“${stage.id}” is of kind screening, but stands at number ${index + 1}; screening is the first stage.`, 'Use kind: call for a conversation after the application.');
      if (stage.kind === 'offer' && index !== value.stages.length - 1) wrong(index, `The offer “${stage.id}” is followed by “${value.stages[index + 1]?.id ?? ''}”; an offer is the last stage.`, 'Move the offer to the end of the list.');
      if (stage.kind === 'offer' && !value.stages.slice(0, index).some((other) => other.kind === 'final')) wrong(index, `The offer “${stage.id}” has no stage of kind final before it: nobody has answered the bar.`, 'Add a stage of kind: final before the offer.');
      if (stage.kind === 'final' && value.stages.slice(index + 1).some((other) => other.kind !== 'offer')) wrong(index, `The decision “${stage.id}” is followed by more than the offer.`, 'Move the stage of kind final right before the offer.');
    });
    return problems;
  }),
};

// The weights of the stages in use add up to 100, and only scored stages that everybody meets carry one.
const weights: Rule = {
  holds: 'The weights of the stages in use add up to 100, and only scored stages that everybody meets carry one.',
  codes: ['pipeline/weights-sum', 'pipeline/optional-weight', 'pipeline/unscored-weight'],
  check: (workspace, { catalogue }) => [...workspace.pipelines.values()].flatMap(({ path, value }) => {
    const problems: Problem[] = [];
    let tenths = 0;
    value.stages.forEach((stage, index) => {
      if (stage.weight === undefined || (stage.retired !== undefined && stage.retired <= catalogue.today)) return;
      const place = { path, key: ['stages', index, 'weight'] };
      if (stage.optional) problems.push(problem('pipeline/optional-weight', place, `“${stage.id}” is optional, but has a weight of ${figure(stage.weight)} %; candidates of different roles could not be compared.`, 'Remove the weight, or the line optional: true.'));
      else if (!isScored(stage.kind)) problems.push(problem('pipeline/unscored-weight', place, `“${stage.id}” is of kind ${stage.kind}, which nobody scores, but has a weight of ${figure(stage.weight)} %.`, 'Remove the weight.'));
      else tenths += Math.round(stage.weight * 10);
    });
    if (tenths !== 1000 && problems.length === 0) {
      const away = tenths < 1000 ? `${figure((1000 - tenths) / 10)} % are missing` : `${figure((tenths - 1000) / 10)} % are too many`;
      problems.push(problem('pipeline/weights-sum', { path, key: ['stages'] }, `The weights of the stages add up to ${figure(tenths / 10)} %, not 100 %: ${away}.`, 'Change weight: on the stages so that they add up to 100 %.'));
    }
    return problems;
  }),
};

// A stage has what its kind needs: a rubric, questions for screening, a challenge for work that is handed in.
const needs: Rule = {
  holds: 'A stage has what its kind needs: a rubric, questions for screening, a challenge for work that is handed in.',
  codes: ['pipeline/no-rubric', 'pipeline/no-questions', 'pipeline/no-challenge', 'pipeline/challenge-kind', 'pipeline/rubric-kind', 'pipeline/discusses'],
  check: (workspace, { catalogue }) => eachStage(workspace, ({ path, pipeline, stage, key, index }) => {
    const problems: Problem[] = [];
    const challenge = stage.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value;
    const rubricId = stage.rubric ?? challenge?.rubric;
    if (isScored(stage.kind) && rubricId === undefined && (stage.challenge === undefined || challenge)) {
      problems.push(problem('pipeline/no-rubric', { path, key }, `“${stage.id}” is of kind ${stage.kind}, but neither the stage nor a challenge names a rubric.`, `Add rubric: <rubric> to “${stage.id}”.`));
    }
    const rubric = rubricId === undefined ? undefined : workspace.rubrics.get(rubricId)?.current?.value;
    if (rubric && rubric.kind !== stage.kind) {
      problems.push(problem('pipeline/rubric-kind', { path, key: stage.rubric === undefined ? [...key, 'challenge'] : [...key, 'rubric'] }, `“${stage.id}” is of kind ${stage.kind}, but its rubric “${rubricId ?? ''}” is for ${rubric.kind}.`, `Choose a rubric with kind: ${stage.kind}.`));
    }
    if (stage.kind === 'screening' && stage.questions === undefined) problems.push(problem('pipeline/no-questions', { path, key }, `“${stage.id}” screens applications, but asks no questions.`, `Add questions: <set> to “${stage.id}”.`));
    if (needsChallenge(stage.kind) && stage.challenge === undefined) problems.push(problem('pipeline/no-challenge', { path, key }, `“${stage.id}” is of kind ${stage.kind}, but names no challenge: there is nothing to do and no window.`, `Add challenge: <challenge> to “${stage.id}”.`));
    if (challenge && challenge.kind !== stage.kind) problems.push(problem('pipeline/challenge-kind', { path, key: [...key, 'challenge'] }, `“${stage.id}” is of kind ${stage.kind}, but the challenge “${stage.challenge ?? ''}” is of kind ${challenge.kind}.`, `Write kind: ${challenge.kind}, or choose another challenge.`));
    if (stage.discusses !== undefined) {
      const earlier = pipeline.stages.slice(0, index).filter((other) => needsChallenge(other.kind) && !(other.retired !== undefined && other.retired <= catalogue.today)).map((other) => other.id);
      if (!earlier.includes(stage.discusses)) {
        problems.push(problem('pipeline/discusses', { path, key: [...key, 'discusses'] }, `“${stage.id}” discusses “${stage.discusses}”, which is no earlier stage in which work is handed in.`, earlier.length > 0 ? `Possible: ${earlier.join(', ')}.` : 'Remove discusses.'));
      }
    }
    return problems;
  }),
};

function needsChallenge(kind: StageKind): boolean {
  return isHandedIn(kind) || kind === 'trial';
}

interface StageAt { readonly path: string; readonly pipeline: Pipeline; readonly stage: Stage; readonly key: KeyPath; readonly index: number }

function eachStage(workspace: Workspace, check: (at: StageAt) => Problem[]): Problem[] {
  return [...workspace.pipelines.values()].flatMap(({ path, value }: Stored<Pipeline>) =>
    value.stages.flatMap((stage, index) => check({ path, pipeline: value, stage, key: ['stages', index], index })));
}

export const pipelines: readonly Rule[] = [references, order, weights, needs];
