import type { EventName } from './candidate.ts';
import { isHandedIn, isMeeting, startsAsOurs, STAGE_KINDS, type StageKind } from './stage-kind.ts';

/**
 * Where an open visit stands. In *entered, working, booked, theirs* the candidate moves; in *ours* we move;
 * *closed* is the end of the application.
 */
export type Phase = 'entered' | 'working' | 'booked' | 'ours' | 'theirs' | 'closed';

/** Where an event may happen, and while what. One row of the table in the format. */
export interface EventRule {
  readonly kinds: readonly StageKind[];
  readonly phases: readonly Phase[];
}

const OPEN: readonly Phase[] = ['entered', 'working', 'booked', 'ours', 'theirs'];
const handedIn = STAGE_KINDS.filter(isHandedIn);
const meetings = STAGE_KINDS.filter(isMeeting);

/** The table of events: kinds of stage and phases in which each is allowed. `applied` is only ever the first. */
export const EVENT_RULES: Readonly<Record<Exclude<EventName, 'applied'>, EventRule>> = {
  started: { kinds: handedIn, phases: ['entered'] },
  submitted: { kinds: handedIn, phases: ['entered', 'working'] },
  booked: { kinds: meetings, phases: ['entered', 'booked'] },
  held: { kinds: meetings, phases: ['booked'] },
  offered: { kinds: ['offer'], phases: ['ours'] },
  hired: { kinds: ['offer'], phases: ['theirs', 'ours'] },
  advanced: { kinds: STAGE_KINDS, phases: OPEN },
  returned: { kinds: STAGE_KINDS, phases: OPEN },
  declined: { kinds: STAGE_KINDS, phases: OPEN },
  withdrew: { kinds: STAGE_KINDS, phases: OPEN },
  expired: { kinds: STAGE_KINDS, phases: ['entered', 'working', 'booked', 'theirs'] },
  reopened: { kinds: STAGE_KINDS, phases: ['closed'] },
};

/** The phase in which a visit to a stage of this kind begins. */
export function firstPhase(kind: StageKind): Phase {
  return startsAsOurs(kind) ? 'ours' : 'entered';
}

/** Every event that is legal now, in the order of the table. */
export function legalEvents(kind: StageKind, phase: Phase, how: string | undefined, last: boolean): EventName[] {
  const names = Object.keys(EVENT_RULES) as (keyof typeof EVENT_RULES)[];
  return names.filter((name) => {
    if (name === 'withdrew' && how === 'hired') return true;
    if (name === 'advanced' && last) return false;
    const rule = EVENT_RULES[name];
    return rule.kinds.includes(kind) && rule.phases.includes(phase);
  });
}
