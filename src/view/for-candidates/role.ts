import { roleCost, stageCost } from '../../analysis/process-cost.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import type { Stage } from '../../model/pipeline.ts';
import type { Role } from '../../model/role.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { orNull, rounded } from '../instants.ts';
import { openSince, roleStages } from '../lookup.ts';
import { compensationWords } from '../process/challenge.ts';
import { publicCriteria } from './facts.ts';
import { LANGUAGE } from './language.ts';
import type { PublicRole, PublicStage } from './published.ts';

/** What a candidate may know of one opening. Of people only the name of the manager, who signs every message. */
export function publicRole(id: string, role: Role, workspace: Workspace, today: string): PublicRole {
  const cost = roleCost(workspace, id, today);
  return {
    id,
    title: role.title,
    language: LANGUAGE,
    level: role.level,
    stack: [...role.stack],
    headcount: role.headcount,
    pay: orNull(role.pay),
    openSince: orNull(openSince(role, today)),
    signedBy: orNull(workspace.people.get(role.manager)?.value.name),
    bar: workspace.pipelines.get(role.pipeline)?.value.bar.trim() ?? '',
    hours: rounded(cost?.hours ?? 0),
    days: cost?.days ?? 0,
    stages: stagesOfRole(workspace, role, today).map((stage) => publicStage(stage, id, role, workspace)),
  };
}

/** The stages that somebody who applies today will meet. */
export function stagesOfRole(workspace: Workspace, role: Role, today: string): Stage[] {
  return roleStages(workspace, role).filter((stage) => stage.retired === undefined || stage.retired > today);
}

function publicStage(stage: Stage, id: string, role: Role, workspace: Workspace): PublicStage {
  const terms = stageTerms(workspace, stage, id);
  const { challenge } = terms;
  const cost = stageCost(workspace, stage, id);
  const earlier = roleStages(workspace, role).find((each) => each.id === stage.discusses);
  return {
    id: stage.id,
    title: stageTitle(stage),
    kind: stage.kind,
    why: stage.why.trim(),
    effort: orNull(challenge?.effort?.text),
    window: orNull(terms.window?.text),
    length: orNull(terms.length?.text),
    startWithin: orNull(terms.startWithin?.text),
    replyWithin: terms.replyWithin.text,
    hours: rounded(cost.hours),
    days: cost.days,
    compensation: challenge === undefined ? null : compensationWords(challenge),
    discusses: earlier === undefined ? null : stageTitle(earlier),
    readers: terms.rubric === undefined ? 0 : terms.reviewers,
    criteria: publicCriteria(workspace, terms.rubric),
    notMarked: [...(challenge?.not_marked ?? [])],
    limits: { words: orNull(challenge?.limits?.words), video: orNull(challenge?.limits?.video?.text) },
    ai: challenge?.ai === undefined ? null : { use: challenge.ai.use, means: challenge.ai.means.trim() },
    questions: asked(stage, workspace),
    prepare: [...workspace.guide]
      .filter(([, page]) => page.value.stages.includes(stage.kind))
      .sort(([, a], [, b]) => (a.value.order ?? 999) - (b.value.order ?? 999))
      .map(([page, { value }]) => ({ id: page, title: value.title })),
  };
}

/** The questions of a stage, where they are for candidates; never what a strong answer shows. */
function asked(stage: Stage, workspace: Workspace): PublicStage['questions'] {
  const set = stage.questions === undefined ? undefined : workspace.questions.get(stage.questions)?.value;
  if (set?.for !== 'candidates') return [];
  return set.questions.map(({ ask, kind, limit, required }) => ({
    ask, kind, required, limit: limit?.words === undefined ? orNull(limit?.length?.text) : `at most ${limit.words} words`,
  }));
}
