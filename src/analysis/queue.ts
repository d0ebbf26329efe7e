import { CLOCK_TOLERANCE } from '../model/clock.ts';
import type { Duration } from '../model/duration.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts, Due, VisitFacts } from './facts.ts';
import { isRefusedUncalibrated, trainedOn } from './calibrated.ts';
import { stageTerms } from './stage-terms.ts';
import { businessDaysLate, dueAt, officeOf, type Office } from './time/office.ts';
import { scorableSince } from './today.ts';

/** One visit that a reviewer scores, or may. */
export interface QueueItem {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  /** The day the person was asked by name; undefined for what anybody of the pool may take. */
  readonly asked: string | undefined;
  /** From which day it could be scored. */
  readonly since: string | undefined;
  /** When the score is due; where nobody named a day, when the answer to the candidate is. */
  readonly due: Due | undefined;
  readonly lateBy: number;
  /** A trainee’s score: recorded, not counted. */
  readonly shadow: boolean;
  /** Real time the candidate had from start to deadline; undefined where the stage has none. */
  readonly window: Duration | undefined;
  /** Rubric and version. */
  readonly reference: string | undefined;
  /** The day on which the person was trained on that version; undefined where nobody noted one. */
  readonly trained: string | undefined;
}

/** A calibration sample that a reviewer was asked to score. */
export interface QueueSample {
  readonly session: string;
  readonly sample: string;
  readonly title: string | undefined;
  readonly reference: string;
}

/** What waits for one reviewer. */
export interface Queue {
  readonly person: string;
  /** Asked by name, soonest due first. */
  readonly scores: readonly QueueItem[];
  /** Where nobody was asked by name and the person is of the pool, soonest due first. */
  readonly mayTake: readonly QueueItem[];
  /** Of open calibration sessions, by session and sample. */
  readonly samples: readonly QueueSample[];
}

/** Counts it from the facts. Whoever declared a conflict, was released, or has scored is asked for nothing. */
export function queueOf(workspace: Workspace, facts: WorkspaceFacts, person: string): Queue {
  const office = officeOf(workspace.calendar);
  const waiting = facts.all.flatMap((candidate) => {
    const visit = candidate.current;
    const scored = visit?.scores.some((score) => score.person === person) ?? false;
    return visit && visit.phase === 'ours' && (visit.panel?.complete === false || isAskedBesides(visit, person)) && !scored && !isConflicted(candidate, person, facts.today) ? [{ candidate, visit }] : [];
  });
  const scores = waiting.flatMap(({ candidate, visit }) => {
    const place = visit.panel?.asked.find((asked) => asked.person === person && asked.released === undefined);
    return place ? [itemOf(workspace, office, facts, person, candidate, visit, place)] : [];
  });
  const mayTake = waiting.filter(({ candidate, visit }) => visit.panel?.named === false && isOfPool(workspace, facts, candidate, visit, person) && !isRefusedUncalibrated(workspace, person, visit.panel.reference, facts.today))
    .map(({ candidate, visit }) => itemOf(workspace, office, facts, person, candidate, visit));
  return { person, scores: scores.sort(soonest), mayTake: mayTake.sort(soonest), samples: samplesOf(workspace, facts.now, person) };
}

/** One more, asked when the others had scored: nobody waits for it, and it still counts. */
function isAskedBesides({ panel }: VisitFacts, person: string): boolean {
  return panel?.asked.some((place) => place.person === person && !place.shadow && place.released === undefined) === true;
}

function isConflicted({ folder }: CandidateFacts, person: string, today: string): boolean {
  const declared = folder.conflicts.get(person)?.value.declared;
  return declared !== undefined && declared <= today;
}

/** The role’s panel; where it names nobody, every reviewer who takes part. */
function isOfPool(workspace: Workspace, { today }: WorkspaceFacts, { role }: CandidateFacts, { panel }: VisitFacts, person: string): boolean {
  if (panel?.pool.includes(person) === true) return true;
  const who = workspace.people.get(person)?.value;
  return (workspace.roles.get(role)?.value.panel ?? []).length === 0 && who !== undefined && who.roles.includes('reviewer')
    && who.active.from <= today && (who.active.until === undefined || who.active.until >= today);
}

function itemOf(workspace: Workspace, office: Office, { now, today }: WorkspaceFacts, person: string, candidate: CandidateFacts, visit: VisitFacts, place?: { readonly asked: string; readonly due: string | undefined; readonly shadow: boolean }): QueueItem {
  const due = place?.due === undefined ? visit.reply?.due : dueAt(office, place.due);
  const reference = visit.panel?.reference;
  const stage = workspace.pipelines.get(workspace.roles.get(candidate.role)?.value.pipeline ?? '')?.value.stages.find(({ id }) => id === visit.stage);
  return {
    window: stage && stageTerms(workspace, stage, candidate.role).window,
    candidate, visit, due, reference, asked: place?.asked, since: scorableSince(office, visit, place?.asked), lateBy: due ? businessDaysLate(office, due, now) : 0,
    shadow: place?.shadow ?? false, trained: trainedOn(workspace, person, reference, today),
  };
}

function samplesOf(workspace: Workspace, now: number, person: string): QueueSample[] {
  return [...workspace.calibrations].flatMap(([id, { session: { value }, samples, scores }]) => {
    if (value.state !== 'open' || !value.reviewers.includes(person)) return [];
    return [...samples.keys()].filter((sample) => {
      const given = scores.get(sample)?.get(person)?.value.submitted;
      return given === undefined || Date.parse(given) > now + CLOCK_TOLERANCE;
    }).map((sample) => ({ session: id, sample, title: value.title, reference: value.rubric }));
  });
}

function soonest(a: QueueItem, b: QueueItem): number {
  const [first, second] = [a.due?.at ?? Infinity, b.due?.at ?? Infinity];
  if (first !== second) return first - second;
  const [left, right] = [a, b].map(({ candidate }) => `${candidate.role}/${candidate.id}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
