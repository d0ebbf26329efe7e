import type { CandidateFacts, PanelFact, VisitFacts } from '../analysis/facts.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';
import type { Rubric } from '../model/rubric.ts';
import { publishedSubmission } from './candidate/submission.ts';
import { orNull, utcOrNull } from './instants.ts';
import { stageOfRole, stageTitleOf, visitTitle, type Lookup } from './lookup.ts';
import type { PublishedScoring } from './published/scoring.ts';

/**
 * The sheet on which a reviewer scores the visit a candidate is in.
 * @returns undefined unless it waits for scores: 10,000 candidates are not to have a second page each
 */
export function publishedScoring(facts: CandidateFacts, lookup: Lookup): PublishedScoring | undefined {
  const visit = facts.current;
  const { workspace } = lookup;
  const role = workspace.roles.get(facts.role)?.value;
  const panel = visit?.panel;
  if (!visit || !role || !visit.rubric || panel?.reference === undefined || visit.phase !== 'ours' || !isAwaited(panel)) return undefined;
  const stage = stageOfRole(workspace, facts.role, visit.stage);
  const challenge = stage?.challenge;
  const folder = challenge === undefined ? undefined : workspace.challenges.get(challenge);
  return {
    role: facts.role,
    roleTitle: role.title,
    candidate: facts.id,
    spoken: spokenPseudonym(facts.id),
    visit: visit.name,
    visitTitle: visitTitle(stageTitleOf(workspace, facts.role, visit.stage), visit.number),
    kind: visit.kind,
    named: lookup.twice?.has(facts.id) === true ? `${facts.id} --role ${facts.role}` : facts.id,
    folder: facts.folder.path,
    rubric: publishedCriteria(visit.rubric, panel.reference),
    bar: workspace.pipelines.get(role.pipeline)?.value.bar ?? '',
    evidenceMin: workspace.settings.value.scores.evidence_min,
    people: peopleOf(visit, facts, lookup),
    scoresIn: panel.scoresIn,
    scoresWanted: panel.scoresWanted,
    entered: visit.entered,
    started: orNull(visit.started),
    submitted: orNull(visit.submitted),
    held: orNull(visit.held),
    deadline: utcOrNull(visit.deadline?.at),
    submission: publishedSubmission(visit, facts.folder, stage, lookup),
    task: challenge === undefined || !folder ? null : { challenge, title: folder.page.value.title, key: folder.key?.path ?? null },
    questions: stage?.guide ?? stage?.questions ?? null,
  };
}

/** A score is waited for; or one more was asked for when the others had scored. */
function isAwaited({ complete, asked }: PanelFact): boolean {
  return !complete || asked.some((place) => !place.in && !place.shadow && place.released === undefined);
}

function publishedCriteria(rubric: Rubric, reference: string): PublishedScoring['rubric'] {
  return {
    reference, version: rubric.version, title: rubric.title, min: rubric.scale.min, max: rubric.scale.max,
    criteria: rubric.criteria.map(({ id, name, weight, indicators, anchors }) => ({
      id, name, weight, indicators, mustHave: rubric.mustHave.includes(id),
      anchors: Object.fromEntries(anchors.map(({ level, text }) => [String(level), text])),
    })),
  };
}

/** Who has scored stays in the list, marked as in: a score is given once. */
function peopleOf(visit: VisitFacts, facts: CandidateFacts, { workspace }: Lookup): PublishedScoring['people'] {
  const { asked = [], pool = [], named = false } = visit.panel ?? {};
  const scored = new Set(visit.scores.map(({ person }) => person));
  const places = named
    ? asked.filter(({ released }) => released === undefined).map(({ person, shadow, due }) => ({ person, shadow, due: orNull(due) }))
    : [...new Set([...pool, ...scored])].sort().map((person) => ({ person, shadow: false, due: null }));
  return places
    .filter(({ person }) => !facts.folder.conflicts.has(person))
    .map((place) => ({ ...place, name: workspace.people.get(place.person)?.value.name ?? place.person, in: scored.has(place.person) }));
}
