import type { Outcome } from '../model/outcome.ts';
import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts } from './facts.ts';
import { addDays } from './time/day.ts';
import { businessDaysLate, dueAt, officeOf } from './time/office.ts';

/** Days after the first working day on which we look at how a hire works out. */
export const REVIEW_DAYS = [30, 90, 180, 365] as const;
export type ReviewDay = (typeof REVIEW_DAYS)[number];

/** A review of a hire that nobody has written. */
export interface ReviewDue {
  readonly role: string;
  readonly candidate: string;
  /** Which one: days after the start. */
  readonly day: ReviewDay;
  /** The calendar day it falls on. */
  readonly due: string;
  /** Business days past it, at least 1 once it has passed; 0 when not late. */
  readonly lateBy: number;
  /** The manager of the opening, who writes it. */
  readonly manager: string | undefined;
}

/**
 * Reviews that have come and are not written, the oldest first. Of one hire only the latest that has come counts: what was seen after
 * thirty days cannot be written after two hundred. Nothing is due after somebody’s last day.
 * @param ahead also those that come within so many calendar days
 */
export function reviewsDue(workspace: Workspace, facts: Pick<WorkspaceFacts, 'now' | 'today'>, ahead = 0): ReviewDue[] {
  const office = officeOf(workspace.calendar);
  const until = addDays(facts.today, ahead);
  const due = [...workspace.outcomes].flatMap(([role, hires]) => [...hires].flatMap(([candidate, { value }]): ReviewDue[] => {
    const day = reviewAt(value, until);
    if (day === undefined) return [];
    const on = addDays(value.started, day);
    return [{ role, candidate, day, due: on, lateBy: businessDaysLate(office, dueAt(office, on), facts.now), manager: workspace.roles.get(role)?.value.manager }];
  }));
  return due.sort((a, b) => compare(a.due, b.due) || compare(a.role, b.role) || compare(a.candidate, b.candidate));
}

/** The review of one hire that has come by a day and is not written; undefined when there is none. */
export function reviewAt(outcome: Outcome, until: string): ReviewDay | undefined {
  if (outcome.left !== undefined && outcome.left <= until) return undefined;
  const last = REVIEW_DAYS.findLast((day) => addDays(outcome.started, day) <= until);
  return last === undefined || outcome.reviews.some((review) => review.day >= last) ? undefined : last;
}

/** Hires of whom nobody has written down the first working day, by role and id. */
export function startsMissing(workspace: Workspace, facts: WorkspaceFacts): CandidateFacts[] {
  return facts.all.filter((candidate) => candidate.how === 'hired' && !workspace.outcomes.get(candidate.role)?.has(candidate.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
