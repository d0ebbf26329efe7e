import { candidateFacts } from '../analysis/candidate.ts';
import type { CandidateFacts, Due, VisitFacts } from '../analysis/facts.ts';
import { calendarDaysBetween } from '../analysis/time/day.ts';
import { dueAt, officeOf, type Office } from '../analysis/time/office.ts';
import { templateFor, type MessageCall } from '../messages/call.ts';
import { draftMessage } from '../messages/draft.ts';
import type { Adjustment } from '../model/candidate.ts';
import type { Change } from '../model/change.ts';
import type { Duration } from '../model/duration.ts';
import { isHandedIn } from '../model/stage-kind.ts';
import { stagesOf } from '../model/stages.ts';
import type { CandidateFolder, Workspace } from '../model/workspace.ts';
import { closest, listed } from '../model/words.ts';
import { editYaml, NotEdited } from '../store/edit-yaml.ts';
import type { RefusedMove } from './move.ts';
import { elapsed } from './notes.ts';
import { NotPossible } from './refusal.ts';
import { textOfRecord } from './same-text.ts';
import { momentWords, whereWords } from './where.ts';
import { withFolder } from './with-folder.ts';

/** Extra time for one candidate, or for many. */
export interface ExtensionRequest {
  readonly by: string;
  /** Now, epoch in milliseconds. */
  readonly at: number;
  readonly extra: Duration;
  /** Without it the stage they are in. */
  readonly stages?: readonly string[];
  /** Whether what was granted on this day already, in the very same words, is refused: a command may be given twice. */
  readonly once?: boolean;
}

/** Extra time that is possible: what is written, and which dates move. */
export interface PlannedExtension {
  readonly role: string;
  readonly candidate: string;
  readonly visit: string;
  readonly adjustment: Adjustment;
  readonly before: CandidateFacts;
  readonly after: CandidateFolder;
  /** The date that moves, in the current visit; undefined where only a later stage is meant. */
  readonly moved: { readonly what: 'start-by' | 'deadline'; readonly from: Due; readonly to: Due } | undefined;
  readonly notes: readonly string[];
  readonly call: MessageCall | undefined;
  readonly changes: readonly Change[];
}

/**
 * Plans extra time, before or after a deadline: one line more in the record, whatever the cause. The dates are those of the one function.
 * @returns why not, where no date moves, or the new one has passed as well
 */
export function planExtension(
  workspace: Workspace, facts: CandidateFacts, request: ExtensionRequest, text: (path: string) => string | undefined, language?: string,
): PlannedExtension | RefusedMove {
  try {
    return planned(workspace, facts, request, text, language);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { role: facts.role, candidate: facts.id, message: error.message, hint: error.hint };
  }
}

function planned(workspace: Workspace, facts: CandidateFacts, request: ExtensionRequest, text: (path: string) => string | undefined, language: string | undefined): PlannedExtension {
  const office = officeOf(workspace.calendar);
  const { folder, current, id } = facts;
  const { record } = folder;
  if (!record || !current) throw new NotPossible(`The record of “${id}” cannot be read.`, '“hire check” says what is wrong.');
  if (facts.closed) throw new NotPossible(`“${id}” is ${whereWords(office, facts)}.`, `Take it up again first: hire reopen ${id}`);
  const before = textOfRecord(record, text);
  const stages = stagesOfRequest(workspace, facts, current, request);
  const adjustment: Adjustment = { stages: [...stages], extra: request.extra, by: request.by, on: office.zone.dayOf(request.at) };
  if (request.once === true && record.value.adjustments.some((each) => JSON.stringify(each) === JSON.stringify(adjustment))) {
    throw new NotPossible(`“${id}” was given ${request.extra.text} more in ${listed(stages.map((stage) => `“${stage}”`))} on ${adjustment.on} already.`, `If you mean as much again: hire extend ${id} --extra "${request.extra.text}" --again`);
  }
  const after: CandidateFolder = { ...folder, record: { ...record, value: { ...record.value, adjustments: [...record.value.adjustments, adjustment] } } };
  const now = stages.includes(current.stage);
  // Whoever has handed in already needs no new date.
  const call = now && current.submitted === undefined ? templateFor(workspace, { on: 'adjusted', at: current.kind }, language) : undefined;
  const moved = now ? movedDate(workspace, office, facts, current, after, request, call) : undefined;
  return {
    role: facts.role, candidate: id, visit: current.name, adjustment, before: facts, after, moved, call,
    notes: notes(current, stages, moved),
    changes: [{ path: record.path, before, after: appended(record.path, before, adjustment) }],
  };
}

function stagesOfRequest(workspace: Workspace, { role, id }: CandidateFacts, current: VisitFacts, { stages }: ExtensionRequest): readonly string[] {
  if (!stages) return [current.stage];
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  const on = opening && pipeline ? stagesOf(pipeline, opening.with).map((stage) => stage.id) : [];
  const known = on.slice(on.indexOf(current.stage));
  for (const stage of stages) {
    if (known.includes(stage)) continue;
    const guess = closest(stage, known);
    throw new NotPossible(`“${stage}” is neither the stage “${id}” is in (“${current.stage}”) nor one that comes.`, guess === undefined ? `There are: ${known.join(', ')}.` : `Did you mean “${guess}”?`);
  }
  return stages;
}

function movedDate(
  workspace: Workspace, office: Office, facts: CandidateFacts, current: VisitFacts, after: CandidateFolder, { at, extra, by }: ExtensionRequest, call: MessageCall | undefined,
): PlannedExtension['moved'] {
  const what = current.deadline ? 'deadline' : 'start-by';
  const from = current.deadline ?? current.startBy;
  if (!from || current.phase === 'booked' || (current.phase === 'ours' && current.submitted === undefined)) {
    throw new NotPossible(`“${facts.id}” is ${whereWords(office, facts)}: no date of theirs is running.`, current.phase === 'booked' ? `Another time for the meeting: hire book ${facts.id} --for …` : 'For a stage to come, name it: --stage');
  }
  const held = candidateFacts(workspace, after, at).current;
  const promised = call && draftMessage({ workspace: withFolder(workspace, after), folder: after, now: at, call, sender: by, extra: extra.text }).promised;
  const named = what === 'deadline' ? promised?.submit_by : promised?.start_by;
  const follows = what === 'deadline' ? held?.deadline : held?.startBy;
  const dates = [...(named === undefined ? [] : [dueAt(office, named)]), ...(follows ? [follows] : [])].sort((a, b) => b.at - a.at);
  const [to] = dates;
  if (!to || to.at <= from.at) throw new NotPossible(`The date of “${facts.id}” in “${current.name}” does not move: ${momentWords(office, from.at)}.`, 'A message promised it this very day; the template for “adjusted” says the new one.');
  if (current.submitted === undefined && to.at < at) {
    const days = calendarDaysBetween(from.day, office.zone.dayOf(at)) + 2;
    throw new NotPossible(`With ${extra.text} more “${facts.id}” would have had until ${momentWords(office, to.at)}, which has passed as well.`, `To have time from now on: --extra "${days} days"`);
  }
  return { what, from, to };
}

function notes(current: VisitFacts, stages: readonly string[], moved: PlannedExtension['moved']): string[] {
  const later = stages.filter((stage) => stage !== current.stage);
  const waits = later.length === 0 ? [] : [`holds in ${listed(later.map((stage) => `“${stage}”`))} once they get there`];
  if (moved?.what === 'start-by' && isHandedIn(current.kind)) return [...waits, 'the window, once started, is as much longer'];
  if (!moved || current.submitted === undefined) return waits;
  const late = Date.parse(current.submitted) - moved.to.at;
  const wasLate = Date.parse(current.submitted) > moved.from.at;
  if (!wasLate) return [...waits, 'was handed in in time as it is'];
  return [...waits, late > 0 ? `what was handed in is still ${elapsed(late)} late` : 'what was handed in is in time with it'];
}

function appended(path: string, before: string, { stages, extra, by, on }: Adjustment): string {
  try {
    return editYaml(before, [{ append: ['adjustments'], value: { stages, extra: extra.text, by, on } }]);
  } catch (error) {
    if (error instanceof NotEdited) throw new NotPossible(`${path}: ${error.message}`, '“hire check” says what is wrong.');
    throw error;
  }
}
