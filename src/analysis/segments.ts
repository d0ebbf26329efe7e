import type { CandidateEvent } from '../model/candidate.ts';
import type { Visit } from '../model/replay.ts';
import { startsAsOurs } from '../model/stage-kind.ts';
import type { HeldTime, Segment } from './facts.ts';
import { daysBetween, type Office } from './time/office.ts';

/**
 * Who held the time of an application: theirs until something was handed in or a meeting was held and while an offer is out, ours
 * otherwise. Time between a close and a reopening belongs to nobody. Neighbours of one side within a visit are one segment.
 */
export function segments(office: Office, visits: readonly Visit[], events: readonly CandidateEvent[], now: number): Segment[] {
  const gaps = closedGaps(events);
  return visits.flatMap((visit) => stretches(visit, now).flatMap(({ by, from, to }) => cut(from, to, gaps).map(([start, end]) => {
    const { business, calendar } = daysBetween(office, start, end);
    return { by, visit: visit.name, from: start, to: end, businessDays: business, calendarDays: calendar };
  })));
}

/** Sums segments by side. */
export function heldTime(list: readonly Segment[]): HeldTime {
  const total = { ours: 0, theirs: 0, oursCalendar: 0, theirsCalendar: 0 };
  for (const segment of list) {
    total[segment.by] += segment.businessDays;
    total[`${segment.by}Calendar`] += segment.calendarDays;
  }
  return total;
}

function stretches(visit: Visit, now: number): { by: Segment['by']; from: number; to: number }[] {
  const from = Date.parse(visit.entered);
  const to = visit.left === undefined ? now : Date.parse(visit.left);
  const starting = startsAsOurs(visit.kind) ? 'ours' : 'theirs';
  const turn = visit.submitted ?? visit.held ?? visit.offered;
  if (turn === undefined) return from < to ? [{ by: starting, from, to }] : [];
  const at = Math.min(Math.max(Date.parse(turn), from), Math.max(from, to));
  const then = starting === 'ours' ? 'theirs' : 'ours';
  return [{ by: starting, from, to: at }, { by: then, from: at, to }].filter((stretch) => stretch.from < stretch.to) as { by: Segment['by']; from: number; to: number }[];
}

type Gap = readonly [number, number];

function closedGaps(events: readonly CandidateEvent[]): Gap[] {
  const gaps: Gap[] = [];
  let closed: number | undefined;
  for (const event of events) {
    if (event.event === 'reopened') {
      if (closed !== undefined) gaps.push([closed, Date.parse(event.at)]);
      closed = undefined;
    } else if (event.event === 'declined' || event.event === 'withdrew' || event.event === 'expired' || event.event === 'hired') {
      closed ??= Date.parse(event.at);
    }
  }
  return gaps;
}

function cut(from: number, to: number, gaps: readonly Gap[]): Gap[] {
  let start = from;
  const parts: Gap[] = [];
  for (const [closed, reopened] of gaps) {
    if (closed >= to || reopened <= start) continue;
    if (closed > start) parts.push([start, closed]);
    start = reopened;
  }
  if (start < to) parts.push([start, to]);
  return parts;
}
