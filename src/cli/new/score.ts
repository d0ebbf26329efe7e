import { referenceOf } from '../../analysis/scores.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { rubricOf } from '../../analysis/visit.ts';
import { replay, type Visit } from '../../model/replay.ts';
import type { Rubric } from '../../model/rubric.ts';
import { BAR_ANSWERS, NOT_OBSERVED, RECOMMENDATIONS } from '../../model/score.ts';
import { isScored } from '../../model/stage-kind.ts';
import { stagesForReplay } from '../../model/stages.ts';
import type { CandidateFolder, Workspace } from '../../model/workspace.ts';
import { answer, oneOfThese } from '../ask.ts';
import { Mistake, textOption } from '../command.ts';
import { applicationOf } from './find.ts';
import { fileMade } from './made.ts';
import type { Maker, Making } from './maker.ts';
import { modeline } from '../new-files.ts';

/** An empty score: every criterion with its anchors beside it, every mark still to give. */
export const score: Maker = async (making) => {
  const { context, input, opened: { workspace } } = making;
  const folder = applicationOf(making, 'score');
  const visit = visitOf(making, folder);
  const people = [...workspace.people].filter(([, { value }]) => value.roles.includes('reviewer')).map(([id]) => id);
  const by = await answer(context, input, { option: 'by', ask: 'Who scores?', wrong: oneOfThese('reviewer', people) });
  const released = folder.panels.get(visit.name)?.value.reviewers.find((each) => each.person === by)?.released;
  if (released !== undefined) throw new Mistake(`“${by}” was released from ${visit.name} on ${released}.`);
  if (folder.conflicts.has(by)) throw new Mistake(`“${by}” declared a conflict of interest with ${folder.id}; somebody else scores.`);
  const before = (folder.scores.get(visit.name) ?? []).filter((each) => each.person === by).map((each) => each.amendment);
  if (before.length > 0) throw new Mistake(`“${by}” has scored ${visit.name} already. A score stays as it is; to change your mind, copy it to ${by}.${Math.max(...before) + 1}.yml and say why in because:.`);
  const reference = rubricOfVisit(workspace, folder, visit);
  const rubric = rubricOf(workspace, reference);
  if (!rubric) throw new Mistake(`The text of ${reference} is missing or broken; “hire check” says what is wrong.`);
  const path = `${folder.path}/scores/${visit.name}/${by}.yml`;
  return fileMade(making, folder.id, path, () => scoreSkeleton(path, reference, rubric, barOf(workspace, folder)), [
    'Fill it in; “hire check” names what is missing until it is complete.',
  ]);
};

/** The text of an empty score; `bar` is the pipeline's question. */
export function scoreSkeleton(path: string, reference: string, rubric: Rubric, bar: string): string {
  const levels = Array.from({ length: rubric.scale.max - rubric.scale.min + 1 }, (_, index) => rubric.scale.min + index);
  const criteria = rubric.criteria.map((criterion) => `
  # ${criterion.name}, ${criterion.weight} %${rubric.mustHave.includes(criterion.id) ? ', a must-have' : ''}: ${oneLine(criterion.indicators)}
${criterion.anchors.map((anchor) => `  #   ${anchor.level}  ${oneLine(anchor.text)}\n`).join('')}  ${criterion.id}:
    mark:
    evidence: |
`);
  return `${modeline(path, `score.${reference}`)}
# mark: ${levels.join(', ')} or ${NOT_OBSERVED} (then because: instead of evidence:). Evidence says what in the work shows it, with file and line or a quote.
rubric: ${reference}
submitted:                        # when you are done, such as 2026-11-22T14:05Z
marks:${criteria.join('')}
# Go on with this person? ${RECOMMENDATIONS.join(' | ')}
recommendation:
# ${oneLine(bar)} ${BAR_ANSWERS.join(' | ')}
bar:
# A few sentences for the debrief.
# summary: |
# Write none if you have no conflict of interest; else make conflicts/<you>.yml instead of a score.
conflict:
`;
}

/** The visit that was asked for, or the last one that is scored. */
function visitOf(making: Making, folder: CandidateFolder): Visit {
  const { opened: { workspace }, today, input } = making;
  const role = workspace.roles.get(folder.role)?.value;
  const pipeline = role && workspace.pipelines.get(role.pipeline)?.value;
  if (!role || !pipeline || !folder.record) throw new Mistake(`The process of ${folder.role} cannot be read; “hire check” says what is wrong.`);
  const visits = replay(stagesForReplay(pipeline, role.with, today), folder.record.value.events).visits.filter((visit) => isScored(visit.kind));
  const wanted = textOption(input, 'visit');
  const wrong = wanted === undefined ? undefined : oneOfThese(`scored visit of ${folder.id}`, visits.map((visit) => visit.name))(wanted);
  if (wrong !== undefined) throw new Mistake(`--visit: ${wrong}`);
  const visit = wanted === undefined ? visits.at(-1) : visits.find((each) => each.name === wanted);
  if (!visit) throw new Mistake(`“${folder.id}” has not been in any stage that is scored.`);
  return visit;
}

function rubricOfVisit(workspace: Workspace, folder: CandidateFolder, visit: Visit): string {
  const pipeline = workspace.pipelines.get(workspace.roles.get(folder.role)?.value.pipeline ?? '')?.value;
  const stage = pipeline?.stages.find((each) => each.id === visit.stage);
  const id = stage && stageTerms(workspace, stage, folder.role).rubric;
  const version = id === undefined ? undefined : workspace.rubrics.get(id)?.current?.value.version;
  const reference = referenceOf(folder.panels.get(visit.name)?.value, folder.scores.get(visit.name) ?? [], version === undefined ? undefined : `${id}@${version}`);
  if (reference === undefined) throw new Mistake(`The stage “${visit.stage}” has no rubric that can be read; “hire check” says what is wrong.`);
  return reference;
}

function barOf(workspace: Workspace, folder: CandidateFolder): string {
  return workspace.pipelines.get(workspace.roles.get(folder.role)?.value.pipeline ?? '')?.value.bar ?? 'The pipeline’s question.';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
