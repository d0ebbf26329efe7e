import type { Visit } from '../model/replay.ts';
import { isScored } from '../model/stage-kind.ts';
import type { Rubric } from '../model/rubric.ts';
import { wordingFrozen, wordingNow } from '../model/rubric-wording.ts';
import { RUBRIC_REFERENCE } from '../model/person.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import type { Deadline, Disagreement, Due, HeldTime, Reply, StartBy, VisitFacts } from './facts.ts';
import type { RecordAt } from './record.ts';
import { rubricScore, type RubricScore } from './rubric-score.ts';
import { marksOf, panelFact, referenceOf, scoreFacts } from './scores.ts';
import type { StageTerms } from './stage-terms.ts';
import { deadline, grantedFor, startBy } from './time/deadline.ts';
import { after, dueAt, type Office } from './time/office.ts';
import { reply, type Clock, type Sent } from './time/reply.ts';

/** The surroundings of one visit. */
export interface VisitInput {
  readonly workspace: Workspace;
  readonly office: Office;
  readonly folder: CandidateFolder;
  readonly record: RecordAt;
  readonly visit: Visit;
  readonly terms: StageTerms | undefined;
  readonly clock: Clock | undefined;
  readonly answer: Sent | undefined;
  readonly time: HeldTime;
}

/** Everything that follows for one entry into a stage. */
export function visitFacts(input: VisitInput): VisitFacts {
  const { visit } = input;
  const enteredAt = Date.parse(visit.entered);
  const leftAt = visit.left === undefined ? undefined : Date.parse(visit.left);
  return {
    name: visit.name, stage: visit.stage, number: visit.number, kind: visit.kind, phase: visit.phase,
    entered: visit.entered, enteredAt, started: visit.started, submitted: visit.submitted, bookedFor: visit.bookedFor,
    held: visit.held, offered: visit.offered, left: visit.left, leftAt, how: visit.how, reason: visit.reason, by: visit.by,
    meetsUntil: visit.bookedFor === undefined ? undefined : meetsUntil(input.office, visit.bookedFor, input.terms),
    ...dates(input, enteredAt, leftAt ?? Infinity),
    ...judgement(input, leftAt),
    time: input.time,
  };
}

/** The end of a booked meeting: its time and its length; a trial ends with its last day. */
function meetsUntil(office: Office, bookedFor: string, terms: StageTerms | undefined): Due {
  return terms?.length === undefined ? dueAt(office, bookedFor) : after(office, Date.parse(bookedFor), terms.length);
}

function dates(input: VisitInput, enteredAt: number, until: number): { startBy: StartBy | undefined; deadline: Deadline | undefined; reply: Reply | undefined } {
  const { office, visit, terms, record, clock, answer } = input;
  const messages = record.sent.filter((sent) => sent.at >= enteredAt && sent.at < until).map((sent) => sent.message);
  const adjustments = grantedFor(record.adjustments, visit.stage, record.today);
  const answered = visit.submitted ?? (visit.phase === 'closed' ? visit.left : undefined);
  // An offer that is out is an answer, and so is a decision that was written down before its event is recorded.
  const decided = visit.offered !== undefined
    || (visit.kind === 'final' && record.decisions.some((decision) => Date.parse(decision.value.decided) >= enteredAt));
  return {
    startBy: visit.kind === 'offer' || visit.kind === 'screening' || visit.kind === 'final' ? undefined
      : startBy(office, { entered: enteredAt, within: terms?.startWithin, messages, adjustments }),
    deadline: deadline(office, {
      started: visit.started === undefined ? undefined : Date.parse(visit.started),
      submitted: answered === undefined ? undefined : Date.parse(answered),
      window: terms?.window, messages, adjustments, now: record.now,
    }),
    reply: clock && terms && reply(office, clock, terms.replyPromises, messages, answer, decided, record.now),
  };
}

type Judgement = Pick<VisitFacts, 'panel' | 'scores' | 'rubric' | 'rubricId' | 'score' | 'disagreements' | 'notAssessed'>;

const UNJUDGED: Judgement = { panel: undefined, scores: [], rubric: undefined, rubricId: undefined, score: undefined, disagreements: [], notAssessed: [] };

function judgement(input: VisitInput, left: number | undefined): Judgement {
  const { workspace, office, folder, record, visit, terms } = input;
  if (!isScored(visit.kind)) return UNJUDGED;
  const files = record.scores.get(visit.name) ?? [];
  const panel = folder.panels.get(visit.name);
  const current = terms?.rubric === undefined ? undefined : workspace.rubrics.get(terms.rubric)?.current?.value.version;
  const reference = referenceOf(panel?.value, files, current === undefined ? undefined : `${terms?.rubric}@${current}`);
  const panelInput = {
    folder, visit: visit.name, panel, scores: files, left, reviewers: terms?.reviewers ?? 1,
    eligible: workspace.roles.get(folder.role)?.value.panel ?? [], now: record.now,
  };
  const scores = scoreFacts(office, panelInput, reference);
  // Whoever scores now reads the current words; a visit that is over keeps those of the frozen copy.
  const rubric = reference === undefined ? undefined : left === undefined ? rubricOf(workspace, reference) : frozenRubricOf(workspace, reference);
  const counted = scores.filter((score) => score.counted);
  const score = rubric && counted.length > 0 ? rubricScore(rubric, counted.map((fact) => marksOf(fact.effective.value))) : undefined;
  return {
    panel: panelFact(office, panelInput, scores, reference), scores, rubric,
    rubricId: reference === undefined ? undefined : RUBRIC_REFERENCE.exec(reference)?.[1],
    score,
    disagreements: score ? disagreements(visit.name, score, workspace.settings.value.scores.disagreement) : [],
    notAssessed: score ? score.criteria.filter((criterion) => criterion.marked === 0).map((criterion) => criterion.id) : [],
  };
}

/** A rubric in one version, `technical-challenge@3`, in the words that hold now: see {@link wordingNow}. */
export function rubricOf(workspace: Workspace, reference: string): Rubric | undefined {
  const [, id = '', version = ''] = RUBRIC_REFERENCE.exec(reference) ?? [];
  return wordingNow(workspace.rubrics.get(id), Number(version));
}

/** The same in the words of its first use. */
export function frozenRubricOf(workspace: Workspace, reference: string): Rubric | undefined {
  const [, id = '', version = ''] = RUBRIC_REFERENCE.exec(reference) ?? [];
  return wordingFrozen(workspace.rubrics.get(id), Number(version));
}

/** Criteria whose marks stand at least `threshold` apart, the widest first, then the heaviest, then in the rubric's order. */
export function disagreements(visit: string, score: RubricScore, threshold: number): Disagreement[] {
  return score.criteria
    .flatMap(({ id, weight, min, max, spread }) => (min === undefined || max === undefined || spread < threshold ? [] : [{ visit, criterion: id, weight, min, max, spread }]))
    .sort((a, b) => b.spread - a.spread || b.weight - a.weight);
}
