import type { Adjustment, CandidateEvent } from '../model/candidate.ts';
import { CLOCK_TOLERANCE } from '../model/clock.ts';
import type { Decision } from '../model/decision.ts';
import { replay, type Replay } from '../model/replay.ts';
import { stagesForReplay } from '../model/stages.ts';
import type { CandidateFolder, Stored, StoredScore, Workspace } from '../model/workspace.ts';
import { officeOf } from './time/office.ts';
import type { Sent } from './time/reply.ts';

/** What was known of an application at one moment. */
export interface RecordAt {
  readonly now: number;
  readonly today: string;
  readonly events: readonly CandidateEvent[];
  readonly sent: readonly Sent[];
  readonly scores: ReadonlyMap<string, readonly StoredScore[]>;
  readonly adjustments: readonly Adjustment[];
  readonly decisions: readonly Stored<Decision>[];
  readonly erased: boolean;
  /** Facts after that moment, left out. */
  readonly ignored: number;
}

/**
 * Limits an application to what was known at `now` (epoch in milliseconds). Up to 15 minutes after now still counts, since the clocks
 * of machines differ; days count from their beginning.
 */
export function recordAt(workspace: Workspace, folder: CandidateFolder, now: number): RecordAt {
  const today = officeOf(workspace.calendar).zone.dayOf(now);
  let ignored = 0;
  const limit = <T>(facts: readonly T[], known: (fact: T) => boolean): readonly T[] => {
    const kept = facts.filter(known);
    ignored += facts.length - kept.length;
    return kept;
  };
  const by = (instant: string): boolean => Date.parse(instant) <= now + CLOCK_TOLERANCE;
  const record = folder.record?.value;
  const scores = new Map<string, readonly StoredScore[]>();
  for (const [visit, files] of folder.scores) scores.set(visit, limit(files, (score) => by(score.value.submitted)));
  limit([...folder.conflicts.values()], (conflict) => conflict.value.declared <= today);
  limit([...folder.submissions.values()], (submission) => by(submission.value.received));
  limit([...folder.panels.values()].flatMap((panel) => panel.value.reviewers), (place) => place.asked <= today);
  limit([...folder.logs.values()].flatMap((log) => [...log.value.days, ...log.value.paid]), (line) => line.on <= today);
  const erased = folder.erased !== undefined;
  return {
    now, today, scores, erased,
    events: limit(record?.events ?? [], (event) => by(event.at)),
    sent: limit(folder.messages?.value ?? [], (message) => by(message.at)).map((message) => sentMessage(workspace, message)).sort((a, b) => a.at - b.at),
    adjustments: limit(record?.adjustments ?? [], (adjustment) => adjustment.on <= today),
    decisions: limit(folder.decisions, (decision) => by(decision.value.decided)),
    ignored,
  };
}

/** A template that the workspace lacks answers nothing. */
function sentMessage(workspace: Workspace, message: Sent['message']): Sent {
  const template = workspace.messages.get(message.message)?.values().next().value?.value;
  return { message, at: Date.parse(message.at), answers: template?.answers ?? false, on: template?.when.on, into: template?.when.into ?? [] };
}

/**
 * Replays the events of an application over the stages of its role. A stage that was retired later stays open for a record that names it.
 * Undefined when the role or its pipeline is missing.
 */
export function replayAt(workspace: Workspace, role: string, events: readonly CandidateEvent[], today: string): Replay | undefined {
  const opening = workspace.roles.get(role)?.value;
  const pipeline = opening && workspace.pipelines.get(opening.pipeline)?.value;
  if (!opening || !pipeline) return undefined;
  const named = new Set(events.map((event) => event.stage));
  const stages = stagesForReplay(pipeline, opening.with, today).map((stage) => (stage.open || !named.has(stage.id) ? stage : { ...stage, open: true }));
  return replay(stages, events);
}
