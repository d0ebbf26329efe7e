import { kaplanMeier, survivalQuantile, type Spell } from '../statistics/kaplan-meier.ts';
import type { Office } from '../time/office.ts';
import { scorableSince, type ScoreWaiting } from '../today.ts';
import type { AskedPlace, ReviewerWork } from './work.ts';
import { SCORES_GUARD } from './work.ts';

/** One visit that a person scored: when it could be scored, and when it was. */
export interface ScoredRow extends Pick<AskedPlace, 'candidate' | 'visit'> {
  /** Asked, and the work there; undefined where no panel file says when. */
  readonly since: string | undefined;
  readonly submitted: string;
  /** Business days between the two; undefined with `since`. */
  readonly days: number | undefined;
}

/** How long a person takes to score, in business days from the day on which it could be scored. */
export interface Turnaround {
  /** Newest first. */
  readonly rows: readonly ScoredRow[];
  /** Of what was asked by name and given, ascending. */
  readonly days: readonly number[];
  /** Asked by name, scorable, and not given yet. */
  readonly waiting: number;
  /** Business days of the longest of these. */
  readonly longest: number | undefined;
  /** Kaplan–Meier; undefined below the guard, or while less than half of what was asked is in. */
  readonly median: number | undefined;
  /** 95 %, log-log; an end that cannot be told is undefined. */
  readonly interval: readonly [number | undefined, number | undefined];
}

/**
 * The median counts what is still asked as "not yet", and what ended without this person as "not by then": the mean of what was given
 * would call somebody fast who leaves the hard ones lying. Whoever scored unasked and was put on the panel afterwards was neither fast nor slow.
 */
export function turnaround(office: Office, work: ReviewerWork | undefined, open: readonly ScoreWaiting[], today: string): Turnaround {
  const between = (from: string, to: string): number => Math.max(0, office.business.between(from, to));
  const rows = (work?.given ?? []).map(({ candidate, visit, score }): ScoredRow => {
    const submitted = office.zone.dayOf(score.submittedAt);
    const places = visit.panel?.asked.filter((place) => place.person === score.person && place.asked <= submitted) ?? [];
    const place = places.find(({ released }) => released === undefined) ?? places.at(-1);
    const since = place && scorableSince(office, visit, place.asked);
    return { candidate, visit, since, submitted, days: since === undefined ? undefined : between(since, submitted) };
  }).sort((a, b) => (a.submitted < b.submitted ? 1 : a.submitted > b.submitted ? -1 : 0));
  const days = rows.flatMap((row) => row.days ?? []).sort((a, b) => a - b);
  const waits = open.map(({ since }) => (since === undefined ? 0 : between(since, today)));
  const ended = (work?.asked ?? []).flatMap((asked) => endedAfter(office, asked, between) ?? []);
  const spells: Spell[] = [...days.map((time) => ({ time, event: true })), ...[...waits, ...ended].map((time) => ({ time, event: false }))];
  const told = days.length < SCORES_GUARD ? undefined : survivalQuantile(kaplanMeier(spells), 0.5);
  return {
    rows, days, waiting: waits.length, longest: waits.length === 0 ? undefined : Math.max(...waits),
    median: told?.value, interval: told?.value === undefined ? [undefined, undefined] : told.interval,
  };
}

/** Business days after which a place ended without a score, by release or with the visit; undefined for anything else. */
function endedAfter(office: Office, { visit, place, score }: AskedPlace, between: (from: string, to: string) => number): number | undefined {
  if (score !== undefined || place.shadow) return undefined;
  const left = visit.leftAt === undefined ? undefined : office.zone.dayOf(visit.leftAt);
  const end = place.released !== undefined && (left === undefined || place.released < left) ? place.released : left;
  const since = visit.reply === undefined ? undefined : scorableSince(office, visit, place.asked);
  return end === undefined || since === undefined || since > end ? undefined : between(since, end);
}
