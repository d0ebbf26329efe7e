import type { CandidateEvent } from './candidate.ts';
import { EVENT_RULES, firstPhase, legalEvents, type Phase } from './event-rules.ts';
import type { StageKind } from './stage-kind.ts';

/** How a visit, and with it perhaps the application, ended. */
export type Exit = 'advanced' | 'returned' | 'declined' | 'withdrew' | 'expired' | 'hired';

/** What the state machine needs to know of a stage, in the order of the pipeline. */
export interface StageLike {
  readonly id: string;
  readonly kind: StageKind;
  /** False for a stage that is retired or was not switched on: nobody enters it by `advanced` alone. */
  readonly open: boolean;
  /** The day of its retirement, if it has one: what was entered before stays valid, whenever it is replayed. */
  readonly retired?: string;
}

/** One entry into a stage. Times are the instants as written. */
export interface Visit {
  /** `technical-challenge`, then `technical-challenge.2`. */
  readonly name: string;
  readonly stage: string;
  readonly number: number;
  readonly kind: StageKind;
  readonly entered: string;
  phase: Phase;
  started?: string;
  submitted?: string;
  bookedFor?: string;
  held?: string;
  offered?: string;
  left?: string;
  how?: Exit;
  reason?: string;
  /** Who ended it: a person, `hire`, or nobody named. */
  by?: string;
}

/** An event that the state machine refuses; it is skipped and the rest is replayed. */
export interface Fault {
  /** Position in the list of events, from 0. */
  readonly index: number;
  readonly code: 'event/order' | 'event/wrong-stage' | 'event/not-allowed' | 'event/first' | 'event/unknown-stage' | 'event/target';
  readonly message: string;
  readonly hint: string;
}

/** What a list of events amounts to. */
export interface Replay {
  readonly visits: readonly Visit[];
  /** The visit the application is in, or ended in; undefined before a valid first event. */
  readonly current: Visit | undefined;
  readonly closed: boolean;
  readonly faults: readonly Fault[];
}

/**
 * Replays a candidate's events over the stages of the pipeline. Never throws: what is not legal becomes a fault.
 * The events must already be limited to those that count at the moment asked for.
 */
export function replay(stages: readonly StageLike[], events: readonly CandidateEvent[]): Replay {
  const visits: Visit[] = [];
  const faults: Fault[] = [];
  let current: Visit | undefined;
  let before: Phase = 'ours';
  let lastAt = -Infinity;

  const enter = (stage: StageLike, at: string): void => {
    const number = visits.filter((visit) => visit.stage === stage.id).length + 1;
    current = {
      name: number === 1 ? stage.id : `${stage.id}.${number}`,
      stage: stage.id, number, kind: stage.kind, entered: at, phase: firstPhase(stage.kind),
    };
    visits.push(current);
  };
  const leave = (visit: Visit, event: CandidateEvent, how: Exit): void => {
    if (visit.phase !== 'closed') before = visit.phase;
    visit.phase = 'closed';
    visit.left = event.at;
    visit.how = how;
    if ('reason' in event) visit.reason = event.reason;
    if (event.by !== undefined) visit.by = event.by;
  };

  events.forEach((event, index) => {
    const fault = (code: Fault['code'], message: string, hint: string): void => void faults.push({ index, code, message, hint });
    const at = Date.parse(event.at);
    if (at < lastAt) fault('event/order', `“${event.event}” at ${event.at} stands after an event with a later time.`, 'Put the events in the order of their times.');
    lastAt = Math.max(lastAt, at);

    if (!current) {
      const first = stages.find((stage) => isOpen(stage, event.at)) ?? stages[0];
      if (event.event !== 'applied') return fault('event/first', `The first event is “${event.event}”, not “applied”.`, 'Begin the list with an “applied” event.');
      if (!first || event.stage !== first.id) {
        return fault('event/first', `“applied” names the stage “${event.stage}”; the pipeline begins with “${first?.id ?? ''}”.`, `Write stage: ${first?.id ?? ''}`);
      }
      return enter(first, event.at);
    }
    const position = stages.findIndex((stage) => stage.id === current?.stage);
    if (event.stage !== current.stage) {
      const known = stages.some((stage) => stage.id === event.stage);
      return known
        ? fault('event/wrong-stage', `“${event.event}” names the stage “${event.stage}”, but the candidate is in “${current.stage}”.`, `Write stage: ${current.stage}, or remove the event if it was merged twice.`)
        : fault('event/unknown-stage', `“${event.event}” names the stage “${event.stage}”, which the pipeline does not have.`, `Stages: ${stages.map((stage) => stage.id).join(', ')}.`);
    }
    const next = stages.slice(position + 1).find((stage) => isOpen(stage, event.at));
    const legal = legalEvents(current.kind, current.phase, current.how, !next);
    if (event.event === 'applied' || !legal.includes(event.event)) {
      const why = event.event === 'applied' ? 'the candidate has applied already' : whyNot(event.event, current, !next);
      return fault('event/not-allowed', `“${event.event}” is not possible in “${current.name}”: ${why}.`, `Possible now: ${legal.join(', ') || 'nothing'}.`);
    }
    switch (event.event) {
      case 'started': current.phase = 'working'; current.started = event.at; return;
      case 'submitted': current.phase = 'ours'; current.submitted = event.at; return;
      case 'booked': current.phase = 'booked'; current.bookedFor = event.for; return;
      case 'held': current.phase = 'ours'; current.held = event.at; return;
      case 'offered': current.phase = 'theirs'; current.offered = event.at; return;
      case 'advanced': {
        const target = event.to === undefined ? next : stages.slice(position + 1).find((stage) => stage.id === event.to && isOpen(stage, event.at));
        if (!target) return fault('event/target', `“advanced” goes to “${event.to ?? ''}”, which is no later open stage.`, `Later stages: ${stages.slice(position + 1).filter((stage) => isOpen(stage, event.at)).map((stage) => stage.id).join(', ')}.`);
        leave(current, event, 'advanced');
        return enter(target, event.at);
      }
      case 'returned': {
        const target = stages.slice(0, position + 1).find((stage) => stage.id === event.to);
        if (!target) return fault('event/target', `“returned” goes to “${event.to}”, which is neither this stage nor an earlier one.`, `Possible: ${stages.slice(0, position + 1).map((stage) => stage.id).join(', ')}.`);
        leave(current, event, 'returned');
        return enter(target, event.at);
      }
      case 'reopened':
        current.phase = before;
        delete current.left; delete current.how; delete current.reason; delete current.by;
        return;
      case 'declined': case 'withdrew': case 'expired': case 'hired':
        return leave(current, event, event.event);
    }
  });
  return { visits, current, closed: current?.phase === 'closed', faults };
}

/** Whether a stage could be entered at an instant, by the day as it was written. */
function isOpen(stage: StageLike, at: string): boolean {
  return stage.retired === undefined ? stage.open : at.slice(0, 10) < stage.retired;
}

function whyNot(name: Exclude<CandidateEvent['event'], 'applied'>, visit: Visit, last: boolean): string {
  if (name === 'advanced' && last) return 'it is the last stage';
  const rule = EVENT_RULES[name];
  if (!rule.kinds.includes(visit.kind)) return `a stage of kind ${visit.kind} has no such event`;
  return visit.phase === 'closed' ? `the application is closed (${visit.how ?? 'ended'})` : `the visit is “${visit.phase}”`;
}
