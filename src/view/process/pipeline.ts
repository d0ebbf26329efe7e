import { processCost, stageCost } from '../../analysis/process-cost.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import type { Pipeline, Stage } from '../../model/pipeline.ts';
import { stageTitle } from '../../model/stages.ts';
import { orNull, rounded } from '../instants.ts';
import { roleState, type Lookup } from '../lookup.ts';
import type { PublishedPipeline } from '../published/process.ts';

/** The page of one pipeline. Its cost counts the stages that are on without a role; a role may switch more on. */
export function publishedPipeline(id: string, path: string, pipeline: Pipeline, lookup: Lookup): PublishedPipeline {
  const { workspace, today } = lookup;
  const cost = processCost(workspace, id);
  return {
    id,
    title: pipeline.title,
    about: orNull(pipeline.about?.trim()),
    bar: pipeline.bar.trim(),
    path,
    cost: { hours: rounded(cost?.hours ?? 0), days: cost?.days ?? 0 },
    roles: [...workspace.roles].filter(([, role]) => role.value.pipeline === id).map(([roleId, role]) => ({ id: roleId, title: role.value.title, state: roleState(role.value, today) })),
    stages: pipeline.stages.map((stage) => publishedStage(stage, lookup)),
  };
}

function publishedStage(stage: Stage, lookup: Lookup): PublishedPipeline['stages'][number] {
  const terms = stageTerms(lookup.workspace, stage, undefined);
  const { challenge } = terms;
  const cost = stageCost(lookup.workspace, stage);
  return {
    id: stage.id,
    title: stageTitle(stage),
    kind: stage.kind,
    why: stage.why.trim(),
    optional: stage.optional === true,
    retired: orNull(stage.retired),
    challenge: orNull(stage.challenge),
    challengeTitle: orNull(challenge?.title),
    rubric: orNull(terms.rubric),
    rubricTitle: terms.rubric === undefined ? null : (lookup.workspace.rubrics.get(terms.rubric)?.current?.value.title ?? terms.rubric),
    questions: orNull(stage.questions),
    guide: orNull(stage.guide),
    discusses: orNull(stage.discusses),
    effort: orNull(challenge?.effort?.text),
    window: orNull(terms.window?.text),
    length: orNull(terms.length?.text),
    startWithin: orNull(terms.startWithin?.text),
    replyWithin: terms.replyWithin.text,
    reviewers: terms.rubric === undefined ? null : terms.reviewers,
    weight: orNull(stage.weight),
    advanceAt: orNull(stage.advance_at),
    paid: cost.paid,
    hours: rounded(cost.hours),
    days: cost.days,
  };
}
