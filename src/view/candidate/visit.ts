import type { VisitFacts } from '../../analysis/facts.ts';
import type { AdjustedVisit } from '../../analysis/severity.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { CandidateFolder } from '../../model/workspace.ts';
import { mayShowScores, shownVisit } from '../boundary.ts';
import { orNull, rounded, utc, utcOrNull } from '../instants.ts';
import { initialsOf, stageOfRole, stageTitleOf, visitTitle, type Lookup } from '../lookup.ts';
import type { PublishedVisit } from '../published/candidate.ts';
import { publishedScore } from './score.ts';
import { publishedSubmission } from './submission.ts';
import { publishedTrialLog } from './trial-log.ts';

/** One entry into a stage. Scores, results and what follows from them only when the panel is complete. */
export function publishedVisit(raw: VisitFacts, folder: CandidateFolder, lookup: Lookup): PublishedVisit {
  const { workspace } = lookup;
  const settings = workspace.settings.value;
  const visit = shownVisit(raw, settings);
  const stage = stageOfRole(workspace, folder.role, visit.stage);
  const initials = initialsOf(visit.scores.map((score) => score.person));
  return {
    name: visit.name,
    stage: visit.stage,
    title: visitTitle(stageTitleOf(workspace, folder.role, visit.stage), visit.number),
    number: visit.number,
    kind: visit.kind,
    why: orNull(stage?.why),
    entered: visit.entered,
    started: orNull(visit.started),
    submitted: orNull(visit.submitted),
    bookedFor: orNull(visit.bookedFor),
    held: orNull(visit.held),
    offered: orNull(visit.offered),
    left: orNull(visit.left),
    how: orNull(visit.how),
    reason: orNull(visit.reason),
    by: orNull(visit.by),
    startBy: visit.startBy?.day ?? null,
    deadline: publishedDeadline(visit),
    reply: publishedReply(visit),
    ours: visit.time.ours,
    theirs: visit.time.theirs,
    weight: orNull(stage?.weight),
    advanceAt: orNull(stage?.advance_at),
    rubric: publishedRubric(visit),
    panel: publishedPanel(raw),
    hidden: !mayShowScores(raw.panel, settings) && (raw.panel?.scoresIn ?? 0) > 0,
    scores: visit.scores.map((score) => publishedScore(score, initials.get(score.person) ?? '')),
    result: publishedResult(visit, lookup.adjusted?.get(`${folder.role}/${folder.id}/${visit.name}`)),
    submission: publishedSubmission(visit, folder, stage, lookup),
    log: publishedTrialLog(visit, folder, stage, lookup),
  };
}

function publishedDeadline(visit: VisitFacts): PublishedVisit['deadline'] {
  if (!visit.deadline) return null;
  const { at, extra, missed } = visit.deadline;
  return { at: utc(at), extra: extra.length === 0 ? null : extra.map((each) => each.extra.text).join(' + '), missed };
}

function publishedReply(visit: VisitFacts): PublishedVisit['reply'] {
  if (!visit.reply) return null;
  const { state, due, answered, days, promised, decidedNotTold } = visit.reply;
  return { state, due: due.day, answered: orNull(answered), days, promised: promised?.text ?? due.day, decidedNotTold };
}

function publishedRubric(visit: VisitFacts): PublishedVisit['rubric'] {
  if (!visit.rubric || visit.rubricId === undefined) return null;
  const { version, title, scale } = visit.rubric;
  return { id: visit.rubricId, version, title, min: scale.min, max: scale.max };
}

function publishedPanel(visit: VisitFacts): PublishedVisit['panel'] {
  if (!visit.panel) return null;
  const { asked, scoresIn, scoresWanted, complete, completeAt } = visit.panel;
  return {
    asked: asked.map((each) => ({
      person: each.person, asked: each.asked, due: orNull(each.due), released: orNull(each.released), reason: orNull(each.reason), shadow: each.shadow, in: each.in,
    })),
    scoresIn, scoresWanted, complete, completeSince: utcOrNull(completeAt),
  };
}

function publishedResult(visit: VisitFacts, adjusted: AdjustedVisit | undefined): PublishedVisit['result'] {
  const { score, rubric } = visit;
  if (!score || !rubric || score.reviewers === 0) return null;
  const apart = new Set(visit.disagreements.map((each) => each.criterion));
  const criteria = score.criteria.map((result) => {
    const criterion = rubric.criteria.find((each) => each.id === result.id);
    return {
      id: result.id,
      name: criterion?.name ?? result.id,
      weight: result.weight,
      indicators: criterion?.indicators ?? '',
      mustHave: rubric.mustHave.includes(result.id),
      mean: result.mean === undefined ? null : rounded(result.mean),
      min: orNull(result.min),
      max: orNull(result.max),
      marked: result.marked,
      disagreement: apart.has(result.id),
      anchors: Object.fromEntries((criterion?.anchors ?? []).map((anchor) => [String(anchor.level), anchor.text])),
    };
  });
  const spreadOf = (each: (typeof criteria)[number]): number => (each.max ?? 0) - (each.min ?? 0);
  return {
    score: score.score === undefined ? null : rounded(score.score),
    percent: score.percent === undefined ? null : rounded(score.percent),
    coverage: rounded(score.coverage),
    reviewers: score.reviewers,
    spread: pair(score.spread),
    interval: pair(score.interval),
    adjusted: publishedAdjusted(adjusted, rubric),
    incomplete: score.incomplete.map((each) => (each.why === 'coverage' ? `coverage ${Math.round(score.coverage * 100)} %` : `${rubric.criteria.find((criterion) => criterion.id === each.criterion)?.name ?? each.criterion} was not assessed`)),
    criteria: criteria.map((each, index) => ({ each, index })).sort((a, b) => spreadOf(b.each) - spreadOf(a.each) || a.index - b.index).map(({ each }) => each),
  };
}

function publishedAdjusted(adjusted: AdjustedVisit | undefined, { scale: { min, max } }: Rubric): NonNullable<PublishedVisit['result']>['adjusted'] {
  return adjusted === undefined ? null : { percent: rounded(adjusted.adjusted), interval: [rounded(adjusted.interval[0]), rounded(adjusted.interval[1])], score: rounded(min + (adjusted.adjusted / 100) * (max - min)), says: adjusted.says };
}

function pair(range: readonly [number, number] | undefined): [number, number] | null {
  return range === undefined ? null : [rounded(range[0]), rounded(range[1])];
}
