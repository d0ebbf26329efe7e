import type { Person } from '../model/person.ts';
import { isMeeting } from '../model/stage-kind.ts';
import type { Workspace } from '../model/workspace.ts';
import { plural } from '../model/words.ts';
import type { CandidateFacts, VisitFacts } from './facts.ts';
import { isRefusedUncalibrated, trainedOn } from './calibrated.ts';
import { sharedHours } from './time/shared-hours.ts';

/** What of a candidate helps to find people who can talk with them. It decides here and is handed on to nobody. */
export interface Speech {
  /** BCP 47. */
  readonly language?: string | undefined;
  /** IANA time zone. */
  readonly timezone?: string | undefined;
}

/** A visit somebody is to be asked for, and what is known around it. */
export interface Scene {
  readonly workspace: Workspace;
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  /** Now, epoch in milliseconds, and its day. */
  readonly now: number;
  readonly today: string;
  /** By when the score would be due. */
  readonly due: string | undefined;
  /** The earlier stage whose work is talked about; then who scored it is wanted again. */
  readonly discusses: string | undefined;
  readonly speech: Speech | undefined;
  /** Reviews open by person. */
  readonly open: ReadonlyMap<string, number>;
}

/** One thing by which people are told apart: the smaller rank goes first, and the words say what it is. */
interface Trait {
  readonly rank: number;
  readonly words: string | undefined;
  /** Worth saying only where it puts somebody behind another. */
  readonly quiet?: boolean;
}

/** Working hours a day that make it easy to meet. */
const ENOUGH_HOURS = 2;

/**
 * Why somebody cannot be asked at all; undefined when they can.
 * @param shadow as a trainee, who need not be trained yet
 */
export function objection({ workspace, candidate, visit, today, due }: Scene, id: string, shadow = false): string | undefined {
  const person = workspace.people.get(id)?.value;
  if (!person) return 'is nobody of content/people';
  const { from, until } = person.active;
  if (today < from) return `takes part from ${from} on`;
  if (until !== undefined && until < today) return `left on ${until}`;
  if (until !== undefined && due !== undefined && until < due) return `leaves on ${until}, before it is due`;
  const conflict = candidate.folder.conflicts.get(id)?.value.declared;
  if (conflict !== undefined && conflict <= today) return 'declared a conflict of interest';
  const places = (candidate.folder.panels.get(visit.name)?.value.reviewers ?? []).filter((place) => place.person === id);
  const released = places.find((place) => place.released !== undefined);
  if (places.some((place) => place.released === undefined)) return 'is asked already';
  if (released) return `was released on ${released.released ?? ''}${released.reason === undefined ? '' : ` (${released.reason})`}`;
  if (visit.scores.some((score) => score.person === id)) return 'has scored already';
  if (!shadow && isRefusedUncalibrated(workspace, id, visit.panel?.reference, today)) return `was not trained on ${visit.panel?.reference ?? 'the rubric'}, which the settings ask for (hire calibrate)`;
  return undefined;
}

/**
 * By what people who can be asked are put in order, the weightiest first: trained on that version of the rubric; room in their week;
 * fresh eyes, or where the talk is about earlier work, those who know it; fewest open reviews for what they can take; the candidate's
 * language; working hours in common, where they meet.
 */
export function traits(scene: Scene, id: string): readonly Trait[] {
  const { workspace, visit, speech, now } = scene;
  const person = workspace.people.get(id)?.value;
  if (!person) return [];
  const open = scene.open.get(id) ?? 0;
  const { capacity } = person;
  const load = capacity === undefined ? plural(open, 'review') : `${open} of ${plural(capacity, 'review')}`;
  return [
    training(scene, id),
    { rank: capacity !== undefined && open >= capacity ? 1 : 0, words: `${load} open`, quiet: true },
    acquaintance(scene, id),
    { rank: open / (capacity === undefined ? USUAL_WEEK : Math.max(capacity, 0.5)), words: `${load} open` },
    sameLanguage(person, speech),
    isMeeting(visit.kind) ? hours(person, speech?.timezone ?? workspace.calendar.timezone, now) : NO_MATTER,
  ];
}

/** Whoever states no capacity is taken to manage so many reviews a week. */
const USUAL_WEEK = 3;
const NO_MATTER: Trait = { rank: 0, words: undefined };

function training({ workspace, visit, today }: Scene, id: string): Trait {
  const reference = visit.panel?.reference;
  if (reference === undefined) return NO_MATTER;
  if (trainedOn(workspace, id, reference, today) !== undefined) return { rank: 0, words: `trained on ${reference}` };
  return workspace.settings.value.scores.uncalibrated === 'ignore' ? NO_MATTER : { rank: 1, words: `not trained on ${reference}` };
}

function acquaintance({ candidate, visit, discusses }: Scene, id: string): Trait {
  const scored = candidate.visits.filter((other) => other !== visit && other.scores.some((score) => score.person === id));
  if (discusses !== undefined) {
    return scored.some(({ stage }) => stage === discusses) ? { rank: 0, words: `scored ${discusses}, which is talked about` } : { rank: 1, words: `did not score ${discusses}, which is talked about`, quiet: true };
  }
  const last = scored.at(-1);
  return last ? { rank: 1, words: `scored ${last.name} before` } : { rank: 0, words: undefined };
}

function sameLanguage({ languages }: Person, speech: Speech | undefined): Trait {
  if (speech?.language === undefined || languages.length === 0) return NO_MATTER;
  const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
  const wanted = base(speech.language);
  return languages.some((language) => base(language) === wanted) ? { rank: 0, words: 'same language' } : { rank: 1, words: 'another language' };
}

function hours({ timezone }: Person, other: string, now: number): Trait {
  const shared = timezone === undefined ? undefined : sharedHours(timezone, other, now);
  if (shared === undefined) return NO_MATTER;
  return shared >= ENOUGH_HOURS ? { rank: 0, words: 'shares working hours' } : { rank: 1, words: 'hardly shares working hours' };
}
