import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { compareText } from '../../model/problem.ts';
import { spokenPseudonym } from '../../model/pseudonym.ts';
import type { Rubric } from '../../model/rubric.ts';
import { stageTitle } from '../../model/stages.ts';
import { NOT_OBSERVED } from '../../model/score.ts';
import { shownOverall, shownVisit } from '../boundary.ts';
import { orNull, rounded } from '../instants.ts';
import { roleStages, stageTitleOf, visitTitle, type Lookup } from '../lookup.ts';
import type { ComparedCandidate, PublishedCompare } from '../published/compare.ts';

/** Candidates of one role on its page: as many as stand there without making it heavy. */
export const MOST_COMPARED = 60;

/** Who of a role can stand side by side: everybody with a complete panel; undefined where nobody has one. */
export function publishedCompare(id: string, lookup: Lookup): PublishedCompare | undefined {
  const { workspace } = lookup;
  const role = workspace.roles.get(id)?.value;
  if (role === undefined) return undefined;
  const settings = workspace.settings.value;
  const stages = roleStages(workspace, role);
  const places = new Map(stages.map((stage, place) => [stage.id, place]));
  const judged = (lookup.facts.roles.get(id) ?? []).filter(({ how }) => how !== 'erased').flatMap((facts) => {
    const visits = latest(facts.visits.filter(({ panel }) => panel?.complete === true).map((visit) => shownVisit(visit, settings)));
    return visits.length === 0 ? [] : [{ facts, visits, far: Math.max(...visits.map(({ stage }) => places.get(stage) ?? -1)) }];
  });
  if (judged.length === 0) return undefined;
  judged.sort((a, b) => Number(a.facts.closed) - Number(b.facts.closed) || b.far - a.far || (b.facts.lastAt ?? 0) - (a.facts.lastAt ?? 0) || compareText(a.facts.id, b.facts.id));
  const shown = judged.slice(0, MOST_COMPARED);
  const rubrics = new Map(shown.flatMap(({ visits }) => visits.flatMap((visit) => (visit.rubric === undefined ? [] : [[referenceOf(visit), visit.rubric] as const]))));
  return {
    role: id,
    roleTitle: role.title,
    question: workspace.pipelines.get(role.pipeline)?.value.bar.trim() ?? '',
    stages: stages.map((stage) => ({ stage: stage.id, title: stageTitle(stage), weight: orNull(stage.weight) })),
    rubrics: Object.fromEntries([...rubrics].sort(([a], [b]) => compareText(a, b)).map(([reference, rubric]) => [reference, comparedRubric(reference, rubric)])),
    total: judged.length,
    candidates: shown.map(({ facts, visits }) => comparedCandidate(facts, visits, lookup)),
  };
}

/** The last of each stage that has a counted score. */
function latest(visits: readonly VisitFacts[]): VisitFacts[] {
  return [...new Map(visits.filter(({ score, rubric }) => rubric !== undefined && (score?.reviewers ?? 0) > 0).map((visit) => [visit.stage, visit])).values()];
}

function referenceOf({ rubricId, rubric }: VisitFacts): string {
  return `${rubricId ?? ''}@${rubric?.version ?? 0}`;
}

function comparedRubric(reference: string, { title, version, scale, criteria, mustHave }: Rubric): PublishedCompare['rubrics'][string] {
  return {
    title, id: reference.replace(/@\d+$/, ''), version, min: scale.min, max: scale.max,
    criteria: criteria.map(({ id, name, weight }) => ({ id, name, weight, mustHave: mustHave.includes(id) })),
  };
}

function comparedCandidate(facts: CandidateFacts, visits: readonly VisitFacts[], lookup: Lookup): ComparedCandidate {
  const titleOf = (visit: VisitFacts): string => visitTitle(stageTitleOf(lookup.workspace, facts.role, visit.stage), visit.number);
  const overall = shownOverall(facts);
  return {
    id: facts.id,
    spoken: spokenPseudonym(facts.id),
    state: facts.how === undefined || facts.how === 'erased' ? 'open' : facts.how,
    stageTitle: facts.current === undefined ? null : stageTitleOf(lookup.workspace, facts.role, facts.current.stage),
    overall: overall === undefined ? null : { percent: rounded(overall.percent), coverage: rounded(overall.coverage), spread: [rounded(overall.spread[0]), rounded(overall.spread[1])] },
    visits: visits.map((visit) => ({ stage: visit.stage, visit: visit.name, title: titleOf(visit), rubric: referenceOf(visit), ...figures(visit), marks: countedMarks(visit), apart: visit.disagreements.map(({ criterion }) => criterion) })),
    waiting: facts.visits.flatMap((visit) => (visit.left !== undefined || visit.panel === undefined || visit.panel.complete || (visit.panel.scoresIn === 0 && visit.reply === undefined)
      ? [] : [{ stage: visit.stage, title: titleOf(visit), scoresIn: visit.panel.scoresIn, scoresWanted: visit.panel.scoresWanted }])),
    answers: facts.bar.map(({ person, bar, recommendation, counted }) => ({ person, bar, recommendation, counted })),
    decision: orNull(facts.decisions.at(-1)?.value.decision),
  };
}

function figures({ score, rubric }: VisitFacts): Pick<ComparedCandidate['visits'][number], 'percent' | 'spread' | 'coverage' | 'reviewers' | 'incomplete'> {
  const { min, max } = rubric?.scale ?? { min: 0, max: 1 };
  const percentOf = (total: number): number => rounded((100 * (total - min)) / (max - min));
  return {
    percent: score?.percent === undefined ? null : rounded(score.percent),
    spread: score?.spread === undefined ? null : [percentOf(score.spread[0]), percentOf(score.spread[1])],
    coverage: rounded(score?.coverage ?? 0), reviewers: score?.reviewers ?? 0, incomplete: (score?.incomplete.length ?? 0) > 0,
  };
}

/** By criterion in the order of the rubric, then by person. */
function countedMarks({ scores, rubric }: VisitFacts): ComparedCandidate['visits'][number]['marks'] {
  const counted = scores.filter((score) => score.counted);
  return Object.fromEntries((rubric?.criteria ?? []).flatMap(({ id }) => {
    const marks = counted.flatMap(({ person, effective }) => {
      const mark = effective.value.marks[id]?.mark;
      return mark === undefined || mark === NOT_OBSERVED ? [] : [[person, mark] as const];
    });
    return marks.length === 0 ? [] : [[id, Object.fromEntries(marks)] as const];
  }));
}
