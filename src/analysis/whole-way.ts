import type { Workspace } from '../model/workspace.ts';
import type { WorkspaceFacts } from './candidate.ts';
import type { CandidateFacts } from './facts.ts';
import { CONVERSION_FROM } from './funnel.ts';
import { mondayOf } from './funnel-spells.ts';
import { roleCost } from './process-cost.ts';
import { aalenJohansen, incidenceAt } from './statistics/aalen-johansen.ts';
import { wilson } from './statistics/wilson.ts';
import { middleTime, TIME_FROM, type MiddleTime } from './time-in-stage.ts';
import { calendarDaysBetween } from './time/day.ts';
import { officeOf } from './time/office.ts';

/** How an application may end, in the order in which the causes are numbered from 1. */
const ENDS = ['hired', 'declined', 'withdrew', 'expired'] as const;
type End = (typeof ENDS)[number];

/** One application from the first entry to its end, or to now. */
export interface Way {
  /** Calendar days; between the Mondays of weeks where the record is erased. */
  readonly calendar: number;
  /** Undefined while it is open, and where the end went with an erasure. */
  readonly end: End | undefined;
  /** Only weeks are left of it. */
  readonly erased: boolean;
}

/** From application to hire. Shares are from 0 to 1, intervals at 95 %. */
export interface WholeWay {
  readonly applied: number;
  readonly hired: number;
  /** Hired, declined, withdrew or expired. */
  readonly ended: number;
  /** The day asked for, in calendar days after applying, and the day that is told: less where nobody was followed for so long. */
  readonly asked: number;
  readonly day: number;
  /** Cumulative incidence of being hired by that day; undefined below five ended. */
  readonly share: number | undefined;
  readonly interval: readonly [lower: number, upper: number] | undefined;
  /** Calendar days until an application ends, whichever way; undefined below five ends that are known to the day. */
  readonly time: MiddleTime | undefined;
  /** Erased applications, which the days leave out. */
  readonly leftOut: number;
}

/** Calendar days after applying by which the share that is hired is told, unless the process itself may take longer. */
export const WAY_DAYS = 90;

/** Ninety days, which hires seldom exceed, or the full time of a role's process where that is longer. */
export function wayHorizon(workspace: Workspace, role: string): number {
  return Math.max(WAY_DAYS, roleCost(workspace, role)?.days ?? 0);
}

/** Every application of a role. One that was reopened goes on: only its last end counts, and the days between belong to the way. */
export function waysOf(workspace: Workspace, facts: WorkspaceFacts, role: string): Way[] {
  const { zone } = officeOf(workspace.calendar);
  return (facts.roles.get(role) ?? []).flatMap((candidate) => wayOf(candidate, (epoch) => zone.dayOf(epoch), facts.today));
}

function wayOf({ visits, folder }: CandidateFacts, dayOf: (epoch: number) => string, today: string): Way[] {
  const [first, last] = [visits[0], visits.at(-1)];
  const erased = folder.erased?.value;
  // While the record still stands its own visits count, or they would be counted twice.
  if (first && last) {
    const end = endOf(last.how);
    const until = end !== undefined && last.leftAt !== undefined ? dayOf(last.leftAt) : (erased?.on ?? today);
    return [{ calendar: Math.max(0, calendarDaysBetween(dayOf(first.enteredAt), until)), end, erased: false }];
  }
  const [begun, latest] = [erased?.visits[0], erased?.visits.at(-1)];
  if (!erased || !begun || !latest) return [];
  const end = endOf(latest.how);
  const until = end !== undefined && latest.left !== undefined ? mondayOf(latest.left) : erased.on;
  return [{ calendar: Math.max(0, calendarDaysBetween(mondayOf(begun.entered), until)), end, erased: true }];
}

function endOf(how: string | undefined): End | undefined {
  return ENDS.find((end) => end === how);
}

/**
 * Cumulative incidence of being hired by a day after applying, with declined, withdrew and expired as competing ends and open applications
 * followed to now (Aalen–Johansen), and the Kaplan–Meier median of the days until an application ends. The shares of the stages are not
 * multiplied for it: whoever goes on fast would stand for those who still wait. Where none or all are hired by then the Wilson
 * interval of those of whom it is known stands for it. Undefined below five ended.
 */
export function wholeWay(ways: readonly Way[], horizon: number): WholeWay {
  const known = ways.filter(({ erased }) => !erased);
  const ended = ways.filter(({ end }) => end !== undefined).length;
  const time = known.filter(({ end }) => end !== undefined).length < TIME_FROM ? undefined : middleTime(known.map(({ calendar, end }) => ({ time: calendar, event: end !== undefined })));
  const counts = { applied: ways.length, hired: ways.filter(({ end }) => end === 'hired').length, ended, asked: horizon, time, leftOut: ways.length - known.length };
  if (ended < CONVERSION_FROM) return { ...counts, day: horizon, share: undefined, interval: undefined };
  const curve = aalenJohansen(ways.map(({ calendar, end }) => ({ time: calendar, cause: end === undefined ? 0 : ENDS.indexOf(end) + 1 })), ENDS.length);
  const day = curve.complete || curve.watched === undefined ? horizon : Math.min(horizon, curve.watched);
  const found = incidenceAt(curve, 1, day);
  return { ...counts, day, share: found?.share, interval: found?.interval ?? intervalBy(ways, day) };
}

/** Of those of whom it is known whether they had been hired by a day. */
function intervalBy(ways: readonly Way[], day: number): readonly [number, number] | undefined {
  const known = ways.filter(({ end, calendar }) => end !== undefined || calendar >= day);
  return wilson(known.filter(({ end, calendar }) => end === 'hired' && calendar <= day).length, known.length);
}
