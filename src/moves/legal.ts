import { replayAt } from '../analysis/record.ts';
import type { CandidateEvent } from '../model/candidate.ts';
import type { Fault } from '../model/replay.ts';
import { stagesOf } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import { VERB_NAMES, VERBS, type Verb } from './verbs.ts';

/** What the state machine says of one event more: nothing, or the first fault it finds in it. */
export function faultOf(workspace: Workspace, role: string, events: readonly CandidateEvent[], event: CandidateEvent): Fault | undefined {
  const played = replayAt(workspace, role, [...events, event], event.at.slice(0, 10));
  return played?.faults.find((fault) => fault.index === events.length);
}

/** Every verb that the state machine takes now. Asked of the machine itself, so that this list and its answers never differ. */
export function possibleVerbs(workspace: Workspace, role: string, events: readonly CandidateEvent[], stage: string, at: string): Verb[] {
  return VERB_NAMES.filter((verb) => faultOf(workspace, role, events, sampleEvent(verb, stage, at)) === undefined);
}

/** "Possible now: hire advance, hire decline." */
export function possibleWords(workspace: Workspace, role: string, events: readonly CandidateEvent[], stage: string, at: string): string {
  const verbs = possibleVerbs(workspace, role, events, stage, at);
  return `Possible now: ${verbs.length === 0 ? 'nothing' : verbs.map((verb) => `hire ${verb}`).join(', ')}.`;
}

/** Stages somebody may be moved to from a stage, by `advance` (later ones that are open) or `return` (this one and the earlier ones). */
export function targetsOf(workspace: Workspace, role: string, stage: string, verb: 'advance' | 'return', day: string): string[] {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  const stages = opening && pipeline ? stagesOf(pipeline, opening.with) : [];
  const position = stages.findIndex((each) => each.id === stage);
  const eligible = verb === 'return' ? stages.slice(0, position + 1) : stages.slice(position + 1).filter((each) => each.retired === undefined || day < each.retired);
  return eligible.map((each) => each.id);
}

/** An event of a verb with words in it that cannot be the reason of a fault. */
export function sampleEvent(verb: Verb, stage: string, at: string): CandidateEvent {
  const { event } = VERBS[verb];
  const base = { at, stage, by: 'hire' };
  switch (event) {
    case 'booked': return { ...base, event, for: at };
    case 'returned': return { ...base, event, to: stage };
    case 'declined': case 'withdrew': return { ...base, event, reason: 'any' };
    default: return { ...base, event };
  }
}
