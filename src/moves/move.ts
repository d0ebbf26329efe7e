import type { CandidateFacts } from '../analysis/facts.ts';
import type { MessageCall } from '../messages/call.ts';
import type { CandidateEvent } from '../model/candidate.ts';
import type { Change } from '../model/change.ts';
import type { Duration } from '../model/duration.ts';
import type { Submission } from '../model/submission.ts';
import type { CandidateFolder } from '../model/workspace.ts';
import type { Verb } from './verbs.ts';

/** What somebody wants to happen to one candidate, or to many. */
export interface MoveRequest {
  readonly verb: Verb;
  /** Who acts: the id of a person; undefined where nobody has to sign. */
  readonly by: string | undefined;
  /** When it happened, epoch in milliseconds. */
  readonly at: number;
  /** Whether `at` was said, and not taken from the clock: then a meeting was held at that time, and not when it was booked to end. */
  readonly dated?: boolean;
  /** The stage somebody is moved to. */
  readonly to?: string;
  /** The stage somebody is moved from: where they are elsewhere nothing is done. */
  readonly from?: string;
  /** A reason of the closed list. */
  readonly reason?: string;
  /** When both sides meet, epoch in milliseconds. */
  readonly for?: number;
  /** The window a candidate chooses, where the challenge leaves a choice; for an offer, how long they may think. */
  readonly window?: Duration;
  /** What was handed in. */
  readonly handedIn?: Partial<Omit<Submission, 'received'>>;
}

/** One move that is possible: what is written, and what follows. */
export interface PlannedMove {
  readonly verb: Verb;
  readonly role: string;
  readonly candidate: string;
  /** The visit it happens in. */
  readonly visit: string;
  /** The visit that begins with it. */
  readonly into: string | undefined;
  readonly event: CandidateEvent;
  /** What was known before. */
  readonly before: CandidateFacts;
  /** The application with the event in it. */
  readonly after: CandidateFolder;
  /** The message it calls for. */
  readonly call: MessageCall | undefined;
  /** What was chosen with it; the record keeps it in the promise of that message and nowhere else. */
  readonly window: Duration | undefined;
  /** What somebody should know before they say yes, one sentence each without a full stop. */
  readonly notes: readonly string[];
  readonly changes: readonly Change[];
}

/** One move that is not possible. */
export interface RefusedMove {
  readonly role: string;
  readonly candidate: string;
  /** Where the candidate is, and why not. */
  readonly message: string;
  /** What is possible, or the command that makes it so. */
  readonly hint: string;
}

/** Whether a plan came to nothing. */
export function isRefused(plan: PlannedMove | RefusedMove): plan is RefusedMove {
  return !('event' in plan);
}
