import type { PublishedCandidate, PublishedVisit } from '../../../view/published/candidate.ts';
import type { RailMark } from '../marks.ts';
import type { TableCell } from '../cells.ts';
import { dueState } from '../../today/clock.ts';
import { fixed, local, shortDay } from '../../published/words.ts';

type Score = PublishedVisit['scores'][number];

/** The counted marks of one criterion, as they stand on its rail. */
export function railMarks(scores: readonly Score[], criterion: string, nameOf: (person: string) => string): RailMark[] {
  return scores.flatMap(({ counted, person, initial, marks }) => {
    const mark = marks[criterion]?.mark;
    return counted && typeof mark === 'number' ? [{ name: nameOf(person), initial, mark }] : [];
  });
}

/** Why a score is shown and not counted, after the reviewer's name. */
export const LEFT_OUT: Readonly<Record<NonNullable<Score['leftOut']>, string>> = {
  shadow: 'learning to score: shown, never counted',
  conflict: 'declared a conflict: shown, not counted',
  late: 'came after the panel was complete: shown, not counted',
  version: 'scored against another version of the rubric: shown, not counted',
  released: 'was released from this score: shown, not counted',
  unasked: 'was not asked for this score: shown, not counted',
};

/** Why a stage's score is called incomplete. */
export function incompleteWords(reason: string): string {
  return reason.replaceAll('-', ' ');
}

/** The two reviewers who stand furthest apart on a criterion, the higher first. */
export function opposed(scores: readonly Score[], criterion: string): readonly [Score, Score] | undefined {
  const marked = scores.filter(({ counted, marks }) => counted && typeof marks[criterion]?.mark === 'number');
  const sorted = marked.toSorted((a, b) => (b.marks[criterion]?.mark ?? 0) - (a.marks[criterion]?.mark ?? 0));
  const [high, low] = [sorted[0], sorted.at(-1)];
  return high && low && high !== low ? [high, low] : undefined;
}

/**
 * Stages that stand open when the page is opened: the one that decides. That is where reviewers part, and the
 * present one when it has something to show; where neither is, the last one with a result.
 */
export function openStages({ talkAbout, visits, row }: Pick<PublishedCandidate, 'talkAbout' | 'visits' | 'row'>): ReadonlySet<string> {
  const last = visits.findLast(({ result }) => result !== null)?.name;
  const present = row.closed ? undefined : visits.at(-1);
  const now = present && hasContent(present) && (present.hidden || present.submission !== null || present.reply !== null) ? present.name : undefined;
  const open = [talkAbout[0]?.visit, now].filter((name) => name !== undefined);
  return new Set(open.length > 0 || last === undefined ? open : [last]);
}

/** What a stage shows at all: a mark, a piece of work, or who is to score. */
export function hasContent(visit: PublishedVisit): boolean {
  return visit.rubric !== null || visit.submission !== null;
}

/** "3" of "3 business days", a day that was promised as lists print it, the text itself for anything else. */
export function promised(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return shortDay(text);
  return /^(\d+)(-(\d+))? business days?$/.exec(text)?.[3] ?? /^(\d+) business days?$/.exec(text)?.[1] ?? text;
}

/** The row of a visit in the table of dates; days are those of the organisation. */
export function datesRow(visit: PublishedVisit, today: string, timezone: string): TableCell[] {
  const day = (moment: string | null): string | null => (moment === null ? null : shortDay(local(moment, timezone).day));
  const { reply, panel, result } = visit;
  const promise = reply === null ? null : promised(reply.promised);
  const ours = visit.ours === 0 && visit.left === null && reply?.state !== 'open' ? null : visit.ours;
  return [
    { value: visit.title, href: hasContent(visit) ? `#stage-${visit.name}` : undefined },
    day(visit.started),
    day(visit.submitted ?? visit.held) ?? (visit.number === 1 && visit.kind === 'screening' ? day(visit.entered) : null),
    answered(visit, today, timezone),
    ours === null ? null : { value: ours, alarm: ours > Number(promise ?? Infinity) },
    promise,
    result !== null && result.score !== null ? fixed(result.score) : visit.hidden && panel ? `${panel.scoresIn} of ${panel.scoresWanted} in` : null,
  ];
}

function answered({ reply, how }: PublishedVisit, today: string, timezone: string): TableCell {
  if (reply === null) return null;
  if (reply.answered !== null) {
    const day = shortDay(local(reply.answered, timezone).day);
    return reply.state === 'late' ? { value: day, aside: 'late' } : day;
  }
  if (how === 'withdrew' || how === 'expired') return null;
  if (reply.state === 'overdue') return { value: `due ${shortDay(reply.due)}, late`, alarm: true };
  if (reply.state !== 'open') return null;
  const { is, words } = dueState(reply.due, today, 0);
  return is === 'due' ? { value: `due ${words}`, strong: true } : `due ${shortDay(reply.due)}`;
}
