import { candidateFacts } from '../analysis/candidate.ts';
import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import { dueAt, officeOf } from '../analysis/time/office.ts';
import { templateFor } from '../messages/call.ts';
import { draftMessage } from '../messages/draft.ts';
import type { Candidate, CandidateEvent } from '../model/candidate.ts';
import type { CandidateFolder, Stored, Workspace } from '../model/workspace.ts';
import { appendEvent } from './append.ts';
import { eventOf } from './event-of.ts';
import { guard } from './guards.ts';
import { planSubmission } from './hand-in.ts';
import { faultOf, possibleWords, sampleEvent } from './legal.ts';
import type { MoveRequest, PlannedMove, RefusedMove } from './move.ts';
import { notesOf } from './notes.ts';
import { NotPossible } from './refusal.ts';
import { textOfRecord } from './same-text.ts';
import { momentWords, whereWords } from './where.ts';
import { withFolder } from './with-folder.ts';

/**
 * Plans one move of one candidate: the event, the files with it, the message it calls for, and what should be said before. The state
 * machine decides what is possible; nothing is written here.
 * @param facts what is known of the candidate now
 * @param text a file of the tree as it lies there
 * @param language the candidate's, where it is known
 */
export function planMove(
  workspace: Workspace, facts: CandidateFacts, request: MoveRequest, text: (path: string) => string | undefined, language?: string,
): PlannedMove | RefusedMove {
  try {
    return planned(workspace, facts, request, text, language);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { role: facts.role, candidate: facts.id, message: error.message, hint: error.hint };
  }
}

function planned(workspace: Workspace, facts: CandidateFacts, wanted: MoveRequest, text: (path: string) => string | undefined, language: string | undefined): PlannedMove {
  const office = officeOf(workspace.calendar);
  const { record, current } = recordOf(facts);
  const { events } = record.value;
  const request = dated(facts, current, wanted);
  const at = office.zone.instantText(request.at);
  const last = events.at(-1);
  const refuse = (fault: string): never => {
    // Of the machine’s sentence what is left to say: where the candidate is was said already.
    const why = /: (.+)$/.exec(fault)?.[1] ?? '';
    const more = current.phase === 'closed' ? '' : ` “hire ${request.verb}” is not possible there${why === '' || why.startsWith('the visit is') ? '.' : `: ${why}`}`;
    throw new NotPossible(`“${facts.id}” is ${whereWords(office, facts)}.${more}`, possibleWords(workspace, facts.role, events, current.stage, at));
  };
  if (last && Date.parse(at) < Date.parse(last.at)) {
    throw new NotPossible(`The last event of “${facts.id}” (“${last.event}”) was at ${momentWords(office, Date.parse(last.at))}; nothing can be added before it, at ${momentWords(office, request.at)}.`, 'Say with --when, at or after that time, when it happened.');
  }
  const refused = faultOf(workspace, facts.role, events, sampleEvent(request.verb, current.stage, at));
  if (refused) return refuse(refused.message);
  guard(workspace, office, facts, current, request);
  const event = eventOf(workspace, office, facts.role, current, request);
  const fault = faultOf(workspace, facts.role, events, event);
  if (fault) return refuse(fault.message);

  const before = textOfRecord(record, text);
  const submission = request.verb === 'submit' && request.handedIn ? planSubmission(facts.folder, current.name, at, request.handedIn, text) : undefined;
  const after = withEvent(facts.folder, record, event, submission && [current.name, submission.stored]);
  const factsAfter = candidateFacts(withFolder(workspace, after), after, request.at);
  const into = factsAfter.visits.length > facts.visits.length ? factsAfter.current : undefined;
  const call = templateFor(workspace, { on: event.event, at: current.kind, into: into?.kind, reason: 'reason' in event ? event.reason : undefined }, language);
  const { window } = request;
  if (window && !call) throw new NotPossible(`No message says “${event.event}”, and what is chosen here is kept in the promise of a message.`, 'Add a message for the occasion to content/messages.');
  const draft = window && call && draftMessage({ workspace: withFolder(workspace, after), folder: after, now: request.at, call, sender: request.by ?? facts.manager ?? 'hire', window });
  const deadline = draft?.promised?.submit_by === undefined ? factsAfter.current?.deadline?.at : dueAt(office, draft.promised.submit_by).at;
  return {
    verb: request.verb, role: facts.role, candidate: facts.id, visit: current.name, into: into?.name, event, before: facts, after, call, window,
    notes: notesOf(workspace, office, facts, current, request, factsAfter, deadline),
    changes: [appendEvent(record.path, before, event), ...(submission ? [submission.change] : [])],
  };
}

/** The record and the visit it stands in. @throws NotPossible when there is none, or it contradicts itself */
function recordOf({ id, role, folder, current, faults }: CandidateFacts): { readonly record: Stored<Candidate>; readonly current: VisitFacts } {
  if (folder.erased) throw new NotPossible(`The record of “${id}” was erased on ${folder.erased.value.on}.`, 'Nothing is possible any more.');
  if (!folder.record) throw new NotPossible(`${folder.path}/candidate.yml is missing or broken.`, '“hire check” says what is wrong.');
  if (faults.length > 0) throw new NotPossible(`The events of “${id}” contradict each other: ${faults[0]?.message ?? ''}`, 'Mend them first; “hire check” shows the line.');
  if (!current) throw new NotPossible(`The process of “${role}” cannot be read.`, '“hire check” says what is wrong.');
  return { record: folder.record, current };
}

/** A meeting that is over was held when it ended, and not when somebody came to write it down. */
function dated(facts: CandidateFacts, current: VisitFacts, request: MoveRequest): MoveRequest {
  if (request.verb !== 'hold' || request.dated === true || current.phase !== 'booked') return request;
  const ended = current.meetsUntil?.at;
  const last = Date.parse(facts.folder.record?.value.events.at(-1)?.at ?? '');
  return ended !== undefined && ended < request.at && ended >= last ? { ...request, at: ended } : request;
}

function withEvent(folder: CandidateFolder, record: Stored<Candidate>, event: CandidateEvent, submission: readonly [string, NonNullable<ReturnType<CandidateFolder['submissions']['get']>>] | undefined): CandidateFolder {
  return {
    ...folder,
    record: { ...record, value: { ...record.value, events: [...record.value.events, event] } },
    ...(submission && { submissions: new Map(folder.submissions).set(...submission) }),
  };
}
