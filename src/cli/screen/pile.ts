import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { isRefusedUncalibrated } from '../../analysis/calibrated.ts';
import { officeOf, type Office } from '../../analysis/time/office.ts';
import type { Stage } from '../../model/pipeline.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { listed, plural } from '../../model/words.ts';
import type { Answer, Item, Pile } from './sitting.ts';

/**
 * The applications of a role that wait in a screening stage for us, the oldest promise first. Whoever declared a conflict of interest
 * with one, or has scored it while others have not, does not get to see it.
 * @param now epoch in milliseconds
 */
export function pileOf(workspace: Workspace, role: string, candidates: readonly CandidateFacts[], by: string, now: number): Pile {
  const office = officeOf(workspace.calendar);
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  const leftOut: string[] = [];
  const waiting = candidates.flatMap((facts) => {
    const visit = facts.current;
    if (!visit || visit.kind !== 'screening' || visit.phase !== 'ours' || facts.faults.length > 0) return [];
    const stage = pipeline?.stages.find((each) => each.id === visit.stage);
    const why = whyNot(facts, visit, by);
    if (why !== undefined) leftOut.push(`${facts.id}: ${why}`);
    return stage === undefined || why !== undefined ? [] : [{ facts, visit, stage }];
  });
  const order = waiting.toSorted((a, b) => (a.visit.reply?.due.at ?? Infinity) - (b.visit.reply?.due.at ?? Infinity) || (a.facts.appliedAt ?? 0) - (b.facts.appliedAt ?? 0) || (a.facts.id < b.facts.id ? -1 : 1));
  const items = order.flatMap(({ facts, visit, stage }) => {
    const item = itemOf(workspace, office, facts, visit, stage, by, now);
    if (!item) leftOut.push(`${facts.id}: the rubric of “${visit.stage}” cannot be read`);
    return item ?? [];
  });
  return {
    role, title: opening?.title ?? role, by, items, leftOut,
    reasons: Object.entries(workspace.settings.value.decline_reasons),
    bar: (pipeline?.bar ?? '').replace(/\s+/g, ' ').trim(),
    evidenceMin: workspace.settings.value.scores.evidence_min,
  };
}

function whyNot({ folder }: CandidateFacts, visit: VisitFacts, by: string): string | undefined {
  const conflict = folder.conflicts.get(by)?.value;
  if (conflict) return `you declared a conflict of interest (${conflict.kind}) on ${conflict.declared}`;
  const { panel } = visit;
  if (!panel || panel.complete || !visit.scores.some((score) => score.person === by)) return undefined;
  return `you have scored it, and ${plural(panel.scoresWanted - panel.scoresIn, 'more score')} ${panel.scoresWanted - panel.scoresIn === 1 ? 'is' : 'are'} wanted`;
}

function itemOf(workspace: Workspace, office: Office, facts: CandidateFacts, visit: VisitFacts, stage: Stage, by: string, now: number): Item | undefined {
  const { rubric, panel } = visit;
  if (!rubric || panel?.reference === undefined) return undefined;
  const { answers, elsewhere } = answersOf(workspace, facts, visit, stage);
  const place = panel.asked.find((each) => each.person === by);
  const mine = place?.shadow === true ? 0 : 1;
  return {
    id: facts.id, visit: visit.name, stage: stageTitle(stage), rubric, reference: panel.reference, answers, elsewhere,
    text: facts.folder.submissionTexts.get(visit.name)?.value,
    due: dueWords(office, visit, now),
    applied: facts.appliedAt === undefined ? '' : `applied ${dayWords(office.zone.dayOf(facts.appliedAt))}`,
    noScore: noScore(workspace, facts, visit, by, office.zone.dayOf(now)),
    complete: panel.complete,
    stillWanted: panel.complete ? 0 : Math.max(0, panel.scoresWanted - panel.scoresIn - mine),
    scored: panel.complete ? scoredWords(visit) : [],
    quick: stageTerms(workspace, stage, facts.role).stage.weight === undefined,
  };
}

/** Why this person gives no score here; undefined when they may. */
function noScore(workspace: Workspace, { role, folder }: CandidateFacts, { panel, name, scores }: VisitFacts, by: string, today: string): string | undefined {
  if (!panel) return 'Nobody scores here.';
  if (scores.some((score) => score.person === by)) return 'You have scored it; a score stays as it is.';
  if (panel.complete) return 'Its scores are in: a goes on, d declines.';
  if (isRefusedUncalibrated(workspace, by, panel.reference, today) && panel.asked.find((each) => each.person === by)?.shadow !== true) return `Nobody noted that you are calibrated for ${panel.reference ?? 'the rubric'}, and the settings ask for it: hire queue shows the way.`;
  const eligible = workspace.roles.get(role)?.value.panel ?? [];
  if (panel.named) {
    const place = panel.asked.find((each) => each.person === by && each.released === undefined);
    return place ? undefined : `You are not on its panel, panels/${name}.yml: ${listed(panel.asked.filter((each) => each.released === undefined).map((each) => each.person)) || 'nobody'}.`;
  }
  return eligible.length === 0 || eligible.includes(by) ? undefined : `You are not on the panel of ${folder.role}: ${listed(eligible)}. A score of yours would not count.`;
}

/** What is said of questions for a link or a file: the record cannot know whether one was given. */
export function elsewhereWords(questions: readonly string[]): string {
  return `A link or a file is not shown here; where one was given it is kept with the identity: ${questions.join(', ')}.`;
}

/** What was answered, question by question, and which answers live with the identity if they were given; none where nothing was handed in. */
export function answersOf(workspace: Workspace, facts: CandidateFacts, visit: VisitFacts, stage: Stage): { readonly answers: readonly Answer[]; readonly elsewhere: readonly string[] } {
  const submission = facts.folder.submissions.get(visit.name)?.value;
  const given = submission?.answers ?? {};
  const questions = stage.questions === undefined ? [] : (workspace.questions.get(stage.questions)?.value.questions ?? []);
  const known = new Set(questions.map((question) => question.id));
  const of = (id: string): string | undefined => (Object.hasOwn(given, id) ? given[id] : undefined);
  return {
    answers: [
      ...questions.filter((question) => of(question.id) !== undefined || (question.kind !== 'link' && question.kind !== 'file' && question.required)).map((question) => ({
        ask: question.ask.trim(), criterion: question.criterion, looksFor: question.looks_for?.trim(), answer: of(question.id)?.trim() ?? '(no answer)',
      })),
      ...Object.keys(given).filter((id) => !known.has(id)).map((id) => ({ ask: id, criterion: undefined, looksFor: undefined, answer: given[id] ?? '' })),
    ],
    elsewhere: submission === undefined ? [] : questions.filter((question) => (question.kind === 'link' || question.kind === 'file') && of(question.id) === undefined).map((question) => question.id),
  };
}

/** What a complete panel said: who, the marks, and the evidence. */
function scoredWords(visit: VisitFacts): string[] {
  return visit.scores.filter((score) => score.counted).flatMap(({ person, effective: { value } }) => [
    `${person}: ${value.recommendation}, bar ${value.bar}`,
    ...Object.entries(value.marks).map(([criterion, mark]) => `  - ${criterion} ${mark.mark}: ${(mark.evidence ?? mark.because ?? '').replace(/\s+/g, ' ').trim()}`),
    ...(value.summary === undefined ? [] : [`  - ${value.summary.replace(/\s+/g, ' ').trim()}`]),
  ]);
}

function dueWords(office: Office, visit: VisitFacts, now: number): string {
  if (!visit.reply) return '';
  const { due } = visit.reply;
  const today = office.zone.dayOf(now);
  if (now > due.at) return `Answer was promised by ${dayWords(due.day)}: ${plural(Math.max(1, office.business.between(due.day, today)), 'business day')} late`;
  return `Answer promised by ${dayWords(due.day)}, ${due.day === today ? 'today' : `in ${plural(office.business.between(today, due.day), 'business day')}`}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Wed 25 Nov" */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}
