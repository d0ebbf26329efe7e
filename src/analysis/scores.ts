import type { Panel } from '../model/panel.ts';
import { NOT_OBSERVED } from '../model/score.ts';
import type { CandidateFolder, Stored, StoredScore } from '../model/workspace.ts';
import type { AskedFact, LeftOut, MissingScore, PanelFact, ScoreFact } from './facts.ts';
import type { Marks } from './rubric-score.ts';
import type { Office } from './time/office.ts';

/** What is needed to judge the scores of one visit. Epochs in milliseconds. */
export interface PanelInput {
  readonly folder: CandidateFolder;
  readonly visit: string;
  readonly panel: Stored<Panel> | undefined;
  /** Score files submitted by `now`. */
  readonly scores: readonly StoredScore[];
  /** When the visit ended. */
  readonly left: number | undefined;
  /** How many people score where no panel file names them. */
  readonly reviewers: number;
  /** People who may score where no panel file names them; empty for anybody. */
  readonly eligible: readonly string[];
  readonly now: number;
}

type Asked = Panel['reviewers'][number];

/** What one person's place on the panel is: the place that was not given up, otherwise the last. */
function placeOf(panel: Panel, person: string): Asked | undefined {
  const places = panel.reviewers.filter((place) => place.person === person);
  return places.find((place) => place.released === undefined) ?? places.at(-1);
}

/**
 * One fact per person who scored the visit, in the order of ids.
 *
 * The latest amendment holds, and earlier versions are kept beside it. After the visit has ended nothing counts any more: a first
 * score is left out as late, a late amendment leaves the version before it in force. A released reviewer's score counts if it was
 * submitted on or before the day of release, unless the release was for a conflict. Scores against another rubric version than the
 * visit keeps are left out.
 */
export function scoreFacts(office: Office, input: PanelInput, reference: string | undefined): ScoreFact[] {
  const byPerson = new Map<string, StoredScore[]>();
  for (const score of input.scores) byPerson.set(score.person, [...(byPerson.get(score.person) ?? []), score]);
  return [...byPerson.keys()].sort().flatMap((person) => {
    const versions = (byPerson.get(person) ?? []).toSorted((a, b) => a.amendment - b.amendment);
    const first = versions[0];
    if (!first) return [];
    const submittedAt = Date.parse(first.value.submitted);
    const inTime = versions.filter((version) => input.left === undefined || Date.parse(version.value.submitted) <= input.left);
    const effective = inTime.at(-1) ?? versions.at(-1) ?? first;
    const leftOut = whyLeftOut(office, input, person, submittedAt, inTime.length > 0, effective.value.rubric !== reference);
    return [{ person, versions, effective, submittedAt, counted: leftOut === undefined, leftOut }];
  });
}

function whyLeftOut(office: Office, input: PanelInput, person: string, submittedAt: number, inTime: boolean, otherVersion: boolean): LeftOut | undefined {
  const today = office.zone.dayOf(input.now);
  const conflict = input.folder.conflicts.get(person);
  if (conflict && conflict.value.declared <= today) return 'conflict';
  if (input.panel) {
    const place = placeOf(input.panel.value, person);
    if (!place) return 'unasked';
    if (place.shadow) return 'shadow';
    if (place.released !== undefined && place.released <= today) {
      if (place.reason === 'conflict') return 'conflict';
      if (office.zone.dayOf(submittedAt) > place.released) return 'released';
    }
  } else if (input.eligible.length > 0 && !input.eligible.includes(person)) return 'unasked';
  if (!inTime) return 'late';
  return otherVersion ? 'version' : undefined;
}

/** The marks that were given, by criterion; not observed is absent. */
export function marksOf(score: { readonly marks: Readonly<Record<string, { readonly mark: number | typeof NOT_OBSERVED }>> }): Marks {
  const marks = new Map<string, number>();
  for (const [criterion, { mark }] of Object.entries(score.marks)) if (mark !== NOT_OBSERVED) marks.set(criterion, mark);
  return marks;
}

/**
 * Who is to score, who has, and whether that is everybody. Complete from the first moment at which everyone asked by then and not
 * released has scored, or from the end of the visit; a later ask does not undo it. Asked and released hold from the beginning of
 * their days. A declared conflict releases from its day, since that person's score can neither be given nor counted; shadows never hold a panel up.
 */
export function panelFact(office: Office, input: PanelInput, scores: readonly ScoreFact[], reference: string | undefined): PanelFact {
  const today = office.zone.dayOf(input.now);
  const state = input.panel ? namedPanel(office, input, input.panel.value, scores, today) : openPanel(input, scores, today);
  const ended = input.left;
  const completeAt = state.completeAt === undefined ? ended : Math.min(state.completeAt, ended ?? Infinity);
  const complete = completeAt !== undefined;
  return { ...state, reference, complete, completeAt, missing: complete ? [] : state.missing, pool: complete ? [] : state.pool };
}

type PanelState = Omit<PanelFact, 'reference' | 'complete'>;

function namedPanel(office: Office, input: PanelInput, panel: Panel, scores: readonly ScoreFact[], today: string): PanelState {
  const submitted = new Map(scores.map((score) => [score.person, score.submittedAt]));
  const places = panel.reviewers.filter((place) => place.asked <= today);
  const asked: AskedFact[] = places.map((place) => ({
    person: place.person, asked: place.asked, due: place.due, released: place.released !== undefined && place.released <= today ? place.released : undefined,
    reason: place.reason, shadow: place.shadow === true, in: submitted.has(place.person),
  }));
  const required = places.filter((place) => place.shadow !== true);
  const releasedOn = (place: Asked): string | undefined => {
    const conflict = input.folder.conflicts.get(place.person)?.value.declared;
    return conflict !== undefined && (place.released === undefined || conflict < place.released) ? conflict : place.released;
  };
  const wantedOn = (day: string): Asked[] => required.filter((place) => {
    const released = releasedOn(place);
    return place.asked <= day && (released === undefined || released > day);
  });
  const moments = [
    ...scores.map((score) => score.submittedAt),
    ...required.flatMap((place) => [place.asked, releasedOn(place) ?? place.asked]).filter((day) => day <= today).map((day) => office.zone.startOfDay(day)),
  ].sort((a, b) => a - b);
  const counted = scores.filter((score) => score.counted);
  const completeAt = moments.find((moment) => {
    const day = office.zone.dayOf(moment);
    const wanted = wantedOn(day);
    // When everybody was released nobody is waited for, and yet there is nothing to decide on unless a score counts.
    if (wanted.length === 0) return required.some((place) => place.asked <= day) && counted.some((score) => score.submittedAt <= moment);
    return wanted.every((place) => (submitted.get(place.person) ?? Infinity) <= moment);
  });
  const wanted = wantedOn(today);
  const missing: MissingScore[] = wanted
    .filter((place) => !submitted.has(place.person))
    .map((place) => ({ person: place.person, asked: place.asked, due: place.due }));
  return { named: true, asked, pool: [], scoresIn: wanted.length - missing.length, scoresWanted: wanted.length, missing, completeAt };
}

function openPanel(input: PanelInput, scores: readonly ScoreFact[], today: string): PanelState {
  const inOrder = scores.filter((score) => score.leftOut !== 'unasked' && score.leftOut !== 'conflict').toSorted((a, b) => a.submittedAt - b.submittedAt);
  const done = new Set(inOrder.map((score) => score.person));
  const conflicted = (person: string): boolean => (input.folder.conflicts.get(person)?.value.declared ?? '9999') <= today;
  const pool = input.eligible.filter((person) => !done.has(person) && !conflicted(person));
  return {
    named: false, asked: [], pool, missing: [],
    scoresIn: Math.min(done.size, input.reviewers), scoresWanted: input.reviewers,
    completeAt: inOrder[input.reviewers - 1]?.submittedAt,
  };
}

/** The rubric version a visit keeps: its panel's, otherwise that of its earliest score, otherwise the current one. */
export function referenceOf(panel: Panel | undefined, scores: readonly StoredScore[], current: string | undefined): string | undefined {
  if (panel) return panel.rubric;
  const earliest = scores.toSorted((a, b) => Date.parse(a.value.submitted) - Date.parse(b.value.submitted) || (a.person < b.person ? -1 : 1))[0];
  return earliest?.value.rubric ?? current;
}
